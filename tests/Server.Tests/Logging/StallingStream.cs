using System.Text;

namespace RustStack.Server.Tests.Logging;

/// <summary>Lets no write pass until it is released.</summary>
internal sealed class StallingStream : MemoryStream
{
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Entered => _entered.Task;

    public string Text => Encoding.UTF8.GetString(ToArray());

    public void Release() => _released.TrySetResult();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _entered.TrySetResult();
        await _released.Task;
        await base.WriteAsync(buffer, cancellationToken);
    }
}
