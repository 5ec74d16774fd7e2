using Microsoft.AspNetCore.Http;
using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Policies;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutBucketPolicy. Requests come from accounts, which S3 never locks out of the policies of their buckets.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class PutBucketPolicy(BucketRegistry buckets) : PutBucketPolicyOperation
{
    protected override async ValueTask HandleAsync(
        PutBucketPolicyRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        BucketPolicy policy = PolicyReader.Read(input.Policy, bucket.Name);

        await bucket.ConfigureAsync(configuration =>
        {
            bool isBlocked = configuration.PublicAccessBlock?.BlockPublicPolicy == true && policy.IsPublic;
            if (isBlocked) throw AccessErrors.PublicPolicyBlocked(exchange.Context.AccountId, BucketArn.Of(bucket.Name));
            return configuration with { Policy = policy };
        });

        exchange.StatusCode = StatusCodes.Status204NoContent;
    }
}
