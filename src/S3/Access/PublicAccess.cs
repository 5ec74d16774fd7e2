using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;

namespace RustStack.S3.Access;

/// <summary>What the public access block of a bucket refuses (Amazon S3 user guide, "Blocking public access").</summary>
internal static class PublicAccess
{
    /// <summary>The block of a new bucket: since April 2023 S3 blocks everything.</summary>
    public static PublicAccessBlockConfiguration Blocked { get; } = new()
    {
        BlockPublicAcls = true,
        IgnorePublicAcls = true,
        BlockPublicPolicy = true,
        RestrictPublicBuckets = true,
    };

    /// <summary>Fills a block up: what it does not name is off.</summary>
    /// <param name="block">The block as it was put.</param>
    /// <returns>The block as S3 gives it back.</returns>
    /// <exception cref="Core.Errors.AwsException">It names nothing.</exception>
    public static PublicAccessBlockConfiguration Complete(PublicAccessBlockConfiguration block)
    {
        if (block == new PublicAccessBlockConfiguration()) throw ConfigurationErrors.EmptyPublicAccessBlock();
        return new()
        {
            BlockPublicAcls = block.BlockPublicAcls ?? false,
            IgnorePublicAcls = block.IgnorePublicAcls ?? false,
            BlockPublicPolicy = block.BlockPublicPolicy ?? false,
            RestrictPublicBuckets = block.RestrictPublicBuckets ?? false,
        };
    }

    /// <summary>Refuses a public ACL where the bucket blocks them.</summary>
    /// <param name="configuration">The bucket's configuration.</param>
    /// <param name="acl">The ACL that is to be set.</param>
    /// <param name="account">Who asks.</param>
    /// <param name="action">What is asked, such as <c>s3:PutBucketAcl</c>.</param>
    /// <param name="resource">The ARN that it is asked for.</param>
    /// <exception cref="Core.Errors.AwsException">AccessDenied.</exception>
    public static void CheckAcl(
        BucketConfiguration configuration, AccessControlList acl, string account, string action, string resource)
    {
        if (configuration.PublicAccessBlock?.BlockPublicAcls == true && acl.IsPublic)
        {
            throw AccessErrors.PublicAclBlocked(account, action, resource);
        }
    }
}
