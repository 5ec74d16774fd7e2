using RustStack.Core.Options;
using RustStack.Server.Settings;

namespace RustStack.Server.Tests.Settings;

/// <summary>Reads options from pairs such as <c>PERSISTENCE=1</c>.</summary>
internal static class OptionsReader
{
    public static (ServerOptions Options, IReadOnlyList<string> Errors) Read(params string[] pairs)
    {
        Dictionary<string, string> values = pairs.Select(static pair => pair.Split('=', 2)).ToDictionary(static pair => pair[0], static pair => pair[1]);
        SettingsReader reader = new(values.GetValueOrDefault);
        ServerOptions options = ServerOptions.Read(reader);
        return (options, reader.Errors);
    }

    public static ServerOptions ReadUsable(params string[] pairs)
    {
        (ServerOptions options, IReadOnlyList<string> errors) = Read(pairs);
        Assert.Empty(errors);
        return options;
    }
}
