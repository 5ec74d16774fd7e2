using RustStack.Core.Persistence;
using RustStack.S3.Multipart;
using RustStack.S3.Objects;
using RustStack.S3.Persistence;
using RustStack.S3.Persistence.Documents;

namespace RustStack.S3.Buckets;

/// <summary>
/// Tells the journal what a bucket changes, and how that is taken back. Each method is called under the bucket's lock when the change is
/// decided and before it is made; when it throws, the change may not be made.
/// </summary>
/// <param name="bucketId">The bucket's id.</param>
/// <param name="journal">The journal.</param>
/// <param name="state">What the bucket holds.</param>
internal sealed class BucketJournal(long bucketId, IJournal journal, BucketState state)
{
    /// <summary>What the last change waits for, and with it every change before: an answer that rests on what is there may wait for it.</summary>
    public JournalReceipt Last { get; private set; }

    /// <summary>The bucket is configured in another way.</summary>
    /// <param name="next">What it is configured with then.</param>
    /// <returns>What the answer waits for.</returns>
    public JournalReceipt Configure(BucketConfiguration next)
    {
        BucketConfiguration before = state.Configuration;
        return Append([new SavedConfiguration(bucketId, BucketConfigurationDocument.Encode(next))], () => state.Configuration = before);
    }

    /// <summary>The versions of a key change.</summary>
    /// <param name="change">The change.</param>
    /// <returns>What the answer waits for.</returns>
    public JournalReceipt Change(VersionChange change) => change.IsEmpty ? Last : Append(Records(change), () => state.Objects.Revert(change));

    /// <summary>An upload begins.</summary>
    /// <param name="upload">The upload.</param>
    /// <returns>What the answer waits for.</returns>
    public JournalReceipt Begin(PendingUpload upload) => Append(
        [new SavedUpload(bucketId, upload.Key, upload.UploadId, PendingUploadDocument.Encode(upload))], () => state.Uploads.Remove(upload));

    /// <summary>A part is stored.</summary>
    /// <param name="upload">The upload.</param>
    /// <param name="part">The part.</param>
    /// <param name="displaced">The part that it replaces, or null.</param>
    /// <returns>What the answer waits for.</returns>
    public JournalReceipt PutPart(PendingUpload upload, StoredPart part, StoredPart? displaced) => Append(
        [new SavedPart(bucketId, upload.Key, upload.UploadId, part.Number, StoredPartDocument.Encode(part))],
        () => upload.TakeBack(part, displaced));

    /// <summary>An upload is aborted.</summary>
    /// <param name="upload">The upload.</param>
    /// <returns>What the answer waits for.</returns>
    public JournalReceipt Abort(PendingUpload upload) =>
        Append([new EndedUpload(bucketId, upload.Key, upload.UploadId)], () => state.Uploads.Add(upload));

    /// <summary>An upload becomes an object.</summary>
    /// <param name="upload">The upload.</param>
    /// <param name="change">The change of the versions.</param>
    /// <param name="completed">The upload as it is remembered.</param>
    /// <returns>What the answer waits for.</returns>
    public JournalReceipt Complete(PendingUpload upload, VersionChange change, CompletedUpload completed)
    {
        CompletedUpload? forgotten = state.Uploads.NextForgotten;
        List<JournalRecord> records =
        [
            .. Records(change),
            new EndedUpload(bucketId, upload.Key, upload.UploadId),
            new SavedCompletion(
                bucketId, completed.Version.Order, completed.Key, completed.UploadId, StoredObjectDocument.Encode(completed.Version)),
        ];
        if (forgotten is not null) records.Add(new ForgottenCompletion(bucketId, forgotten.Version.Order));
        return Append([.. records], () =>
        {
            state.Uploads.Reopen(upload, forgotten);
            state.Objects.Revert(change);
        });
    }

    /// <summary>The bucket is deleted.</summary>
    /// <param name="putBack">Puts it back among the buckets; called without the bucket's lock.</param>
    /// <returns>What the answer waits for.</returns>
    public JournalReceipt Delete(Action putBack)
    {
        BucketUploads uploads = state.Uploads;
        return Last = journal.Append([new RemovedBucket(bucketId)], () =>
        {
            lock (state.Lock)
            {
                state.IsDeleted = false;
                state.Uploads = uploads;
                Last = default;
            }

            putBack();
        });
    }

    private JournalRecord[] Records(in VersionChange change)
    {
        SavedVersion? saved = change.Added is { } added
            ? new(bucketId, change.Key, added.Order, StoredObjectDocument.Encode(added))
            : null;
        RemovedVersion? deleted = change is { Removed: { } removed, IsInPlace: false } ? new(bucketId, change.Key, removed.Order) : null;
        if (saved is null) return [deleted!];
        return deleted is null ? [saved] : [saved, deleted];
    }

    private JournalReceipt Append(ReadOnlySpan<JournalRecord> records, Action undo) => Last = journal.Append(records, () =>
    {
        lock (state.Lock)
        {
            undo();
            Last = default;
        }
    });
}
