namespace RustStack.Core.Signing;

/// <summary>What a request says of its signature of version 4, in its Authorization header or its query; nothing of it is verified.</summary>
public sealed record SigV4Claim
{
    /// <summary>The algorithm's name, with which the Authorization header begins.</summary>
    public const string Algorithm = "AWS4-HMAC-SHA256";

    private const string CredentialName = "Credential";
    private const string SignatureName = "Signature";
    private const string SignedHeadersName = "SignedHeaders";

    /// <summary>Who signed, and what for.</summary>
    public required SigV4Credential Credential { get; init; }

    /// <summary>The headers that the signature covers.</summary>
    public required SignedHeaderList SignedHeaders { get; init; }

    /// <summary>The signature: 64 hexadecimal digits, if it is one.</summary>
    public required string Signature { get; init; }

    /// <summary>The query's parameters; null when the header carries the signature.</summary>
    public PresignedParameters? Presigned { get; init; }

    /// <summary>The Authorization header; empty for a presigned URL.</summary>
    public string Authorization { get; init; } = "";

    /// <summary>Whether the query carries the signature.</summary>
    public bool IsPresigned => Presigned is not null;

    /// <summary>Reads an Authorization header: <c>AWS4-HMAC-SHA256 Credential=..., SignedHeaders=..., Signature=...</c>.</summary>
    /// <param name="authorization">The header's value.</param>
    /// <param name="service">The service that it has to be for.</param>
    /// <param name="errors">What the service calls what is wrong with it.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="Errors.AwsException">It is of another algorithm or form, or for another service.</exception>
    public static SigV4Claim ReadHeader(string authorization, string service, SignatureErrors errors)
    {
        int space = authorization.IndexOf(' ', StringComparison.Ordinal);
        string algorithm = space < 0 ? authorization : authorization[..space];
        if (algorithm != Algorithm) throw errors.UnsupportedAlgorithm(algorithm, isPresigned: false);
        string? credential = null, signedHeaders = null, signature = null;
        ReadOnlySpan<char> components = space < 0 ? default : authorization.AsSpan(space + 1);
        foreach (Range part in components.SplitAny(',', ' '))
        {
            ReadOnlySpan<char> component = components[part];
            int equals = component.IndexOf('=');
            if (equals < 0) continue;
            ReadOnlySpan<char> name = component[..equals];
            if (name is CredentialName) credential ??= component[(equals + 1)..].ToString();
            else if (name is SignedHeadersName) signedHeaders ??= component[(equals + 1)..].ToString();
            else if (name is SignatureName) signature ??= component[(equals + 1)..].ToString();
        }

        SignedHeaderList list = new(signedHeaders ?? "");
        if (credential is null || signature is null || !list.IsUsable)
        {
            throw errors.IncompleteHeader(Missing(credential is null, signature is null, !list.IsUsable), authorization);
        }

        return new()
        {
            Credential = SigV4Credential.Read(credential, service, errors, isPresigned: false),
            SignedHeaders = list,
            Signature = signature,
            Authorization = authorization,
        };
    }

    /// <summary>Reads the parameters of a presigned URL.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="service">The service that it has to be for.</param>
    /// <param name="errors">What the service calls what is wrong with it.</param>
    /// <returns>What they say.</returns>
    /// <exception cref="Errors.AwsException">Some are missing or have another form, or they are for another service.</exception>
    public static SigV4Claim ReadQuery(PresignedParameters parameters, string service, SignatureErrors errors)
    {
        SignedHeaderList list = new(parameters.SignedHeaders ?? "");
        List<string> missing = [];
        if (parameters.Algorithm is null) missing.Add("X-Amz-Algorithm");
        if (parameters.Credential is null) missing.Add("X-Amz-Credential");
        if (parameters.Signature is null) missing.Add("X-Amz-Signature");
        if (parameters.Date is null) missing.Add("X-Amz-Date");
        if (!list.IsUsable) missing.Add("X-Amz-SignedHeaders");
        if (parameters.Expires is null) missing.Add("X-Amz-Expires");
        if (missing.Count > 0) throw errors.IncompleteQuery(missing);
        if (parameters.Algorithm != Algorithm) throw errors.UnsupportedAlgorithm(parameters.Algorithm!, isPresigned: true);
        return new()
        {
            Credential = SigV4Credential.Read(parameters.Credential!, service, errors, isPresigned: true),
            SignedHeaders = list,
            Signature = parameters.Signature!,
            Presigned = parameters,
        };
    }

    private static List<string> Missing(bool credential, bool signature, bool signedHeaders)
    {
        List<string> missing = [];
        if (credential) missing.Add(CredentialName);
        if (signature) missing.Add(SignatureName);
        if (signedHeaders) missing.Add(SignedHeadersName);
        return missing;
    }
}
