using RustStack.Core.Errors;

namespace RustStack.Core.Signing;

/// <summary>
/// What can be wrong with a request's signature. Every service says it in words of its own; this is the list of what there is to say.
/// <c>isPresigned</c> tells whether the query carries the signature rather than the Authorization header.
/// </summary>
public abstract class SignatureErrors
{
    /// <summary>The request has credentials in its header and in its query.</summary>
    /// <param name="authorization">The Authorization header.</param>
    public abstract AwsException TwoMechanisms(string authorization);

    /// <summary>The Authorization header is of no scheme that AWS has.</summary>
    /// <param name="authorization">The Authorization header.</param>
    public abstract AwsException UnknownScheme(string authorization);

    /// <summary>The signature is of an algorithm that is not supported here, such as Signature Version 4A.</summary>
    /// <param name="algorithm">The algorithm's name.</param>
    /// <param name="isPresigned">Where the signature is.</param>
    public abstract AwsException UnsupportedAlgorithm(string algorithm, bool isPresigned);

    /// <summary>The Authorization header lacks components.</summary>
    /// <param name="missing">Their names: of Credential, Signature and SignedHeaders.</param>
    /// <param name="authorization">The Authorization header.</param>
    public abstract AwsException IncompleteHeader(IReadOnlyList<string> missing, string authorization);

    /// <summary>The query lacks parameters of the signature.</summary>
    /// <param name="missing">Their names.</param>
    public abstract AwsException IncompleteQuery(IReadOnlyList<string> missing);

    /// <summary>The credential has not five elements.</summary>
    /// <param name="credential">The credential.</param>
    /// <param name="isPresigned">Where the signature is.</param>
    public abstract AwsException MalformedCredential(string credential, bool isPresigned);

    /// <summary>The credential's date has not the form yyyyMMdd.</summary>
    /// <param name="date">The date.</param>
    /// <param name="isPresigned">Where the signature is.</param>
    public abstract AwsException MalformedScopeDate(string date, bool isPresigned);

    /// <summary>The credential does not end in <c>aws4_request</c>.</summary>
    /// <param name="terminator">What it ends in.</param>
    /// <param name="isPresigned">Where the signature is.</param>
    public abstract AwsException WrongTerminator(string terminator, bool isPresigned);

    /// <summary>The credential is for another service.</summary>
    /// <param name="service">The service that it is for.</param>
    /// <param name="expected">This service.</param>
    /// <param name="isPresigned">Where the signature is.</param>
    public abstract AwsException WrongService(string service, string expected, bool isPresigned);

    /// <summary>The credential is for another region.</summary>
    /// <param name="region">The region that it is for.</param>
    /// <param name="expected">The region where the request belongs.</param>
    /// <param name="isPresigned">Where the signature is.</param>
    public abstract AwsException WrongRegion(string region, string expected, bool isPresigned);

    /// <summary>The credential's date is not the day of the request's time.</summary>
    /// <param name="scopeDate">The credential's date.</param>
    /// <param name="time">The request's time.</param>
    /// <param name="isPresigned">Where the signature is.</param>
    public abstract AwsException ScopeDateDiffers(string scopeDate, DateTimeOffset time, bool isPresigned);

    /// <summary>No header gives the request's time.</summary>
    /// <param name="authorization">The Authorization header.</param>
    public abstract AwsException MissingDate(string authorization);

    /// <summary>X-Amz-Date of the query has not the basic form of ISO 8601.</summary>
    public abstract AwsException MalformedQueryDate();

    /// <summary>X-Amz-Expires is no number.</summary>
    public abstract AwsException ExpiresNotANumber();

    /// <summary>X-Amz-Expires is below zero.</summary>
    public abstract AwsException ExpiresNegative();

    /// <summary>X-Amz-Expires is more than a week.</summary>
    public abstract AwsException ExpiresTooLong();

    /// <summary>The time of a presigned URL is over.</summary>
    /// <param name="seconds">How long it was to live, as it says; null for a URL that gives its end.</param>
    /// <param name="end">When it was over.</param>
    /// <param name="now">The time of the request.</param>
    public abstract AwsException Expired(string? seconds, DateTimeOffset end, DateTimeOffset now);

    /// <summary>The time of a presigned URL has not begun.</summary>
    /// <param name="start">When it begins.</param>
    /// <param name="end">When it is over.</param>
    /// <param name="now">The time of the request.</param>
    public abstract AwsException NotYetValid(DateTimeOffset start, DateTimeOffset end, DateTimeOffset now);

    /// <summary>The request's time is too far from the server's.</summary>
    /// <param name="requestTime">The request's time as it was sent.</param>
    /// <param name="time">The request's time.</param>
    /// <param name="now">The server's time.</param>
    public abstract AwsException Skewed(string requestTime, DateTimeOffset time, DateTimeOffset now);

    /// <summary>The access key is not known.</summary>
    /// <param name="accessKeyId">The access key id.</param>
    public abstract AwsException UnknownAccessKey(string accessKeyId);

    /// <summary>The session token is none.</summary>
    /// <param name="token">The token.</param>
    public abstract AwsException InvalidToken(string token);

    /// <summary>Headers that have to be signed are not.</summary>
    /// <param name="names">Their names; at least one.</param>
    public abstract AwsException HeadersNotSigned(IReadOnlyList<string> names);

    /// <summary>The signature is not the one calculated.</summary>
    /// <param name="mismatch">What the calculation was made of.</param>
    public abstract AwsException Mismatch(SignatureMismatch mismatch);
}
