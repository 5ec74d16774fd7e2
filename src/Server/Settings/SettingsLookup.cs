using RustStack.Server.CommandLine;

namespace RustStack.Server.Settings;

/// <summary>Where a setting's text comes from: an option, else the environment with the prefix <c>LOCALSTACK_</c>, else without.</summary>
/// <param name="arguments">The options.</param>
/// <param name="environment">Gives an environment variable's text, or null.</param>
internal sealed class SettingsLookup(CommandLineArguments arguments, Func<string, string?> environment)
{
    private const string Prefix = "LOCALSTACK_";

    /// <summary>Finds a setting's text.</summary>
    /// <param name="name">The setting's name.</param>
    /// <returns>The text, or null when it is not set. An empty variable counts as not set.</returns>
    public string? Find(string name)
    {
        if (arguments.ValueOf(name) is { } option) return option;
        string? prefixed = environment(Prefix + name);
        return string.IsNullOrWhiteSpace(prefixed) ? environment(name) : prefixed;
    }
}
