using System.Globalization;
using System.Text;
using System.Threading.Channels;

namespace RustStack.Server.Logging;

/// <summary>
/// Writes lines to a stream in the background, so that a slow reader of the log never slows a request: when <see cref="QueueLength"/>
/// lines wait, further ones are counted and dropped, and the log says how many.
/// </summary>
internal sealed class LogWriter : IAsyncDisposable
{
    /// <summary>Most lines that wait to be written.</summary>
    public const int QueueLength = 8_192;

    private static readonly TimeSpan FlushTimeout = TimeSpan.FromSeconds(2);

    private readonly Channel<string> _queue = Channel.CreateBounded<string>(new BoundedChannelOptions(QueueLength) { SingleReader = true });
    private readonly Stream _output;
    private readonly Task _writing;
    private long _dropped;

    /// <summary>Starts writing.</summary>
    /// <param name="output">Where to; not disposed.</param>
    public LogWriter(Stream output)
    {
        _output = output;
        _writing = Task.Run(WriteAllAsync);
    }

    /// <summary>Queues a line.</summary>
    /// <param name="line">The line, without its end.</param>
    public void Write(string line)
    {
        if (!_queue.Writer.TryWrite(line)) Interlocked.Increment(ref _dropped);
    }

    /// <summary>Takes no more lines and waits until the queued ones are written, at most two seconds.</summary>
    /// <returns>A task that ends then.</returns>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await Task.WhenAny(_writing, Task.Delay(FlushTimeout));
    }

    private async Task WriteAllAsync()
    {
        StringBuilder batch = new();
        try
        {
            while (await _queue.Reader.WaitToReadAsync())
            {
                while (batch.Length < 65_536 && _queue.Reader.TryRead(out string? line)) batch.Append(line).Append('\n');
                if (Interlocked.Exchange(ref _dropped, 0) is > 0 and var dropped)
                {
                    batch.Append(CultureInfo.InvariantCulture, $"level=warn category=Logging msg=\"{dropped} log lines were dropped\"\n");
                }

                await _output.WriteAsync(Encoding.UTF8.GetBytes(batch.ToString()));
                await _output.FlushAsync();
                batch.Clear();
            }
        }
        catch (IOException)
        {
            // Whoever read the log has closed it: there is nowhere left to say so.
            _queue.Writer.TryComplete();
        }
    }
}
