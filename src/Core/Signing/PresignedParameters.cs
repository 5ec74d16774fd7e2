using System.Globalization;

namespace RustStack.Core.Signing;

/// <summary>
/// What the query of a presigned URL of version 4 says of its signature (Amazon S3 API reference, "Authenticating requests: using query
/// parameters"), as it was sent.
/// </summary>
/// <param name="Algorithm"><c>X-Amz-Algorithm</c>.</param>
/// <param name="Credential"><c>X-Amz-Credential</c>.</param>
/// <param name="Date"><c>X-Amz-Date</c>.</param>
/// <param name="Expires"><c>X-Amz-Expires</c>: seconds.</param>
/// <param name="SignedHeaders"><c>X-Amz-SignedHeaders</c>.</param>
/// <param name="Signature"><c>X-Amz-Signature</c>.</param>
/// <param name="SecurityToken"><c>X-Amz-Security-Token</c>.</param>
public sealed record PresignedParameters(
    string? Algorithm, string? Credential, string? Date, string? Expires, string? SignedHeaders, string? Signature, string? SecurityToken)
{
    /// <summary>The longest life of a URL: a week.</summary>
    public const long MaxExpiresSeconds = 604_800;

    /// <summary>Reads the parameters.</summary>
    /// <param name="parameter">Gives a query parameter's value, percent-decoded, or null.</param>
    /// <returns>The parameters; null when the query carries no signature of version 4.</returns>
    public static PresignedParameters? Read(Func<string, string?> parameter)
    {
        PresignedParameters read = new(
            parameter("X-Amz-Algorithm"),
            parameter("X-Amz-Credential"),
            parameter("X-Amz-Date"),
            parameter("X-Amz-Expires"),
            parameter("X-Amz-SignedHeaders"),
            parameter("X-Amz-Signature"),
            parameter("X-Amz-Security-Token"));
        return read is { Algorithm: null, Credential: null, Signature: null } ? null : read;
    }

    /// <summary>Refuses a URL whose time is over; one that states no usable time is not looked at.</summary>
    /// <param name="now">The time of the request.</param>
    /// <param name="errors">What the service calls that.</param>
    /// <exception cref="Errors.AwsException">The time is over.</exception>
    public void CheckExpiry(DateTimeOffset now, SignatureErrors errors)
    {
        bool isNumber = long.TryParse(Expires, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds);
        if (!isNumber || seconds > MaxExpiresSeconds || SignatureTime.ParseBasic(Date) is not { } start) return;
        DateTimeOffset end = End(start, seconds);
        if (end < now) throw errors.Expired(Expires, end, now);
    }

    /// <summary>Reads and checks the time in which the URL may be used.</summary>
    /// <param name="now">The time of the request.</param>
    /// <param name="errors">What the service calls what is wrong with it.</param>
    /// <returns>When it was signed.</returns>
    /// <exception cref="Errors.AwsException">The parameters are not valid, or it is too early or too late.</exception>
    public DateTimeOffset CheckTime(DateTimeOffset now, SignatureErrors errors)
    {
        DateTimeOffset start = SignatureTime.ParseBasic(Date) ?? throw errors.MalformedQueryDate();
        bool isNumber = long.TryParse(Expires, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long seconds);
        if (!isNumber) throw errors.ExpiresNotANumber();
        if (seconds < 0) throw errors.ExpiresNegative();
        if (seconds > MaxExpiresSeconds) throw errors.ExpiresTooLong();
        DateTimeOffset end = End(start, seconds);
        if (end < now) throw errors.Expired(Expires, end, now);
        return start - now > SignatureTime.MaxSkew ? throw errors.NotYetValid(start, end, now) : start;
    }

    private static DateTimeOffset End(DateTimeOffset start, long seconds) =>
        DateTimeOffset.MaxValue - start < TimeSpan.FromSeconds(seconds) ? DateTimeOffset.MaxValue : start.AddSeconds(seconds);
}
