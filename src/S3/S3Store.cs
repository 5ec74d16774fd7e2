using RustStack.S3.Blobs;
using RustStack.S3.Buckets;
using RustStack.S3.Uploads;

namespace RustStack.S3;

/// <summary>What the service holds: its buckets and the bytes behind them.</summary>
/// <param name="blobs">Where bytes are kept; disposed with the store.</param>
internal sealed class S3Store(IBlobStore blobs) : IAsyncDisposable
{
    public BucketRegistry Buckets { get; } = new();

    public UploadReceiver Receiver { get; } = new(blobs);

    public ValueTask DisposeAsync()
    {
        blobs.Dispose();
        return ValueTask.CompletedTask;
    }
}
