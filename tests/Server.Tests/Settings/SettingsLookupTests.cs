using RustStack.Server.CommandLine;
using RustStack.Server.Settings;

namespace RustStack.Server.Tests.Settings;

public sealed class SettingsLookupTests
{
    [Theory]
    [InlineData("", "", null)]
    [InlineData("", "LOG_LEVEL=a", "a")]
    [InlineData("", "LOCALSTACK_LOG_LEVEL=b", "b")]
    [InlineData("", "LOG_LEVEL=a LOCALSTACK_LOG_LEVEL=b", "b")]
    [InlineData("", "LOG_LEVEL=a LOCALSTACK_LOG_LEVEL=", "a")]
    [InlineData("--log-level=c", "LOG_LEVEL=a LOCALSTACK_LOG_LEVEL=b", "c")]
    [InlineData("--log-level c", "", "c")]
    public void Value_ComesFromOptionThenPrefixedThenPlainVariable(string args, string variables, string? expected)
    {
        string[] split = args.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Dictionary<string, string> environment = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(static pair => pair.Split('=', 2)).ToDictionary(static pair => pair[0], static pair => pair[1]);
        SettingsLookup lookup = new(CommandLineArguments.Parse(split, ServerOptions.Declare()), environment.GetValueOrDefault);

        Assert.Equal(expected, lookup.Find("LOG_LEVEL"));
    }

    [Fact]
    public void SettingNamedWithThePrefix_IsFoundByItsOwnName()
    {
        SettingsLookup lookup = new(CommandLineArguments.Parse([], []), name => name == "LOCALSTACK_HOST" ? "here" : null);

        Assert.Equal("here", lookup.Find("LOCALSTACK_HOST"));
    }
}
