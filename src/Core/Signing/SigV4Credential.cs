using System.Globalization;

namespace RustStack.Core.Signing;

/// <summary>
/// The credential of a signature of version 4: <c>ACCESS-KEY/yyyyMMdd/REGION/SERVICE/aws4_request</c>. The access key may itself contain
/// slashes.
/// </summary>
/// <param name="AccessKeyId">The access key id.</param>
/// <param name="Scope">What follows it: the credential scope.</param>
/// <param name="Date">The scope's date.</param>
/// <param name="Region">The scope's region.</param>
/// <param name="Service">The scope's service.</param>
public sealed record SigV4Credential(string AccessKeyId, string Scope, string Date, string Region, string Service)
{
    private const string Terminator = "aws4_request";
    private const int ScopeElements = 4;

    /// <summary>Reads a credential for a service.</summary>
    /// <param name="text">The credential.</param>
    /// <param name="service">The service that it has to be for.</param>
    /// <param name="errors">What the service calls what is wrong with it.</param>
    /// <param name="isPresigned">Whether the query carries it.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="Errors.AwsException">It has another form or is for another service.</exception>
    public static SigV4Credential Read(string text, string service, SignatureErrors errors, bool isPresigned)
    {
        Span<int> slashes = stackalloc int[ScopeElements];
        if (!FindSlashes(text, slashes)) throw errors.MalformedCredential(text, isPresigned);
        string date = text[(slashes[0] + 1)..slashes[1]];
        string named = text[(slashes[2] + 1)..slashes[3]];
        ReadOnlySpan<char> terminator = text.AsSpan(slashes[3] + 1);
        if (!IsDate(date)) throw errors.MalformedScopeDate(date, isPresigned);
        if (named != service) throw errors.WrongService(named, service, isPresigned);
        if (terminator is not Terminator) throw errors.WrongTerminator(terminator.ToString(), isPresigned);
        return new(text[..slashes[0]], text[(slashes[0] + 1)..], date, text[(slashes[1] + 1)..slashes[2]], named);
    }

    /// <summary>Finds the last slashes; the access key before them must not be empty.</summary>
    private static bool FindSlashes(string text, Span<int> slashes)
    {
        int end = text.Length;
        for (int i = slashes.Length - 1; i >= 0; i--)
        {
            end = text.AsSpan(0, end).LastIndexOf('/');
            if (end <= 0) return false;
            slashes[i] = end;
        }

        return true;
    }

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
