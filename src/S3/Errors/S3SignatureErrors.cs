using System.Globalization;
using System.Text;
using RustStack.Core.Errors;
using RustStack.Core.Signing;

namespace RustStack.S3.Errors;

/// <summary>What S3 calls what is wrong with a request's signature.</summary>
internal sealed class S3SignatureErrors : SignatureErrors
{
    private const string NotSupported = "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.";
    private const int BadRequest = 400;
    private const int Forbidden = 403;

    /// <summary>The one instance.</summary>
    public static S3SignatureErrors Instance { get; } = new();

    public override AwsException TwoMechanisms(string authorization) => InvalidAuthorization(
        "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header "
        + "should be specified",
        authorization);

    public override AwsException UnknownScheme(string authorization) => InvalidAuthorization("Unsupported Authorization Type", authorization);

    public override AwsException UnsupportedAlgorithm(string algorithm, bool isPresigned) =>
        isPresigned && !algorithm.StartsWith("AWS4-ECDSA-", StringComparison.Ordinal)
            ? InQuery("X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256\"")
            : RequestErrors.InvalidRequest(NotSupported).With("additionalMessage", $"{algorithm} is not supported");

    public override AwsException IncompleteHeader(IReadOnlyList<string> missing, string authorization) =>
        InHeader("the authorization header requires three components: Credential, SignedHeaders, and Signature.");

    public override AwsException IncompleteQuery(IReadOnlyList<string> missing) => InQuery(
        "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, "
        + "X-Amz-SignedHeaders, and X-Amz-Expires parameters.");

    public override AwsException MalformedCredential(string credential, bool isPresigned) => InCredential(
        "the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".", isPresigned);

    public override AwsException MalformedScopeDate(string date, bool isPresigned) => InCredential(
        $"incorrect date format \"{date}\". This date in the credential must be in the format \"yyyyMMdd\".", isPresigned);

    public override AwsException WrongTerminator(string terminator, bool isPresigned) =>
        InCredential($"incorrect terminal \"{terminator}\". This endpoint uses \"aws4_request\".", isPresigned);

    public override AwsException WrongService(string service, string expected, bool isPresigned) =>
        InCredential($"incorrect service \"{service}\". This endpoint belongs to \"{expected}\".", isPresigned);

    /// <summary>The header is for those who asked with HEAD, whose answer has no body.</summary>
    public override AwsException WrongRegion(string region, string expected, bool isPresigned) =>
        InCredential($"the region '{region}' is wrong; expecting '{expected}'", isPresigned)
            .With("Region", expected)
            .WithHeader("x-amz-bucket-region", expected);

    public override AwsException ScopeDateDiffers(string scopeDate, DateTimeOffset time, bool isPresigned)
    {
        string text = $"Invalid credential date \"{scopeDate}\". This date is not the same as X-Amz-Date: \"{SignatureTime.Print(time)[..8]}\".";
        return isPresigned ? InQuery(text) : InHeader(text);
    }

    public override AwsException MissingDate(string authorization) => NoDate();

    public override AwsException MalformedQueryDate() =>
        InQuery("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");

    public override AwsException ExpiresNotANumber() => InQuery("X-Amz-Expires should be a number");

    public override AwsException ExpiresNegative() => InQuery("X-Amz-Expires must be non-negative");

    public override AwsException ExpiresTooLong() => InQuery(
        "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds");

    public override AwsException Expired(string? seconds, DateTimeOffset end, DateTimeOffset now)
    {
        AwsException error = Denied("Request has expired");
        if (seconds is not null) error = error.With("X-Amz-Expires", seconds);
        return error.With("Expires", Print(end)).With("ServerTime", Print(now));
    }

    public override AwsException NotYetValid(DateTimeOffset start, DateTimeOffset end, DateTimeOffset now) =>
        Denied("Request is not yet valid")
            .With("X-Amz-Date", start.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))
            .With("Expires", Print(end))
            .With("ServerTime", Print(now));

    public override AwsException Skewed(string requestTime, DateTimeOffset time, DateTimeOffset now) =>
        new AwsException("RequestTimeTooSkewed", Forbidden, "The difference between the request time and the current time is too large.")
            .With("RequestTime", requestTime)
            .With("ServerTime", Print(now))
            .With("MaxAllowedSkewMilliseconds", SignatureTime.MaxSkew.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));

    public override AwsException UnknownAccessKey(string accessKeyId) =>
        new AwsException("InvalidAccessKeyId", Forbidden, "The AWS Access Key Id you provided does not exist in our records.")
            .With("AWSAccessKeyId", accessKeyId);

    public override AwsException InvalidToken(string token) =>
        new AwsException("InvalidToken", BadRequest, "The provided token is malformed or otherwise invalid.").With("Token-0", token);

    public override AwsException HeadersNotSigned(IReadOnlyList<string> names) =>
        Denied("There were headers present in the request which were not signed").With("HeadersNotSigned", string.Join(", ", names));

    public override AwsException Mismatch(SignatureMismatch mismatch)
    {
        AwsException error = new AwsException(
            "SignatureDoesNotMatch",
            Forbidden,
            "The request signature we calculated does not match the signature you provided. Check your key and signing method.")
            .With("AWSAccessKeyId", mismatch.AccessKeyId)
            .With("StringToSign", mismatch.StringToSign)
            .With("SignatureProvided", mismatch.Provided)
            .With("StringToSignBytes", Bytes(mismatch.StringToSign));
        return mismatch.CanonicalRequest is not { } canonical
            ? error
            : error.With("CanonicalRequest", canonical).With("CanonicalRequestBytes", Bytes(canonical));
    }

    /// <summary>The signature is of version 2, in a region or for a payload that has version 4 alone.</summary>
    public static AwsException Version4Only() => RequestErrors.InvalidRequest(NotSupported);

    /// <summary>The Authorization header of version 2 is not of an access key and a signature.</summary>
    public static AwsException MalformedVersion2(string authorization) =>
        InvalidAuthorization("AWS authorization header is invalid.  Expected AwsAccessKeyId:signature", authorization);

    /// <summary>The query lacks parameters of a signature of version 2.</summary>
    public static AwsException IncompleteVersion2Query() =>
        Denied("Query-string authentication requires the Signature, Expires and AWSAccessKeyId parameters");

    /// <summary>The end of a presigned URL of version 2 is no number.</summary>
    public static AwsException InvalidEnd(string value) => Denied($"Invalid date (should be seconds since epoch): {value}");

    public static AwsException NoDate() => Denied("AWS authentication requires a valid Date or x-amz-date header");

    public static AwsException MissingPayloadHash() =>
        RequestErrors.InvalidRequest("Missing required header for this request: x-amz-content-sha256");

    private static AwsException InvalidAuthorization(string message, string authorization) =>
        RequestErrors.InvalidArgument(message, "Authorization", authorization);

    private static AwsException InCredential(string detail, bool isPresigned) =>
        isPresigned ? InQuery("Error parsing the X-Amz-Credential parameter; " + detail) : InHeader(detail);

    private static AwsException InHeader(string detail) =>
        new("AuthorizationHeaderMalformed", BadRequest, "The authorization header is malformed; " + detail);

    private static AwsException InQuery(string message) => new("AuthorizationQueryParametersError", BadRequest, message);

    private static AwsException Denied(string message) => new("AccessDenied", Forbidden, message);

    private static string Print(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The text's bytes as S3 shows them: two hexadecimal digits each, spaces between them.</summary>
    private static string Bytes(string text) => string.Join(' ', Encoding.UTF8.GetBytes(text).Select(static value => value.ToString("x2", null)));
}
