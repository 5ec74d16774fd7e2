using RustStack.Core.Persistence;

namespace RustStack.S3.Persistence;

/// <summary>A part was uploaded, in place of the one of its number that may be there.</summary>
/// <param name="BucketId">The bucket.</param>
/// <param name="Key">The key that the upload is for.</param>
/// <param name="UploadId">The upload.</param>
/// <param name="Number">The part's number.</param>
/// <param name="Document">A <see cref="Documents.StoredPartDocument"/>.</param>
public sealed record SavedPart(long BucketId, byte[] Key, string UploadId, int Number, byte[] Document) : JournalRecord;
