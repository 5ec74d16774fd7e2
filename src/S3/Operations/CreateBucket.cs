using RustStack.Core.Requests;
using RustStack.S3.Access;
using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;

namespace RustStack.S3.Operations;

/// <summary>CreateBucket.</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class CreateBucket(BucketRegistry buckets) : CreateBucketOperation
{
    protected override async ValueTask<CreateBucketOutput> HandleAsync(
        CreateBucketRequest input, S3Exchange exchange, CancellationToken cancellationToken)
    {
        BucketName.Check(input.Bucket);
        RequestContext context = exchange.Context;
        BucketAcl acl = BucketAcl.Parse(input.ObjectOwnership, AclRequest.Read(exchange), CanonicalUser.IdOf(context.AccountId));
        CreateBucketConfiguration? configuration = input.CreateBucketConfiguration;
        if (configuration?.Location is not null) throw RequestErrors.ElementNotImplemented("Location");
        if (configuration?.Bucket is not null) throw RequestErrors.ElementNotImplemented("Bucket");
        string region = BucketRegion.Resolve(configuration?.LocationConstraint, context.Region);

        StoredBucket bucket = buckets.Prepare(input.Bucket, context.AccountId, region, ObjectTime.Of(context), Configure(acl, input));
        if (await buckets.TryAddAsync(bucket) is { } existing) await RecreateAsync(existing, bucket);

        return new CreateBucketOutput
        {
            Location = "/" + input.Bucket,
            BucketArn = BucketArn.Of(input.Bucket),
        };
    }

    /// <summary>Object lock needs versioning and brings it.</summary>
    private static BucketConfiguration Configure(BucketAcl acl, CreateBucketRequest input)
    {
        bool hasLock = input.ObjectLockEnabledForBucket == true;
        return new()
        {
            Acl = acl,
            LocationConstraint = input.CreateBucketConfiguration?.LocationConstraint,
            Tags = TagSets.CheckBucket(input.CreateBucketConfiguration?.Tags, isNewBucket: true),
            Versioning = hasLock ? VersioningStatus.Enabled : VersioningStatus.Unversioned,
            ObjectLock = hasLock ? new() : null,
        };
    }

    /// <summary>Only in us-east-1 may an owner create a bucket again; that resets its ACL and changes nothing else.</summary>
    private static ValueTask RecreateAsync(StoredBucket existing, StoredBucket requested)
    {
        if (existing.OwnerAccountId != requested.OwnerAccountId) throw BucketErrors.BucketAlreadyExists(existing.Name);
        bool isDefault = existing.Region == BucketRegion.Default && requested.Region == BucketRegion.Default;
        if (!isDefault) throw BucketErrors.BucketAlreadyOwnedByYou(existing.Name);
        AccessControlList list = requested.Configuration.Acl.List;
        return existing.ConfigureAsync(configuration => configuration with { Acl = configuration.Acl with { List = list } });
    }
}
