using RustStack.S3.Blobs;

namespace RustStack.S3.Tests.Operations;

/// <summary>Bytes that let something happen whenever they are read.</summary>
internal sealed class ActingBlob(byte[] bytes, Action act) : Blob(bytes.Length)
{
    public bool IsFreed { get; private set; }

    protected override BlobStream OpenRange(long offset, long lengthBytes) => new Reading(this, offset, lengthBytes);

    protected override void Free() => IsFreed = true;

    private Memory<byte> Read(long offset)
    {
        act();
        ObjectDisposedException.ThrowIf(IsFreed, this);
        return bytes.AsMemory((int)offset);
    }

    private sealed class Reading(ActingBlob blob, long offset, long lengthBytes) : BlobStream(blob, lengthBytes)
    {
        protected override ValueTask<int> ReadRangeAsync(Memory<byte> buffer, CancellationToken cancellationToken)
        {
            blob.Read(offset + Done)[..buffer.Length].CopyTo(buffer);
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
