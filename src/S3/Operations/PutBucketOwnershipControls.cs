using RustStack.S3.Buckets;
using RustStack.S3.Configurations;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutBucketOwnershipControls.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class PutBucketOwnershipControls(BucketRegistry buckets) : PutBucketOwnershipControlsOperation
{
    protected override async ValueTask HandleAsync(
        PutBucketOwnershipControlsRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        if (input.OwnershipControls.Rules is not [{ } rule]) throw RequestErrors.MalformedXml();
        DocumentRules.CheckOneOf(rule.ObjectOwnership, ObjectOwnership.Values);

        await bucket.ConfigureAsync(configuration => configuration with { Acl = configuration.Acl.WithOwnership(rule.ObjectOwnership) });
    }
}
