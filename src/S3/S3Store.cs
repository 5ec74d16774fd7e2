using RustStack.Core.Background;
using RustStack.Core.Ids;
using RustStack.Core.Persistence;
using RustStack.S3.Blobs;
using RustStack.S3.Buckets;
using RustStack.S3.Uploads;

namespace RustStack.S3;

/// <summary>What the service holds: its buckets and the bytes behind them.</summary>
/// <param name="blobs">Where bytes are kept; disposed with the store.</param>
/// <param name="ids">The source of ids.</param>
/// <param name="journal">Saves what changes; null where everything is in memory alone.</param>
internal sealed class S3Store(IBlobStore blobs, IdSource ids, IJournal? journal = null) : IAsyncDisposable
{
    public BucketRegistry Buckets { get; } = new(ids, journal);

    public UploadReceiver Receiver { get; } = new(blobs);

    /// <summary>What applies lifecycle rules; null for nothing. It ends before the bytes go.</summary>
    public PeriodicSweep? Sweep { get; set; }

    public async ValueTask DisposeAsync()
    {
        if (Sweep is not null) await Sweep.DisposeAsync();
        blobs.Dispose();
    }
}
