using RustStack.S3.Errors;

namespace RustStack.S3.Buckets;

/// <summary>Where a bucket is created and what GetBucketLocation says of it.</summary>
internal static class BucketRegion
{
    /// <summary>The region that buckets of no location constraint are in.</summary>
    public const string Default = "us-east-1";

    private const string Europe = "EU";
    private const string EuropeRegion = "eu-west-1";

    /// <summary>Decides the region of a new bucket.</summary>
    /// <param name="constraint">The location constraint, or null.</param>
    /// <param name="endpointRegion">
    /// The region that the request was signed for. One that AWS does not have counts as the default: clients of other stores sign for
    /// <c>US</c>, <c>auto</c> or <c>default</c>, and S3 would tell them to sign for us-east-1.
    /// </param>
    /// <returns>The region.</returns>
    /// <exception cref="Core.Errors.AwsException">The constraint is no region's, or does not fit the endpoint.</exception>
    public static string Resolve(string? constraint, string endpointRegion)
    {
        if (!IsRegion(endpointRegion)) endpointRegion = Default;
        if (constraint is null or "")
        {
            return endpointRegion == Default ? Default : throw BucketErrors.IllegalLocationConstraint("unspecified");
        }

        if (constraint == Default || constraint != Europe && !IsRegion(constraint)) throw BucketErrors.InvalidLocationConstraint(constraint);
        string region = constraint == Europe ? EuropeRegion : constraint;
        return endpointRegion == Default || endpointRegion == region ? region : throw BucketErrors.IllegalLocationConstraint(constraint);
    }

    /// <summary>The location constraint of a bucket.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <returns>The constraint that it was created with, <c>EU</c> being one; null in the default region.</returns>
    public static string? Constraint(StoredBucket bucket)
    {
        if (bucket.Region == Default) return null;
        return bucket.Configuration.LocationConstraint is { Length: > 0 } constraint ? constraint : bucket.Region;
    }

    /// <summary>Whether a text has the form of a region's name: letters, a word or more, a number.</summary>
    /// <param name="text">The text.</param>
    public static bool IsRegion(string text)
    {
        string[] words = text.Split('-');
        if (words.Length < 3 || words[^1].Length != 1 || !char.IsAsciiDigit(words[^1][0])) return false;
        foreach (string word in words[..^1])
        {
            if (word.Length == 0 || word.AsSpan().ContainsAnyExceptInRange('a', 'z')) return false;
        }

        return words[0].Length is 2 or 3;
    }
}
