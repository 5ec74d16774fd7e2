using RustStack.Core.Errors;
using RustStack.S3.Protocol;

namespace RustStack.S3.Tests.Protocol;

public class WireValueTests
{
    private static readonly DateTimeOffset Expected = new(1994, 11, 6, 8, 49, 37, TimeSpan.Zero);

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("0", 0)]
    [InlineData("1000", 1000)]
    [InlineData("2147483647", int.MaxValue)]
    public void Integer_IsRead(string? text, int? value) => Assert.Equal(value, WireValue.Integer(text, "max-keys"));

    [Theory]
    [InlineData("abc", "Provided max-keys not an integer or within integer range")]
    [InlineData("1.5", "Provided max-keys not an integer or within integer range")]
    [InlineData("2147483648", "Provided max-keys not an integer or within integer range")]
    [InlineData(" 1", "Provided max-keys not an integer or within integer range")]
    [InlineData("-1", "Argument max-keys must be an integer between 0 and 2147483647")]
    public void UnusableInteger_IsInvalidArgument(string text, string message) =>
        AssertInvalidArgument(message, "max-keys", text, () => WireValue.Integer(text, "max-keys"));

    [Fact]
    public void IntegerOutOfItsRange_IsInvalidArgument() => AssertInvalidArgument(
        "Argument max-buckets must be an integer between 1 and 10000",
        "max-buckets",
        "0",
        static () => WireValue.Integer("0", "max-buckets", 1, 10_000));

    [Theory]
    [InlineData("1", 1)]
    [InlineData("10000", 10_000)]
    public void PartNumber_IsRead(string text, int value) => Assert.Equal(value, WireValue.PartNumber(text));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("10001")]
    [InlineData("-1")]
    [InlineData("x")]
    public void UnusablePartNumber_IsInvalidArgument(string text) => AssertInvalidArgument(
        "Part number must be an integer between 1 and 10000, inclusive", "partNumber", text, () => WireValue.PartNumber(text));

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("FALSE", false)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Boolean_IsRead(string? text, bool? value) => Assert.Equal(value, WireValue.Boolean(text, "fetch-owner"));

    [Fact]
    public void UnusableBoolean_IsInvalidArgument() =>
        AssertInvalidArgument("Argument format not recognized", "fetch-owner", "yes", static () => WireValue.Boolean("yes", "fetch-owner"));

    [Theory]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT")]
    [InlineData("Sun Nov  6 08:49:37 1994")]
    [InlineData("1994-11-06T08:49:37Z")]
    [InlineData("1994-11-06T08:49:37.000Z")]
    [InlineData("1994-11-06T09:49:37+01:00")]
    [InlineData("19941106T084937Z")]
    public void HttpDate_IsReadInEveryForm(string text) => Assert.Equal(Expected, WireValue.HttpDateOrNull(text));

    [Theory]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("Sun, 32 Nov 1994 08:49:37 GMT")]
    public void ConditionWithAnUnusableDate_IsAsIfAbsent(string text) => Assert.Null(WireValue.HttpDateOrNull(text));

    [Fact]
    public void UnusableHttpDate_IsInvalidArgument() => AssertInvalidArgument(
        "Argument format not recognized",
        "x-amz-copy-source-if-modified-since",
        "now",
        static () => WireValue.HttpDate("now", "x-amz-copy-source-if-modified-since"));

    [Fact]
    public void UnusableRetentionDate_IsInvalidArgument() => AssertInvalidArgument(
        "The retain until date must be provided in ISO 8601 format",
        "x-amz-object-lock-retain-until-date",
        "now",
        static () => WireValue.DateTime("now", "x-amz-object-lock-retain-until-date"));

    [Theory]
    [InlineData("a\r\nSet-Cookie: b")]
    [InlineData("a\0")]
    [InlineData("€")]
    public void ResponseOverrideThatIsNoHeaderText_IsInvalidArgument(string text) => AssertInvalidArgument(
        "Header value cannot be represented using ISO-8859-1.",
        "response-content-type",
        text,
        () => WireValue.HeaderText(text, "response-content-type"));

    [Theory]
    [InlineData("text/plain; charset=utf-8")]
    [InlineData("attachment; filename=\"é\"")]
    [InlineData(null)]
    public void ResponseOverride_IsKept(string? text) => Assert.Equal(text, WireValue.HeaderText(text, "response-content-type"));

    [Theory]
    [InlineData("ETag, Checksum,,ObjectParts ", new[] { "ETag", "Checksum", "ObjectParts" })]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void List_IsSplit(string? text, string[]? values) => Assert.Equal(values, WireValue.List(text));

    [Fact]
    public void Times_ArePrintedAsS3Does()
    {
        Assert.Equal("1994-11-06T08:49:37.000Z", WireValue.Print(Expected));
        Assert.Equal("Sun, 06 Nov 1994 08:49:37 GMT", WireValue.PrintHttpDate(Expected.ToOffset(TimeSpan.FromHours(5))));
    }

    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("", "")]
    [InlineData("ÄMÄZÕÑ S3", "=?UTF-8?B?w4PChE3Dg8KEWsODwpXDg8KRIFMz?=")]
    [InlineData("=?UTF-8?Q?already?=", "=?UTF-8?Q?already?=")]
    public void UserMetadata_IsReturnedAsS3Does(string stored, string returned) => Assert.Equal(returned, HeaderText.Metadata(stored));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\r\nSet-Cookie: b", "a  Set-Cookie: b")]
    [InlineData("tab\tstays\0\u007F", "tab\tstays  ")]
    public void HeaderValue_CannotHoldLineBreaks(string value, string written) => Assert.Equal(written, HeaderText.WithoutControls(value));

    private static void AssertInvalidArgument(string message, string name, string value, Action read)
    {
        AwsException error = Assert.Throws<AwsException>(read);
        Assert.Equal(("InvalidArgument", 400, message), (error.Code, error.StatusCode, error.Message));
        Assert.Equal([new("ArgumentName", name), new("ArgumentValue", value)], error.Members);
    }
}
