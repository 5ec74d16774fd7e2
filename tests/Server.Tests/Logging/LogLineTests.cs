using Microsoft.Extensions.Logging;
using RustStack.Server.Logging;

namespace RustStack.Server.Tests.Logging;

public sealed class LogLineTests
{
    private static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, 6, TimeSpan.FromHours(2));

    [Fact]
    public void Event_IsOneLineOfPairs() => Assert.Equal(
        "time=2026-01-02T01:04:05.006Z level=warn category=S3.Blobs msg=\"a \\\"b\\\"\\n\\tc\\\\ \\u001b\"",
        LogLine.Format(Time, LogLevel.Warning, "RustStack.S3.Blobs", 0, "a \"b\"\n\tc\\ \u001b", null));

    [Fact]
    public void RequestId_HasItsOwnPair()
    {
        KeyValuePair<string, object?>[] state = [new("Other", 1), new("RequestId", "ABC")];

        Assert.Equal(
            "time=2026-01-02T01:04:05.006Z level=debug category=Gateway request_id=ABC msg=\"done\"",
            LogLine.Format(Time, LogLevel.Debug, "RustStack.Gateway", state, "done", null));
    }

    [Fact]
    public void Exception_IsWrittenWithItsStackOnTheSameLine()
    {
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>((Action)(static () => throw new InvalidOperationException("broken")));

        string line = LogLine.Format(Time, LogLevel.Error, "RustStack.Gateway", 0, "failed", thrown);

        Assert.Contains(" exception=\"System.InvalidOperationException: broken\\n   at ", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }
}
