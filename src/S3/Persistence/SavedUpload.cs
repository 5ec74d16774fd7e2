using RustStack.Core.Persistence;

namespace RustStack.S3.Persistence;

/// <summary>A multipart upload was begun.</summary>
/// <param name="BucketId">The bucket.</param>
/// <param name="Key">The key that it is for.</param>
/// <param name="UploadId">Its id.</param>
/// <param name="Document">A <see cref="Documents.PendingUploadDocument"/>.</param>
public sealed record SavedUpload(long BucketId, byte[] Key, string UploadId, byte[] Document) : JournalRecord;
