using System.Globalization;

namespace RustStack.Core.Options;

/// <summary>
/// Reads settings by name and collects what is wrong with them: every error at once, each a sentence that names variable, value and
/// what is allowed. An options record reads itself through this in one static <c>Read</c>; reading is also what declares the setting.
/// </summary>
/// <param name="lookup">Gives a setting's raw text, or null when it is not set. An empty value counts as not set.</param>
public sealed class SettingsReader(Func<string, string?> lookup)
{
    private const string FlagsAllowed = "1, true, yes or on; 0, false, no or off";

    private readonly List<Setting> _settings = [];
    private readonly List<string> _errors = [];

    /// <summary>Every setting that was read, in order.</summary>
    public IReadOnlyList<Setting> Settings => _settings;

    /// <summary>One sentence for every unusable value.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Reads a text setting through a parser that may refuse it.</summary>
    /// <typeparam name="T">What the text stands for.</typeparam>
    /// <param name="setting">The setting; its default must itself parse.</param>
    /// <param name="parse">Gives the value, or null when the text is unusable.</param>
    /// <returns>The value, or the default's when there is none or it was refused.</returns>
    public T Read<T>(Setting setting, Func<string, T?> parse)
        where T : class
    {
        _settings.Add(setting);
        if (Raw(setting.Name) is { } text)
        {
            if (parse(text) is { } value) return value;
            Refuse(setting, text);
        }

        return parse(setting.Default) ?? throw new ArgumentException($"The default of {setting.Name} does not parse.", nameof(setting));
    }

    /// <summary>Reads a text setting that may hold anything.</summary>
    /// <param name="setting">The setting.</param>
    /// <returns>Its text, or the default.</returns>
    public string ReadText(Setting setting) => Read(setting, static text => text);

    /// <summary>Reads a boolean: <c>1 true yes on</c> or <c>0 false no off</c>, in any case.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="defaultValue">What holds when it is not set.</param>
    /// <param name="description">What it does, one line.</param>
    /// <returns>The value.</returns>
    public bool ReadFlag(string name, bool defaultValue, string description)
    {
        Setting setting = new(name, defaultValue ? "1" : "0", FlagsAllowed, description);
        return (bool)Read<object>(setting, static text => ParseFlag(text));
    }

    /// <summary>Reads a whole number.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="defaultValue">What holds when it is not set.</param>
    /// <param name="minimum">The smallest allowed value.</param>
    /// <param name="maximum">The largest allowed value.</param>
    /// <param name="description">What it does, one line, with its unit.</param>
    /// <returns>The value.</returns>
    public long ReadNumber(string name, long defaultValue, long minimum, long maximum, string description)
    {
        string allowed = string.Create(CultureInfo.InvariantCulture, $"a whole number from {minimum} to {maximum}");
        Setting setting = new(name, defaultValue.ToString(CultureInfo.InvariantCulture), allowed, description);
        return (long)Read<object>(setting, text =>
            long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) && value >= minimum && value <= maximum
                ? value
                : null);
    }

    /// <summary>Whether a setting was given a value at all, whatever it is.</summary>
    /// <param name="name">The variable's name.</param>
    /// <returns>True when it is set and not empty.</returns>
    public bool IsSet(string name) => Raw(name) is not null;

    /// <summary>Records an error that concerns a setting already read, such as two that contradict each other.</summary>
    /// <param name="error">One sentence.</param>
    public void AddError(string error) => _errors.Add(error);

    private static object? ParseFlag(string text) => text.Trim().ToLowerInvariant() switch
    {
        "1" or "true" or "yes" or "on" => true,
        "0" or "false" or "no" or "off" => false,
        _ => null,
    };

    private string? Raw(string name) => lookup(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private void Refuse(Setting setting, string text) =>
        _errors.Add($"{setting.Name} is '{text}', but it must be {setting.Allowed}.");
}
