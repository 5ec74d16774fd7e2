namespace RustStack.S3.Policies;

/// <summary>The resources that a bucket's policy may name: the bucket and its objects, by ARNs with wildcards.</summary>
internal static class PolicyResource
{
    private const string Any = "*";

    private static readonly string[] Prefixes = ["arn:aws:s3:::", "arn:aws-cn:s3:::", "arn:aws-us-gov:s3:::", "arn:*:s3:::"];

    /// <summary>Whether a resource is the bucket or something in it.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="bucket">The bucket's name.</param>
    public static bool IsOf(string resource, string bucket) =>
        resource == Any || NameOf(resource) is { Length: > 0 } name && PolicyPattern.Matches(BucketOf(name), bucket);

    /// <summary>Whether a resource of the bucket may be the bucket itself.</summary>
    /// <param name="resource">The resource.</param>
    public static bool MayBeBucket(string resource) =>
        resource == Any || NameOf(resource) is { } name && !name.Contains('/', StringComparison.Ordinal);

    /// <summary>Whether a resource of the bucket may be an object: it has a key, or a wildcard that may stand for one.</summary>
    /// <param name="resource">The resource.</param>
    public static bool MayBeObject(string resource) =>
        NameOf(resource) is not { } name || name.Contains('/', StringComparison.Ordinal) || name.Contains('*', StringComparison.Ordinal);

    private static string? NameOf(string resource)
    {
        string? prefix = Prefixes.FirstOrDefault(prefix => resource.StartsWith(prefix, StringComparison.Ordinal));
        return prefix is null ? null : resource[prefix.Length..];
    }

    private static ReadOnlySpan<char> BucketOf(string name)
    {
        int slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? name : name.AsSpan(0, slash);
    }
}
