namespace RustStack.S3.Routing;

/// <summary>What a request's host, path and query name.</summary>
/// <param name="Bucket">The bucket; empty for the service.</param>
/// <param name="Key">The key; empty for the service or a bucket.</param>
/// <param name="Query">The query.</param>
/// <param name="IsVirtualHosted">Whether the host names the bucket, so that the path is the key alone.</param>
internal sealed record S3Target(string Bucket, string Key, S3Query Query, bool IsVirtualHosted)
{
    /// <summary>Whether the host is the website endpoint, which serves pages and knows no operations.</summary>
    public bool IsWebsite { get; init; }

    /// <summary>What the path names.</summary>
    public S3Level Level => Key.Length > 0 ? S3Level.Object : Bucket.Length > 0 ? S3Level.Bucket : S3Level.Service;

    /// <summary>The resource as errors name it: <c>/BUCKET/KEY</c>.</summary>
    public string Resource => Level switch
    {
        S3Level.Service => "/",
        S3Level.Bucket => $"/{Bucket}",
        _ => $"/{Bucket}/{Key}",
    };
}
