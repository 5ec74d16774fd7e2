namespace RustStack.Server.Logging;

/// <summary>Which level each category is logged at.</summary>
/// <param name="defaultLevel">The level of categories that no rule names.</param>
/// <param name="rules">Category prefixes in normal form (<see cref="Normalise"/>) with their levels.</param>
internal sealed class LogFilter(LogLevel defaultLevel, IReadOnlyList<KeyValuePair<string, LogLevel>> rules)
{
    /// <summary>Most rules of one filter.</summary>
    public const int MaxRules = 64;

    private const string OwnPrefix = "ruststack.";

    /// <summary>Level info for everything.</summary>
    public static LogFilter Default { get; } = new(LogLevel.Information, []);

    /// <summary>Reads a level's name in any case.</summary>
    /// <param name="text"><c>error</c>, <c>warn</c> or <c>warning</c>, <c>info</c>, <c>debug</c>, <c>trace</c>, or <c>off</c>.</param>
    /// <returns>The level, or null for another text.</returns>
    public static LogLevel? ParseLevel(string text) => text.ToLowerInvariant() switch
    {
        "error" => LogLevel.Error,
        "warn" or "warning" => LogLevel.Warning,
        "info" => LogLevel.Information,
        "debug" => LogLevel.Debug,
        "trace" => LogLevel.Trace,
        "off" => LogLevel.None,
        _ => null,
    };

    /// <summary>
    /// Reads <c>level</c> or <c>category=level,...</c>, also mixed: <c>warn,s3=debug</c>. Info holds where no bare level stands.
    /// </summary>
    /// <param name="text">The text; empty for the default.</param>
    /// <returns>The filter, or null when the text has another form.</returns>
    public static LogFilter? Parse(string text)
    {
        LogLevel defaultLevel = LogLevel.Information;
        List<KeyValuePair<string, LogLevel>> rules = [];
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=');
            if (equals == 0 || ParseLevel(part[(equals + 1)..].Trim()) is not { } level || rules.Count == MaxRules) return null;
            if (equals < 0) defaultLevel = level;
            else rules.Add(new(Normalise(part[..equals].Trim()), level));
        }

        return new(defaultLevel, rules);
    }

    /// <summary>The lowest level that a category is logged at: of the longest rule that names it or a part above it.</summary>
    /// <param name="category">The category as loggers name it, such as <c>RustStack.S3.Routing.S3Router</c>.</param>
    /// <returns>The level; <see cref="LogLevel.None"/> for nothing at all.</returns>
    public LogLevel LevelOf(string category)
    {
        string name = Normalise(category);
        LogLevel level = defaultLevel;
        int longest = -1;
        foreach ((string prefix, LogLevel ruleLevel) in rules)
        {
            bool names = name.StartsWith(prefix, StringComparison.Ordinal) && (name.Length == prefix.Length || name[prefix.Length] == '.');
            if (!names || prefix.Length < longest) continue;
            longest = prefix.Length;
            level = ruleLevel;
        }

        return level;
    }

    /// <summary>One form of a category that is <c>RustStack.S3</c>, <c>ruststack_s3</c>, <c>ruststack::s3</c> or <c>s3</c>.</summary>
    private static string Normalise(string category)
    {
        string name = category.Replace("::", ".", StringComparison.Ordinal).Replace('_', '.').ToLowerInvariant();
        return name.StartsWith(OwnPrefix, StringComparison.Ordinal) ? name[OwnPrefix.Length..] : name;
    }
}
