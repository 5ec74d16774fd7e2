using RustStack.Core.Ids;
using RustStack.Core.Requests;
using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>CreateBucket.</summary>
/// <param name="buckets">The buckets.</param>
/// <param name="ids">Gives version ids their random part.</param>
internal sealed class CreateBucket(BucketRegistry buckets, IdSource ids) : CreateBucketOperation
{
    protected override ValueTask<CreateBucketOutput> HandleAsync(
        CreateBucketRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        BucketName.Check(input.Bucket);
        ObjectHeaders.RefuseGrants(exchange, input.ACL);
        BucketAcl acl = BucketAcl.Parse(input.ObjectOwnership, input.ACL);
        CreateBucketConfiguration? configuration = input.CreateBucketConfiguration;
        if (configuration?.Location is not null) throw RequestErrors.ElementNotImplemented("Location");
        if (configuration?.Bucket is not null) throw RequestErrors.ElementNotImplemented("Bucket");
        if (configuration?.Tags is { Count: > 0 }) throw RequestErrors.ElementNotImplemented("Tags");
        RequestContext context = exchange.Context;
        string region = BucketRegion.Resolve(configuration?.LocationConstraint, context.Region);

        StoredBucket bucket = new(input.Bucket, context.AccountId, region, ObjectTime.Of(context), Configure(acl, input), ids);
        if (buckets.TryAdd(bucket) is { } existing) CheckMayRecreate(existing, bucket);

        return ValueTask.FromResult(new CreateBucketOutput
        {
            Location = "/" + input.Bucket,
            BucketArn = BucketArn.Of(input.Bucket),
        });
    }

    /// <summary>Object lock needs versioning and brings it.</summary>
    private static BucketConfiguration Configure(BucketAcl acl, CreateBucketRequest input) => input.ObjectLockEnabledForBucket == true
        ? new() { Acl = acl, Versioning = VersioningStatus.Enabled, ObjectLock = new() }
        : new() { Acl = acl };

    /// <summary>Only in us-east-1 may an owner create a bucket again; that changes nothing.</summary>
    private static void CheckMayRecreate(StoredBucket existing, StoredBucket requested)
    {
        if (existing.OwnerAccountId != requested.OwnerAccountId) throw BucketErrors.BucketAlreadyExists(existing.Name);
        bool isDefault = existing.Region == BucketRegion.Default && requested.Region == BucketRegion.Default;
        if (!isDefault) throw BucketErrors.BucketAlreadyOwnedByYou(existing.Name);
    }
}
