using RustStack.Core.Persistence;

namespace RustStack.S3.Persistence;

/// <summary>A bucket is configured in another way.</summary>
/// <param name="BucketId">The bucket.</param>
/// <param name="Configuration">A <see cref="Documents.BucketConfigurationDocument"/>.</param>
public sealed record SavedConfiguration(long BucketId, byte[] Configuration) : JournalRecord;
