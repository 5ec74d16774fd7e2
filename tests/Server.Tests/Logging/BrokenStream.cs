namespace RustStack.Server.Tests.Logging;

/// <summary>Fails every write, as a pipe does whose reader has gone.</summary>
internal sealed class BrokenStream : MemoryStream
{
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Entered => _entered.Task;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _entered.TrySetResult();
        throw new IOException("Broken pipe");
    }
}
