using RustStack.Core.Errors;
using RustStack.Core.Signing;

namespace RustStack.Core.Tests.Signing;

/// <summary>Errors that are called what they are: the code is the factory's name, the message its detail.</summary>
internal sealed class NamedErrors : SignatureErrors
{
    public override AwsException TwoMechanisms(string authorization) => Named(nameof(TwoMechanisms));

    public override AwsException UnknownScheme(string authorization) => Named(nameof(UnknownScheme));

    public override AwsException UnsupportedAlgorithm(string algorithm, bool isPresigned) => Named(nameof(UnsupportedAlgorithm), algorithm);

    public override AwsException IncompleteHeader(IReadOnlyList<string> missing, string authorization) =>
        Named(nameof(IncompleteHeader), string.Join(' ', missing));

    public override AwsException IncompleteQuery(IReadOnlyList<string> missing) => Named(nameof(IncompleteQuery), string.Join(' ', missing));

    public override AwsException MalformedCredential(string credential, bool isPresigned) => Named(nameof(MalformedCredential), credential);

    public override AwsException MalformedScopeDate(string date, bool isPresigned) => Named(nameof(MalformedScopeDate), date);

    public override AwsException WrongTerminator(string terminator, bool isPresigned) => Named(nameof(WrongTerminator), terminator);

    public override AwsException WrongService(string service, string expected, bool isPresigned) => Named(nameof(WrongService), service);

    public override AwsException WrongRegion(string region, string expected, bool isPresigned) => Named(nameof(WrongRegion), region);

    public override AwsException ScopeDateDiffers(string scopeDate, DateTimeOffset time, bool isPresigned) =>
        Named(nameof(ScopeDateDiffers), scopeDate);

    public override AwsException MissingDate(string authorization) => Named(nameof(MissingDate));

    public override AwsException MalformedQueryDate() => Named(nameof(MalformedQueryDate));

    public override AwsException ExpiresNotANumber() => Named(nameof(ExpiresNotANumber));

    public override AwsException ExpiresNegative() => Named(nameof(ExpiresNegative));

    public override AwsException ExpiresTooLong() => Named(nameof(ExpiresTooLong));

    public override AwsException Expired(string? seconds, DateTimeOffset end, DateTimeOffset now) => Named(nameof(Expired), seconds ?? "");

    public override AwsException NotYetValid(DateTimeOffset start, DateTimeOffset end, DateTimeOffset now) => Named(nameof(NotYetValid));

    public override AwsException Skewed(string requestTime, DateTimeOffset time, DateTimeOffset now) => Named(nameof(Skewed), requestTime);

    public override AwsException UnknownAccessKey(string accessKeyId) => Named(nameof(UnknownAccessKey), accessKeyId);

    public override AwsException InvalidToken(string token) => Named(nameof(InvalidToken), token);

    public override AwsException HeadersNotSigned(IReadOnlyList<string> names) => Named(nameof(HeadersNotSigned), string.Join(' ', names));

    public override AwsException Mismatch(SignatureMismatch mismatch) => Named(nameof(Mismatch), mismatch.CanonicalRequest ?? "");

    private static AwsException Named(string name, string detail = "") => new(name, 403, detail);
}
