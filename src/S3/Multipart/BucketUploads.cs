using RustStack.Core.Collections;
using RustStack.S3.Errors;
using RustStack.S3.Objects;

namespace RustStack.S3.Multipart;

/// <summary>The uploads of a bucket: those in progress, and the last ones completed. Used under the bucket's lock.</summary>
internal sealed class BucketUploads
{
    /// <summary>How many completed uploads are remembered, so that completing one twice answers the same.</summary>
    public const int MaxCompleted = 1000;

    private readonly OrderedMap<UploadKey, PendingUpload, UploadKeyComparer> _pending = new();
    private readonly Dictionary<string, CompletedUpload> _completed = new(StringComparer.Ordinal);
    private readonly LinkedList<CompletedUpload> _completedInOrder = [];

    /// <summary>The completed upload that is forgotten when another is completed; null as long as there is room.</summary>
    public CompletedUpload? NextForgotten => _completedInOrder.Count == MaxCompleted ? _completedInOrder.First!.Value : null;

    public void Add(PendingUpload upload) => _pending.Set(new(upload.Key, upload.UploadId), upload);

    public PendingUpload Find(byte[] key, string uploadId) => TryFind(key, uploadId) ?? throw MultipartErrors.NoSuchUpload(uploadId);

    public PendingUpload? TryFind(byte[] key, string uploadId) =>
        _pending.TryGetValue(new UploadKey(key, uploadId), out PendingUpload? upload) ? upload : null;

    public void Remove(PendingUpload upload) => _pending.Remove(new UploadKey(upload.Key, upload.UploadId));

    public OrderedMapSnapshot<UploadKey, PendingUpload> Snapshot() => _pending.Snapshot();

    /// <summary>What a completed upload became, while it is remembered.</summary>
    public StoredObject? FindCompleted(byte[] key, string uploadId) =>
        _completed.TryGetValue(uploadId, out CompletedUpload? completed) && completed.Key.AsSpan().SequenceEqual(key)
            ? completed.Version
            : null;

    /// <summary>Makes an upload a completed one; the oldest may be forgotten for it.</summary>
    public void Complete(PendingUpload upload, CompletedUpload completed)
    {
        Remove(upload);
        if (NextForgotten is { } forgotten)
        {
            _completed.Remove(forgotten.UploadId);
            _completedInOrder.RemoveFirst();
        }

        Remember(completed);
    }

    /// <summary>Remembers a completed upload after every other.</summary>
    public void Remember(CompletedUpload completed)
    {
        _completedInOrder.AddLast(completed);
        _completed[completed.UploadId] = completed;
    }

    /// <summary>Takes the last <see cref="Complete"/> back.</summary>
    /// <param name="upload">The upload that was completed.</param>
    /// <param name="forgotten">What <see cref="NextForgotten"/> was before.</param>
    public void Reopen(PendingUpload upload, CompletedUpload? forgotten)
    {
        _completedInOrder.RemoveLast();
        _completed.Remove(upload.UploadId);
        if (forgotten is not null)
        {
            _completedInOrder.AddFirst(forgotten);
            _completed[forgotten.UploadId] = forgotten;
        }

        Add(upload);
    }

    /// <summary>Lets the bytes of every part go; called once, after the uploads left their bucket.</summary>
    public void ReleaseParts()
    {
        foreach (KeyValuePair<UploadKey, PendingUpload> entry in _pending) entry.Value.ReleaseParts();
    }
}
