using Microsoft.AspNetCore.Http;
using RustStack.S3.Buckets;
using RustStack.S3.Configurations;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>PutBucketIntelligentTieringConfiguration. The configuration is checked and kept; no object changes its tier.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class PutBucketIntelligentTieringConfiguration(BucketRegistry buckets) : PutBucketIntelligentTieringConfigurationOperation
{
    protected override async ValueTask HandleAsync(
        PutBucketIntelligentTieringConfigurationRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        StoredBucket bucket = buckets.Find(input.Bucket, input.ExpectedBucketOwner);
        IntelligentTieringConfiguration put = input.IntelligentTieringConfiguration;
        TieringRules.Check(put);

        await bucket.ConfigureAsync(configuration => configuration with { Tierings = configuration.Tierings.With(input.Id, put.Id!, put) });

        exchange.StatusCode = StatusCodes.Status204NoContent;
    }
}
