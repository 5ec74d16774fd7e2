namespace RustStack.S3.Buckets;

/// <summary>Amazon resource names of buckets.</summary>
internal static class BucketArn
{
    /// <summary>The ARN of a bucket.</summary>
    /// <param name="bucket">Its name.</param>
    /// <returns>The ARN.</returns>
    public static string Of(string bucket) => "arn:aws:s3:::" + bucket;
}
