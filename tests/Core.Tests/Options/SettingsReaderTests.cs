using RustStack.Core.Options;

namespace RustStack.Core.Tests.Options;

public sealed class SettingsReaderTests
{
    private static readonly Setting Region = new(
        "DEFAULT_REGION", "us-east-1", "a region name such as us-east-1", "region of requests that name none");

    [Theory]
    [InlineData(null, "us-east-1")]
    [InlineData("", "us-east-1")]
    [InlineData("   ", "us-east-1")]
    [InlineData("eu-west-1", "eu-west-1")]
    [InlineData("  eu-west-1 ", "eu-west-1")]
    public void Text_IsTrimmedAndDefaulted(string? raw, string expected)
    {
        SettingsReader reader = Reader("DEFAULT_REGION", raw);

        Assert.Equal(expected, reader.ReadText(Region));
        Assert.Empty(reader.Errors);
        Assert.Equal([Region], reader.Settings);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("true", true)]
    [InlineData("YES", true)]
    [InlineData("On", true)]
    [InlineData(" 1 ", true)]
    [InlineData("0", false)]
    [InlineData("False", false)]
    [InlineData("no", false)]
    [InlineData("OFF", false)]
    public void Flag_IsReadInAnyCase(string raw, bool expected)
    {
        SettingsReader reader = Reader("PERSISTENCE", raw);

        Assert.Equal(expected, reader.ReadFlag("PERSISTENCE", !expected, "write-through persistence"));
        Assert.Empty(reader.Errors);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void UnusableFlag_IsReportedAndDefaulted(bool defaultValue)
    {
        SettingsReader reader = Reader("PERSISTENCE", "maybe");

        Assert.Equal(defaultValue, reader.ReadFlag("PERSISTENCE", defaultValue, "write-through persistence"));
        Assert.Equal(["PERSISTENCE is 'maybe', but it must be 1, true, yes or on; 0, false, no or off."], reader.Errors);
        Assert.Equal(defaultValue ? "1" : "0", reader.Settings[0].Default);
    }

    [Theory]
    [InlineData(null, 5)]
    [InlineData("0", 0)]
    [InlineData("100", 100)]
    [InlineData(" 42 ", 42)]
    public void Number_WithinItsLimits_IsRead(string? raw, long expected)
    {
        SettingsReader reader = Reader("SIZE", raw);

        Assert.Equal(expected, reader.ReadNumber("SIZE", 5, 0, 100, "bytes"));
        Assert.Empty(reader.Errors);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("101")]
    [InlineData("1.5")]
    [InlineData("1e2")]
    [InlineData("1,000")]
    [InlineData("99999999999999999999")]
    [InlineData("ten")]
    public void UnusableNumber_IsReportedAndDefaulted(string raw)
    {
        SettingsReader reader = Reader("SIZE", raw);

        Assert.Equal(5, reader.ReadNumber("SIZE", 5, 0, 100, "bytes"));
        Assert.Equal([$"SIZE is '{raw}', but it must be a whole number from 0 to 100."], reader.Errors);
    }

    [Fact]
    public void EveryErrorIsReported_InOrder()
    {
        var reader = new SettingsReader(static _ => "?");

        reader.ReadFlag("A", true, "a");
        reader.ReadNumber("B", 1, 0, 2, "b");
        reader.Read(Region, static text => text.Contains('-', StringComparison.Ordinal) ? text : null);
        reader.AddError("A contradicts B.");

        Assert.Equal(
            [
                "A is '?', but it must be 1, true, yes or on; 0, false, no or off.",
                "B is '?', but it must be a whole number from 0 to 2.",
                "DEFAULT_REGION is '?', but it must be a region name such as us-east-1.",
                "A contradicts B.",
            ],
            reader.Errors);
        Assert.Equal(["A", "B", "DEFAULT_REGION"], reader.Settings.Select(static setting => setting.Name));
    }

    [Fact]
    public void DefaultThatDoesNotParse_IsOurOwnBug() =>
        Assert.Throws<ArgumentException>(() => Reader("DEFAULT_REGION", null).Read<string>(Region, static _ => null));

    [Theory]
    [InlineData(null, false)]
    [InlineData(" ", false)]
    [InlineData("x", true)]
    public void IsSet_LooksAtTheValueAlone(string? raw, bool expected) => Assert.Equal(expected, Reader("A", raw).IsSet("A"));

    [Fact]
    public void OptionName_IsTheVariableInDashes() => Assert.Equal("--default-region", Region.OptionName);

    private static SettingsReader Reader(string name, string? raw) => new(asked => asked == name ? raw : null);
}
