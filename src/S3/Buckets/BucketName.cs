using System.Net;
using RustStack.S3.Errors;

namespace RustStack.S3.Buckets;

/// <summary>Names of general purpose buckets (Amazon S3 user guide, "General purpose bucket naming rules").</summary>
internal static class BucketName
{
    private const int MinLength = 3;
    private const int MaxLength = 63;

    /// <summary>Checks the name of a bucket that is to be created.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="Core.Errors.AwsException">InvalidBucketName.</exception>
    public static void Check(string name)
    {
        if (!IsValid(name)) throw BucketErrors.InvalidBucketName(name);
    }

    /// <summary>Whether a bucket may have the name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True when it may.</returns>
    public static bool IsValid(string name)
    {
        if (name.Length is < MinLength or > MaxLength) return false;
        foreach (char c in name)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('-' or '.')) return false;
        }

        return char.IsAsciiLetterOrDigit(name[0])
            && char.IsAsciiLetterOrDigit(name[^1])
            && !name.Contains("..", StringComparison.Ordinal)
            && !IsAddress(name)
            && !HasReservedPart(name);
    }

    private static bool IsAddress(string name) => name.Split('.').Length == 4 && IPAddress.TryParse(name, out _);

    private static bool HasReservedPart(string name) =>
        name.StartsWith("xn--", StringComparison.Ordinal)
        || name.StartsWith("sthree-", StringComparison.Ordinal)
        || name.StartsWith("amzn-s3-demo-", StringComparison.Ordinal)
        || name.EndsWith("-s3alias", StringComparison.Ordinal)
        || name.EndsWith("--ol-s3", StringComparison.Ordinal)
        || name.EndsWith(".mrap", StringComparison.Ordinal)
        || name.EndsWith("--x-s3", StringComparison.Ordinal)
        || name.EndsWith("--table-s3", StringComparison.Ordinal);
}
