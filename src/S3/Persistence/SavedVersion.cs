using RustStack.Core.Persistence;

namespace RustStack.S3.Persistence;

/// <summary>
/// A version or delete marker was written, or its properties were changed. Which version of a key is the newest follows from the order.
/// </summary>
/// <param name="BucketId">The bucket.</param>
/// <param name="Key">The key.</param>
/// <param name="Order">The version's place in the order of writing.</param>
/// <param name="Document">A <see cref="Documents.StoredObjectDocument"/>.</param>
public sealed record SavedVersion(long BucketId, byte[] Key, long Order, byte[] Document) : JournalRecord;
