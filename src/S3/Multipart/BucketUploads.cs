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
    private readonly Dictionary<string, (byte[] Key, StoredObject Version)> _completed = new(StringComparer.Ordinal);
    private readonly Queue<string> _completedInOrder = [];

    public void Add(PendingUpload upload) => _pending.Set(new(upload.Key, upload.UploadId), upload);

    public PendingUpload Find(byte[] key, string uploadId) =>
        _pending.TryGetValue(new UploadKey(key, uploadId), out PendingUpload? upload)
            ? upload
            : throw MultipartErrors.NoSuchUpload(uploadId);

    public void Remove(PendingUpload upload) => _pending.Remove(new UploadKey(upload.Key, upload.UploadId));

    public OrderedMapSnapshot<UploadKey, PendingUpload> Snapshot() => _pending.Snapshot();

    /// <summary>What a completed upload became, while it is remembered.</summary>
    public StoredObject? FindCompleted(byte[] key, string uploadId) =>
        _completed.TryGetValue(uploadId, out (byte[] Key, StoredObject Version) completed) && completed.Key.AsSpan().SequenceEqual(key)
            ? completed.Version
            : null;

    /// <summary>Makes an upload a completed one. What is remembered holds no bytes.</summary>
    public void Complete(PendingUpload upload, StoredObject version)
    {
        Remove(upload);
        if (_completedInOrder.Count == MaxCompleted) _completed.Remove(_completedInOrder.Dequeue());
        _completedInOrder.Enqueue(upload.UploadId);
        _completed[upload.UploadId] = (upload.Key, version.WithoutBytes());
    }

    /// <summary>Forgets everything.</summary>
    /// <returns>The uploads that were in progress.</returns>
    public IReadOnlyList<PendingUpload> Clear()
    {
        List<PendingUpload> uploads = [];
        foreach (KeyValuePair<UploadKey, PendingUpload> entry in _pending) uploads.Add(entry.Value);
        _pending.Clear();
        _completed.Clear();
        _completedInOrder.Clear();
        return uploads;
    }
}
