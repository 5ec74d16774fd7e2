namespace RustStack.S3.Routing;

/// <summary>What a request's path names.</summary>
internal enum S3Level
{
    /// <summary>No bucket: the service.</summary>
    Service,

    /// <summary>A bucket.</summary>
    Bucket,

    /// <summary>A key in a bucket.</summary>
    Object,
}
