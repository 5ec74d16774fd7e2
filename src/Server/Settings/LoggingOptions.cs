using RustStack.Core.Options;
using RustStack.Server.Logging;

namespace RustStack.Server.Settings;

/// <summary>What is logged.</summary>
/// <param name="Filter">
/// The level of each category: of <c>RUST_LOG</c> when it is set, else of <c>LOG_LEVEL</c>, else of <c>LS_LOG</c>, else debug with
/// <c>DEBUG=1</c>, else info.
/// </param>
internal sealed record LoggingOptions(LogFilter Filter)
{
    private const string LevelsAllowed = "error, warn, info, debug or trace";

    private static readonly Setting LevelSetting = new("LOG_LEVEL", "info", LevelsAllowed, $"what is logged: {LevelsAllowed}");

    private static readonly Setting LocalStackLevelSetting = new("LS_LOG", "", LevelsAllowed, "the same, where LOG_LEVEL is not set");

    private static readonly Setting FilterSetting = new(
        "RUST_LOG",
        "",
        "a level (error, warn, info, debug, trace or off) or category=level,...",
        "level or category=level,...; wins over the other log settings");

    /// <summary>Reads the settings.</summary>
    /// <param name="reader">Where they come from; it collects the errors.</param>
    /// <returns>The options, with defaults in place of unusable values.</returns>
    public static LoggingOptions Read(SettingsReader reader)
    {
        LogFilter own = reader.Read(LevelSetting, ParseLevel);
        LogFilter localStack = reader.Read(LocalStackLevelSetting, ParseLevel);
        bool debug = reader.ReadFlag("DEBUG", false, "log at level debug, where no level is set");
        LogFilter filter = reader.Read(FilterSetting, LogFilter.Parse);
        if (reader.IsSet(FilterSetting.Name)) return new(filter);
        if (reader.IsSet(LevelSetting.Name)) return new(own);
        if (reader.IsSet(LocalStackLevelSetting.Name)) return new(localStack);
        return new(debug ? new LogFilter(LogLevel.Debug, []) : LogFilter.Default);
    }

    private static LogFilter? ParseLevel(string text) =>
        text.Length == 0 ? LogFilter.Default : LogFilter.ParseLevel(text) is { } level and not LogLevel.None ? new(level, []) : null;
}
