using RustStack.Core.Persistence;

namespace RustStack.S3.Persistence;

/// <summary>A completed upload is remembered no more.</summary>
/// <param name="BucketId">The bucket.</param>
/// <param name="Order">Its place among the completed ones.</param>
public sealed record ForgottenCompletion(long BucketId, long Order) : JournalRecord;
