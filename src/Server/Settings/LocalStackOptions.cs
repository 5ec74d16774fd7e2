using RustStack.Core.Options;

namespace RustStack.Server.Settings;

/// <summary>Settings of LocalStack that its users have in their files: accepted, without an effect.</summary>
/// <param name="HostName"><c>LOCALSTACK_HOST</c>: the host and port of URLs that are handed out.</param>
internal sealed record LocalStackOptions(string HostName)
{
    /// <summary>Reads the settings.</summary>
    /// <param name="reader">Where they come from.</param>
    /// <returns>The options.</returns>
    public static LocalStackOptions Read(SettingsReader reader)
    {
        reader.ReadText(new("LOCALSTACK_AUTH_TOKEN", "", "a text", "accepted; no effect"));
        reader.ReadText(new("EAGER_SERVICE_LOADING", "", "a text", "accepted; no effect: every service is ready at once"));
        return new(reader.ReadText(new("LOCALSTACK_HOST", "", "a text", "accepted; no effect: answers name the request's host")));
    }
}
