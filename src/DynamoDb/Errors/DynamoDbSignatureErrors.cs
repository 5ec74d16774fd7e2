using System.Text;
using RustStack.Core.Errors;
using RustStack.Core.Signing;

namespace RustStack.DynamoDb.Errors;

/// <summary>What DynamoDB, like most services, calls what is wrong with a request's signature (IAM user guide, "Troubleshoot signed
/// requests").</summary>
internal sealed class DynamoDbSignatureErrors : SignatureErrors
{
    private const int BadRequest = 400;
    private const string FiveElements = "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got ";

    /// <summary>The one instance.</summary>
    public static DynamoDbSignatureErrors Instance { get; } = new();

    /// <summary>The request has no signature at all.</summary>
    public static AwsException MissingToken() =>
        new("MissingAuthenticationTokenException", BadRequest, "Request is missing Authentication Token");

    public override AwsException TwoMechanisms(string authorization) =>
        Invalid("Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");

    public override AwsException UnknownScheme(string authorization) => MissingToken();

    public override AwsException UnsupportedAlgorithm(string algorithm, bool isPresigned) =>
        Incomplete($"Unsupported AWS 'algorithm': '{algorithm}'.");

    public override AwsException IncompleteHeader(IReadOnlyList<string> missing, string authorization) => Incomplete(
        string.Concat(missing.Select(static name => $"Authorization header requires '{name}' parameter. ")) + Hashed(authorization));

    public override AwsException IncompleteQuery(IReadOnlyList<string> missing) => Incomplete(
        string.Concat(missing.Select(static name => $"AWS query-string parameters must include '{name}'. "))
        + "Re-examine the query-string parameters.");

    public override AwsException MalformedCredential(string credential, bool isPresigned) => Incomplete($"{FiveElements}'{credential}'");

    public override AwsException MalformedScopeDate(string date, bool isPresigned) =>
        Invalid($"Date in Credential scope must be in YYYYMMDD format, got '{date}'.");

    public override AwsException WrongTerminator(string terminator, bool isPresigned) =>
        Invalid($"Credential should be scoped with a valid terminator: 'aws4_request', not '{terminator}'. ");

    public override AwsException WrongService(string service, string expected, bool isPresigned) =>
        Invalid($"Credential should be scoped to correct service: '{expected}'. ");

    public override AwsException WrongRegion(string region, string expected, bool isPresigned) =>
        Invalid($"Credential should be scoped to a valid region, not '{region}'. ");

    public override AwsException ScopeDateDiffers(string scopeDate, DateTimeOffset time, bool isPresigned)
    {
        string text = SignatureTime.Print(time);
        return Invalid(
            $"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{scopeDate}' != '{text[..8]}', from '{text}'.");
    }

    public override AwsException MissingDate(string authorization) => Incomplete(
        "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. " + Hashed(authorization));

    public override AwsException MalformedQueryDate() => Incomplete("Date must be in ISO-8601 'basic format'. Re-examine the query-string parameters.");

    public override AwsException ExpiresNotANumber() => Invalid("X-Amz-Expires should be a number");

    public override AwsException ExpiresNegative() => Invalid("X-Amz-Expires must be non-negative");

    public override AwsException ExpiresTooLong() => Invalid("X-Amz-Expires must be less than a week in seconds");

    public override AwsException Expired(string? seconds, DateTimeOffset end, DateTimeOffset now) =>
        Invalid($"Signature expired: {SignatureTime.Print(end)} is now earlier than {SignatureTime.Print(now)}");

    public override AwsException NotYetValid(DateTimeOffset start, DateTimeOffset end, DateTimeOffset now) => Skewed("", start, now);

    public override AwsException Skewed(string requestTime, DateTimeOffset time, DateTimeOffset now)
    {
        (string sent, string here) = (SignatureTime.Print(time), SignatureTime.Print(now));
        return time < now
            ? Invalid($"Signature expired: {sent} is now earlier than {SignatureTime.Print(now - SignatureTime.MaxSkew)} ({here} - 15 min.)")
            : Invalid($"Signature not yet current: {sent} is still later than {SignatureTime.Print(now + SignatureTime.MaxSkew)} ({here} + 15 min.)");
    }

    public override AwsException UnknownAccessKey(string accessKeyId) => NotRecognized();

    public override AwsException InvalidToken(string token) => NotRecognized();

    public override AwsException HeadersNotSigned(IReadOnlyList<string> names) => Invalid(string.Join(
        ' ',
        names.Select(static name => name == "host"
            ? "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."
            : $"'{name}' must be a 'SignedHeader' in the AWS Authorization.")));

    public override AwsException Mismatch(SignatureMismatch mismatch) => Invalid(
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. "
        + "Consult the service documentation for details.\n\n"
        + $"The Canonical String for this request should have been\n'{mismatch.CanonicalRequest}'\n\n"
        + $"The String-to-Sign should have been\n'{mismatch.StringToSign}'\n");

    private static AwsException Invalid(string message) => new("InvalidSignatureException", BadRequest, message);

    private static AwsException Incomplete(string message) => new("IncompleteSignatureException", BadRequest, message);

    private static AwsException NotRecognized() =>
        new("UnrecognizedClientException", BadRequest, "The security token included in the request is invalid.");

    /// <summary>The header as these errors show it, which keeps signatures out of logs.</summary>
    private static string Hashed(string authorization)
    {
        byte[] hash = new byte[SigningHash.Sha256Bytes];
        SigningHash.Sha256(Encoding.UTF8.GetBytes(authorization), hash);
        return $"(Hashed with SHA-256 and encoded with Base64) Authorization={Convert.ToBase64String(hash)}";
    }
}
