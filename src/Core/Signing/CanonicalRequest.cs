using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using RustStack.Core.Requests;

namespace RustStack.Core.Signing;

/// <summary>A request as a signature of version 4 covers it (IAM user guide, "Create a signed AWS API request", step 1).</summary>
internal static class CanonicalRequest
{
    private const string SignatureParameter = "X-Amz-Signature";

    /// <summary>Writes the canonical request.</summary>
    /// <param name="text">Receives it.</param>
    /// <param name="request">The request's head.</param>
    /// <param name="claim">What the request says of its signature.</param>
    /// <param name="payloadHash">The payload's hash, or what stands in its place.</param>
    /// <param name="encodesPathOnce">Whether the path is encoded once, as S3 has it.</param>
    public static void Write(SigningText text, RequestHead request, SigV4Claim claim, ReadOnlySpan<char> payloadHash, bool encodesPathOnce)
    {
        text.Append(request.Method);
        text.Append((byte)'\n');
        if (encodesPathOnce) CanonicalPath.WriteOnceEncoded(text, request.Path);
        else CanonicalPath.WriteTwiceEncoded(text, request.Path);
        text.Append((byte)'\n');
        CanonicalQuery.Write(text, request.Query, claim.IsPresigned ? SignatureParameter : null);
        text.Append((byte)'\n');
        WriteHeaders(text, request.Headers, claim.SignedHeaders.Text);
        text.Append((byte)'\n');
        text.Append(claim.SignedHeaders.Text);
        text.Append((byte)'\n');
        text.Append(payloadHash);
    }

    /// <summary>Writes the headers in the order of the list; one that is not there has an empty value.</summary>
    private static void WriteHeaders(SigningText text, IHeaderDictionary headers, string signedHeaders)
    {
        foreach (Range part in signedHeaders.AsSpan().Split(';'))
        {
            string name = signedHeaders[part];
            text.AppendLower(name);
            text.Append((byte)':');
            if (name.Length > 0 && headers.TryGetValue(name, out StringValues values)) WriteValues(text, values);
            text.Append((byte)'\n');
        }
    }

    private static void WriteValues(SigningText text, StringValues values)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (i > 0) text.Append((byte)',');
            text.AppendTrimmed(values[i]);
        }
    }
}
