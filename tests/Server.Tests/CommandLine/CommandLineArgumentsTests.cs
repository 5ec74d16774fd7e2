using RustStack.Server.CommandLine;
using RustStack.Server.Settings;

namespace RustStack.Server.Tests.CommandLine;

public sealed class CommandLineArgumentsTests
{
    [Theory]
    [InlineData("--gateway-listen 127.0.0.1:1", "127.0.0.1:1")]
    [InlineData("--gateway-listen=127.0.0.1:1", "127.0.0.1:1")]
    [InlineData("--gateway-listen=a --gateway-listen b", "b")]
    [InlineData("--gateway-listen=", "")]
    [InlineData("--gateway-listen -1", "-1")]
    public void Option_GivesValue(string args, string expected)
    {
        CommandLineArguments arguments = Parse(args);

        Assert.Empty(arguments.Errors);
        Assert.Equal(expected, arguments.ValueOf("GATEWAY_LISTEN"));
    }

    [Theory]
    [InlineData("--nonsense", "Unknown option '--nonsense'; --help lists every option.")]
    [InlineData("--nonsense=1", "Unknown option '--nonsense'; --help lists every option.")]
    [InlineData("start", "Unknown option 'start'; --help lists every option.")]
    [InlineData("--Log-Level=info", "Unknown option '--Log-Level'; --help lists every option.")]
    [InlineData("--help=1", "Unknown option '--help'; --help lists every option.")]
    [InlineData("state", "'state' must be followed by export FILE or import FILE.")]
    [InlineData("state save x", "'state' must be followed by export FILE or import FILE.")]
    [InlineData("state export --debug=1", "'state' must be followed by export FILE or import FILE.")]
    [InlineData("--log-level", "Option '--log-level' needs a value: error, warn, info, debug or trace.")]
    [InlineData("--log-level --debug=1", "Option '--log-level' needs a value: error, warn, info, debug or trace.")]
    public void UnusableArgument_GivesOneSentence(string args, string sentence) => Assert.Equal(sentence, Assert.Single(Parse(args).Errors));

    [Theory]
    [InlineData("", "Run", null)]
    [InlineData("--help", "Help", null)]
    [InlineData("-h --version", "Help", null)]
    [InlineData("--version --help", "Help", null)]
    [InlineData("-V", "Version", null)]
    [InlineData("state export x --debug=1", "ExportState", null)]
    [InlineData("state import x", "ImportState", null)]
    [InlineData("--health-check", "HealthCheck", null)]
    [InlineData("--health-check http://h:1", "HealthCheck", "http://h:1")]
    [InlineData("--health-check=http://h:1", "HealthCheck", "http://h:1")]
    [InlineData("--health-check --log-level info", "HealthCheck", null)]
    public void Action_IsTaken(string args, string action, string? url)
    {
        CommandLineArguments arguments = Parse(args);

        Assert.Empty(arguments.Errors);
        Assert.Equal(Enum.Parse<CommandLineAction>(action), arguments.Action);
        Assert.Equal(url, arguments.HealthCheckUrl);
    }

    [Fact]
    public void Help_NamesEverySettingWithItsDefault()
    {
        string[] lines = HelpText.Write(ServerOptions.Declare()).Split('\n');

        foreach (Core.Options.Setting setting in ServerOptions.Declare())
        {
            string line = Assert.Single(lines, line => line.StartsWith($"  {setting.OptionName} VALUE ", StringComparison.Ordinal));
            Assert.EndsWith($"[{(setting.Default.Length == 0 ? "not set" : setting.Default)}]", line, StringComparison.Ordinal);
        }
    }

    private static CommandLineArguments Parse(string args) =>
        CommandLineArguments.Parse(args.Split(' ', StringSplitOptions.RemoveEmptyEntries), ServerOptions.Declare());
}
