using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>GetBucketOwnershipControls.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class GetBucketOwnershipControls(BucketRegistry buckets) : GetBucketOwnershipControlsOperation
{
    protected override ValueTask<GetBucketOwnershipControlsOutput> HandleAsync(
        GetBucketOwnershipControlsRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        string ownership = bucket.Configuration.Acl.Ownership ?? throw ConfigurationErrors.OwnershipControlsNotFound(bucket.Name);
        return ValueTask.FromResult(new GetBucketOwnershipControlsOutput
        {
            OwnershipControls = new() { Rules = [new() { ObjectOwnership = ownership }] },
        });
    }
}
