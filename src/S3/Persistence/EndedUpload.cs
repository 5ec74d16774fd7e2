using RustStack.Core.Persistence;

namespace RustStack.S3.Persistence;

/// <summary>A multipart upload was aborted or completed; its parts go with it.</summary>
/// <param name="BucketId">The bucket.</param>
/// <param name="Key">The key that it was for.</param>
/// <param name="UploadId">Its id.</param>
public sealed record EndedUpload(long BucketId, byte[] Key, string UploadId) : JournalRecord;
