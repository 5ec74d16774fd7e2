using RustStack.Core.Persistence;

namespace RustStack.S3.Persistence;

/// <summary>A version or delete marker is gone for good.</summary>
/// <param name="BucketId">The bucket.</param>
/// <param name="Key">The key.</param>
/// <param name="Order">The version's place in the order of writing.</param>
public sealed record RemovedVersion(long BucketId, byte[] Key, long Order) : JournalRecord;
