using RustStack.Core.Options;

namespace RustStack.Server.Settings;

/// <summary>The settings of persistence.</summary>
/// <param name="Enabled"><c>PERSISTENCE</c>.</param>
/// <param name="DataDirectory"><c>DATA_DIR</c>: the folder of the saved state.</param>
/// <param name="SurvivesPowerLoss"><c>PERSISTENCE_SYNC</c>: true for <c>full</c>, false for <c>normal</c>.</param>
internal sealed record PersistenceOptions(bool Enabled, string DataDirectory, bool SurvivesPowerLoss)
{
    private const string Full = "full";
    private const string DefaultDirectory = "/var/lib/ruststack";
    private const string LocalStackDirectory = "/var/lib/localstack";

    private static readonly Setting DataDirectorySetting = new("DATA_DIR", DefaultDirectory, "a folder", "folder of the saved state");

    private static readonly Setting SyncSetting = new(
        "PERSISTENCE_SYNC", Full, "full or normal", "full survives power loss; normal survives a killed process");

    /// <summary>Reads the settings.</summary>
    /// <param name="reader">Where they come from; it collects the errors.</param>
    /// <returns>The options, with defaults in place of unusable values.</returns>
    public static PersistenceOptions Read(SettingsReader reader)
    {
        bool enabled = reader.ReadFlag("PERSISTENCE", false, "save every change to DATA_DIR");
        return new(enabled, reader.ReadText(DataDirectorySetting), reader.Read(SyncSetting, ParseSync) == Full);
    }

    /// <summary>The folder that holds the state: LocalStack's own, when that is what is mounted and no other is named.</summary>
    /// <param name="exists">Whether a folder is there.</param>
    /// <returns>The folder.</returns>
    public string ChooseDirectory(Func<string, bool> exists) =>
        DataDirectory == DefaultDirectory && !exists(DefaultDirectory) && exists(LocalStackDirectory) ? LocalStackDirectory : DataDirectory;

    private static string? ParseSync(string text) => text.ToLowerInvariant() is Full or "normal" ? text.ToLowerInvariant() : null;
}
