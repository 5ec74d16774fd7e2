namespace RustStack.S3.Tests.Uploads;

/// <summary>A body that lets something happen after its upload has begun and before its first byte.</summary>
internal sealed class ActingStream(byte[] bytes, Func<Task> act) : MemoryStream(bytes)
{
    private bool _hasActed;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_hasActed) await act();
        _hasActed = true;
        return await base.ReadAsync(buffer, cancellationToken);
    }
}
