namespace RustStack.S3.Tests.Operations;

/// <summary>A body that comes in pieces of a length.</summary>
internal sealed class ShortReads(byte[] body, int step) : MemoryStream(body)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(step, buffer.Length)], cancellationToken);
}
