using RustStack.Core.Options;

namespace RustStack.Server.Settings;

/// <summary>The settings of persistence. This build keeps everything in memory, so switching it on is refused.</summary>
/// <param name="Enabled"><c>PERSISTENCE</c>.</param>
/// <param name="DataDirectory"><c>DATA_DIR</c>: the folder of the saved state.</param>
/// <param name="SurvivesPowerLoss"><c>PERSISTENCE_SYNC</c>: true for <c>full</c>, false for <c>normal</c>.</param>
internal sealed record PersistenceOptions(bool Enabled, string DataDirectory, bool SurvivesPowerLoss)
{
    private const string Full = "full";

    private static readonly Setting DataDirectorySetting = new("DATA_DIR", "/var/lib/ruststack", "a folder", "folder of the saved state");

    private static readonly Setting SyncSetting = new(
        "PERSISTENCE_SYNC", Full, "full or normal", "full survives power loss; normal survives a killed process");

    /// <summary>Reads the settings.</summary>
    /// <param name="reader">Where they come from; it collects the errors.</param>
    /// <returns>The options, with defaults in place of unusable values.</returns>
    public static PersistenceOptions Read(SettingsReader reader)
    {
        bool enabled = reader.ReadFlag("PERSISTENCE", false, "save every change to DATA_DIR (not in this build)");
        if (enabled) reader.AddError("PERSISTENCE is switched on, but this build keeps everything in memory only: leave it unset or 0.");
        return new(enabled, reader.ReadText(DataDirectorySetting), reader.Read(SyncSetting, ParseSync) == Full);
    }

    private static string? ParseSync(string text) => text.ToLowerInvariant() is Full or "normal" ? text.ToLowerInvariant() : null;
}
