using System.Text;
using RustStack.Server.Logging;

namespace RustStack.Server.Tests.Logging;

public sealed class LogWriterTests
{
    [Fact]
    public async Task Lines_AreWrittenInOrderBeforeDisposeReturns()
    {
        using MemoryStream output = new();
        await using (LogWriter writer = new(output))
        {
            for (int i = 0; i < 100; i++) writer.Write($"line {i}");
        }

        Assert.Equal(string.Concat(Enumerable.Range(0, 100).Select(static i => $"line {i}\n")), Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public async Task ReaderThatStalls_DropsLinesAndSaysHowMany()
    {
        using StallingStream output = new();
        LogWriter writer = new(output);
        writer.Write("first");
        await output.Entered;
        for (int i = 0; i < LogWriter.QueueLength + 7; i++) writer.Write("next");
        output.Release();
        await writer.DisposeAsync();

        Assert.Contains("msg=\"7 log lines were dropped\"\n", output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClosedOutput_IsSurvived()
    {
        BrokenStream output = new();
        LogWriter writer = new(output);
        writer.Write("lost");
        await output.Entered;
        writer.Write("lost too");
        await writer.DisposeAsync();
    }
}
