using RustStack.Core.Options;

namespace RustStack.Server.Settings;

/// <summary>The key pair that signature verification accepts.</summary>
/// <param name="AccessKey"><c>ACCESS_KEY</c>, else <c>AWS_ACCESS_KEY_ID</c>.</param>
/// <param name="SecretKey"><c>SECRET_KEY</c>, else <c>AWS_SECRET_ACCESS_KEY</c>. Never logged.</param>
internal sealed record CredentialOptions(string AccessKey, string SecretKey)
{
    private const string Default = "test";

    /// <summary>Reads the settings.</summary>
    /// <param name="reader">Where they come from; it collects the errors.</param>
    /// <returns>The options.</returns>
    public static CredentialOptions Read(SettingsReader reader) => new(
        Read(reader, "ACCESS_KEY", "AWS_ACCESS_KEY_ID", "access key that signature verification accepts"),
        Read(reader, "SECRET_KEY", "AWS_SECRET_ACCESS_KEY", "secret key that signature verification accepts"));

    /// <summary>The access key alone: the secret stays out of any text made of this record.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => AccessKey;

    private static string Read(SettingsReader reader, string name, string fallback, string description)
    {
        string own = reader.ReadText(new(name, Default, "a text", description));
        string other = reader.ReadText(new(fallback, Default, "a text", $"the same, where {name} is not set"));
        return reader.IsSet(name) ? own : other;
    }
}
