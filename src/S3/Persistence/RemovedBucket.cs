using RustStack.Core.Persistence;

namespace RustStack.S3.Persistence;

/// <summary>A bucket was deleted. It holds no versions; its uploads, their parts and the completed uploads that it remembers go with it.</summary>
/// <param name="BucketId">The bucket.</param>
public sealed record RemovedBucket(long BucketId) : JournalRecord;
