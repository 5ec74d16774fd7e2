using RustStack.Core.Persistence;

namespace RustStack.S3.Persistence;

/// <summary>What a completed upload became is remembered, so that completing it again answers the same.</summary>
/// <param name="BucketId">The bucket.</param>
/// <param name="Order">The place of the object that it became in the order of writing, and so of the upload among the completed ones.</param>
/// <param name="Key">The key that it was for.</param>
/// <param name="UploadId">Its id.</param>
/// <param name="Document">A <see cref="Documents.StoredObjectDocument"/> without bytes.</param>
public sealed record SavedCompletion(long BucketId, long Order, byte[] Key, string UploadId, byte[] Document) : JournalRecord;
