namespace RustStack.Storage.Sqlite;

/// <summary>Where and how state is saved.</summary>
/// <param name="Directory">The folder (<c>DATA_DIR</c>).</param>
/// <param name="SurvivesPowerLoss">Whether every commit waits for the disk, not only for the operating system (<c>PERSISTENCE_SYNC</c>).</param>
public sealed record StateOptions(string Directory, bool SurvivesPowerLoss);
