using RustStack.Core.Collections;
using RustStack.Core.Errors;
using RustStack.Core.Ids;
using RustStack.Core.Persistence;
using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Objects;

namespace RustStack.S3.Multipart;

/// <summary>The multipart uploads of a bucket, behind the bucket's lock. Changes are made and saved as those of objects are.</summary>
/// <param name="state">What the bucket holds.</param>
/// <param name="journal">Saves what changes; null where everything is in memory alone.</param>
/// <param name="ids">Gives version ids their random part.</param>
internal sealed class MultipartUploads(BucketState state, BucketJournal? journal, IdSource ids)
{
    /// <summary>Begins a multipart upload.</summary>
    /// <param name="upload">The upload, without parts.</param>
    /// <returns>A task that ends when it is saved.</returns>
    /// <exception cref="AwsException">The bucket was deleted.</exception>
    public ValueTask BeginAsync(PendingUpload upload)
    {
        lock (state.Lock)
        {
            state.CheckExists();
            JournalReceipt receipt = journal?.Begin(upload) ?? default;
            state.Uploads.Add(upload);
            return receipt.CommittedAsync();
        }
    }

    /// <summary>Finds an upload in progress.</summary>
    /// <param name="key">The key that it is for.</param>
    /// <param name="uploadId">Its id.</param>
    /// <returns>The upload.</returns>
    /// <exception cref="AwsException">NoSuchUpload.</exception>
    public PendingUpload Find(byte[] key, string uploadId)
    {
        lock (state.Lock)
        {
            state.CheckExists();
            return state.Uploads.Find(key, uploadId);
        }
    }

    /// <summary>Stores a part, in place of the one of that number that may be there.</summary>
    /// <param name="key">The key that the upload is for.</param>
    /// <param name="uploadId">The upload's id.</param>
    /// <param name="part">The part; one reference to its bytes passes to the upload, unless this throws.</param>
    /// <returns>A task that ends when it is saved.</returns>
    /// <exception cref="AwsException">NoSuchUpload, also when it was aborted or completed meanwhile.</exception>
    public async ValueTask PutPartAsync(byte[] key, string uploadId, StoredPart part)
    {
        StoredPart? displaced;
        JournalReceipt receipt;
        lock (state.Lock)
        {
            state.CheckExists();
            PendingUpload upload = state.Uploads.Find(key, uploadId);
            displaced = upload.Find(part.Number);
            receipt = journal?.PutPart(upload, part, displaced) ?? default;
            upload.Put(part);
        }

        await receipt.CommittedAsync();
        displaced?.Blob.Release();
    }

    /// <summary>The parts of an upload as they are now.</summary>
    /// <param name="key">The key that the upload is for.</param>
    /// <param name="uploadId">The upload's id.</param>
    /// <returns>The parts by ascending number; their bytes may go.</returns>
    /// <exception cref="AwsException">NoSuchUpload.</exception>
    public IReadOnlyList<StoredPart> Parts(byte[] key, string uploadId)
    {
        lock (state.Lock)
        {
            state.CheckExists();
            return state.Uploads.Find(key, uploadId).ToList();
        }
    }

    /// <summary>Aborts an upload.</summary>
    /// <param name="key">The key that the upload is for.</param>
    /// <param name="uploadId">The upload's id.</param>
    /// <param name="initiated">When it must have been begun, if that is asked.</param>
    /// <returns>A task that ends when that is saved; the upload is gone before this first waits.</returns>
    /// <exception cref="AwsException">NoSuchUpload, or PreconditionFailed.</exception>
    public async ValueTask AbortAsync(byte[] key, string uploadId, DateTimeOffset? initiated)
    {
        PendingUpload upload;
        JournalReceipt receipt;
        lock (state.Lock)
        {
            state.CheckExists();
            upload = state.Uploads.Find(key, uploadId);
            if (initiated is { } time && time != upload.Initiated) throw RequestErrors.PreconditionFailed("x-amz-if-match-initiated-time");
            receipt = journal?.Abort(upload) ?? default;
            state.Uploads.Remove(upload);
        }

        await receipt.CommittedAsync();
        upload.ReleaseParts();
    }

    /// <summary>The uploads in progress as they are now.</summary>
    /// <returns>An immutable view.</returns>
    public OrderedMapSnapshot<UploadKey, PendingUpload> Snapshot()
    {
        lock (state.Lock)
        {
            state.CheckExists();
            return state.Uploads.Snapshot();
        }
    }

    /// <summary>What an upload that was completed lately became.</summary>
    /// <param name="key">The key that the upload was for.</param>
    /// <param name="uploadId">The upload's id.</param>
    /// <returns>The object, when its completion is saved; null when it is not known.</returns>
    public async ValueTask<StoredObject?> FindCompletedAsync(byte[] key, string uploadId)
    {
        StoredObject? known;
        JournalReceipt receipt;
        lock (state.Lock)
        {
            state.CheckExists();
            known = state.Uploads.FindCompleted(key, uploadId);
            receipt = known is null ? default : journal?.Last ?? default;
        }

        await receipt.CommittedAsync();
        return known;
    }

    /// <summary>Makes an upload an object, if its parts are still the ones that were looked at.</summary>
    /// <param name="upload">The upload.</param>
    /// <param name="completion">What it becomes.</param>
    /// <param name="condition">What must hold of the object that is there.</param>
    /// <returns>The object, when it is saved; null when a part was replaced meanwhile: nothing was changed, look again.</returns>
    /// <exception cref="AwsException">The upload is gone, or the condition does not hold.</exception>
    public async ValueTask<StoredObject?> TryCompleteAsync(PendingUpload upload, UploadCompletion completion, WriteCondition condition)
    {
        VersionChange change;
        JournalReceipt receipt;
        lock (state.Lock)
        {
            state.CheckExists();
            state.Uploads.Find(upload.Key, upload.UploadId);
            if (!upload.Holds(completion.Parts)) return null;
            StoredObject? newest = state.Objects.Find(upload.Key, null);
            condition.Check(newest, upload.Key);
            change = state.Writing(upload.Key, completion.Version, newest, ids);
            CompletedUpload completed = new(upload.Key, upload.UploadId, change.Added!.WithoutBytes());
            receipt = journal?.Complete(upload, change, completed) ?? default;
            foreach (StoredPart part in completion.Parts) part.Blob.AddReference();
            state.Objects.Apply(change);
            state.Uploads.Complete(upload, completed);
        }

        await CommittedAsync(receipt, change.Added);
        upload.ReleaseParts();
        change.Removed?.Blob?.Release();
        return change.Added;
    }

    /// <summary>Waits; when the object could not be saved, the references to its parts that it took are given back.</summary>
    private static async ValueTask CommittedAsync(JournalReceipt receipt, StoredObject version)
    {
        try
        {
            await receipt.CommittedAsync();
        }
        catch (JournalException)
        {
            version.Blob!.Release();
            throw;
        }
    }
}
