namespace RustStack.Core.Options;

/// <summary>One setting as <c>--help</c> and the documentation show it.</summary>
/// <param name="Name">The environment variable, such as <c>DEFAULT_REGION</c>.</param>
/// <param name="Default">The value that holds when nothing is set, as text.</param>
/// <param name="Allowed">What a usable value is, as the error sentence puts it: "a region name such as us-east-1".</param>
/// <param name="Description">What it does, one line.</param>
public sealed record Setting(string Name, string Default, string Allowed, string Description)
{
    /// <summary>The same setting as a command-line option: <c>--default-region</c>.</summary>
    public string OptionName => "--" + Name.ToLowerInvariant().Replace('_', '-');
}
