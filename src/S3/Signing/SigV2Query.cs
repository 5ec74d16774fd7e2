using System.Globalization;
using RustStack.S3.Errors;
using RustStack.S3.Routing;

namespace RustStack.S3.Signing;

/// <summary>
/// What the query of a presigned URL of version 2 says of its signature (Amazon S3 user guide, "Signing and authenticating REST requests
/// (signature version 2)"), as it was sent.
/// </summary>
/// <param name="AccessKeyId"><c>AWSAccessKeyId</c>.</param>
/// <param name="Signature"><c>Signature</c>.</param>
/// <param name="Expires"><c>Expires</c>: seconds since 1970.</param>
internal sealed record SigV2Query(string? AccessKeyId, string? Signature, string? Expires)
{
    /// <summary>Reads the parameters.</summary>
    /// <param name="query">The query.</param>
    /// <returns>The parameters; null when the query carries no signature of version 2.</returns>
    public static SigV2Query? Read(S3Query query)
    {
        SigV2Query read = new(query.Find("AWSAccessKeyId"), query.Find("Signature"), query.Find("Expires"));
        return read is { AccessKeyId: null, Signature: null } ? null : read;
    }

    /// <summary>Refuses a URL whose time is over; one that states no usable time, or is not complete, is not looked at.</summary>
    /// <param name="now">The time of the request.</param>
    /// <exception cref="Core.Errors.AwsException">The time is over.</exception>
    public void CheckExpiry(DateTimeOffset now)
    {
        if (AccessKeyId is null || Signature is null || ReadEnd() is not { } end || end >= now.ToUnixTimeSeconds()) return;
        throw S3SignatureErrors.Instance.Expired(null, DateTimeOffset.FromUnixTimeSeconds(end), now);
    }

    /// <summary>Checks that the URL says who signed it, and until when it may be used.</summary>
    /// <param name="now">The time of the request.</param>
    /// <exception cref="Core.Errors.AwsException">It does not, or its time is over.</exception>
    public void Check(DateTimeOffset now)
    {
        if (AccessKeyId is null || Signature is null || Expires is null) throw S3SignatureErrors.IncompleteVersion2Query();
        if (ReadEnd() is null) throw S3SignatureErrors.InvalidEnd(Expires);
        CheckExpiry(now);
    }

    private long? ReadEnd() =>
        long.TryParse(Expires, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) ? seconds : null;
}
