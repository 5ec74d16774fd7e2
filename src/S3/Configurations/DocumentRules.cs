using RustStack.S3.Errors;
using RustStack.S3.Generated;

namespace RustStack.S3.Configurations;

/// <summary>Rules that documents of several kinds share.</summary>
internal static class DocumentRules
{
    private const string BucketArnPrefix = "arn:";
    private const int BucketArnParts = 6;

    /// <summary>Refuses a value that the schema does not list.</summary>
    /// <param name="value">The value; null when its element is missing.</param>
    /// <param name="allowed">What the schema lists.</param>
    /// <exception cref="Core.Errors.AwsException">MalformedXML.</exception>
    public static void CheckOneOf(string? value, IReadOnlyList<string> allowed)
    {
        if (value is null || !allowed.Contains(value)) throw RequestErrors.MalformedXml();
    }

    /// <summary>Refuses a value that is there and that the schema does not list.</summary>
    /// <param name="value">The value, or null.</param>
    /// <param name="allowed">What the schema lists.</param>
    /// <exception cref="Core.Errors.AwsException">MalformedXML.</exception>
    public static void CheckOptional(string? value, IReadOnlyList<string> allowed)
    {
        if (value is not null) CheckOneOf(value, allowed);
    }

    /// <summary>Checks the predicates of a conjunction: at least two, and no tag key twice.</summary>
    /// <param name="tags">The tags.</param>
    /// <param name="others">How many other predicates there are.</param>
    /// <exception cref="Core.Errors.AwsException">MalformedXML, or InvalidRequest for a tag key.</exception>
    public static void CheckConjunction(IReadOnlyList<Tag>? tags, int others)
    {
        int tagCount = tags?.Count ?? 0;
        if (tagCount + others < 2) throw RequestErrors.MalformedXml();
        if (tags is not null && tags.DistinctBy(static tag => tag.Key).Count() < tagCount) throw ConfigurationErrors.DuplicateTagKeys();
    }

    /// <summary>The bucket that an ARN names.</summary>
    /// <param name="arn">The ARN.</param>
    /// <returns>The bucket's name, or null when it is no bucket's ARN.</returns>
    public static string? BucketOf(string? arn)
    {
        if (arn is null || !arn.StartsWith(BucketArnPrefix, StringComparison.Ordinal)) return null;
        string[] parts = arn.Split(':');
        bool isBucket = parts.Length == BucketArnParts
            && parts[1] is "aws" or "aws-cn" or "aws-us-gov"
            && parts is [_, _, "s3", "", "", { Length: > 0 }]
            && !parts[5].Contains('/', StringComparison.Ordinal);
        return isBucket ? parts[5] : null;
    }

    /// <summary>Refuses what is no bucket's ARN.</summary>
    /// <param name="arn">The ARN of the destination of a report.</param>
    /// <exception cref="Core.Errors.AwsException">InvalidS3DestinationBucket.</exception>
    public static void CheckDestination(string? arn)
    {
        if (BucketOf(arn) is null) throw ConfigurationErrors.InvalidDestination();
    }
}
