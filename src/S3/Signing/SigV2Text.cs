using Microsoft.Extensions.Primitives;
using RustStack.Core.Requests;
using RustStack.Core.Signing;
using RustStack.S3.Routing;

namespace RustStack.S3.Signing;

/// <summary>
/// What a signature of version 2 covers of a request (Amazon S3 user guide, "Signing and authenticating REST requests (signature version
/// 2)").
/// </summary>
internal static class SigV2Text
{
    private const string AmazonPrefix = "x-amz-";
    private const string DateHeader = "x-amz-date";

    /// <summary>The parameters that name a sub-resource or change the answer, in order: they are part of the resource.</summary>
    private static readonly string[] SignedParameters =
    [
        "accelerate", "acl", "analytics", "attributes", "cors", "defaultObjectAcl", "delete", "encryption", "intelligent-tiering",
        "inventory", "legal-hold", "lifecycle", "location", "logging", "metrics", "notification", "object-lock", "ownershipControls",
        "partNumber", "policy", "policyStatus", "publicAccessBlock", "replication", "requestPayment", "response-cache-control",
        "response-content-disposition", "response-content-encoding", "response-content-language", "response-content-type",
        "response-expires", "restore", "retention", "select", "select-type", "storageClass", "tagging", "torrent", "uploadId", "uploads",
        "versionId", "versioning", "versions", "website",
    ];

    /// <summary>Writes the text.</summary>
    /// <param name="text">Receives it.</param>
    /// <param name="request">The request's head.</param>
    /// <param name="target">What it names.</param>
    /// <param name="expires">The end of a presigned URL, which stands in the date's place; null for a signed header.</param>
    /// <param name="endsBucket">Whether a bucket's path that has no slash at its end gets one, as some clients sign it.</param>
    public static void Write(SigningText text, RequestHead request, S3Target target, string? expires, bool endsBucket)
    {
        WriteLine(text, request.Method);
        WriteLine(text, request.Header("Content-MD5"));
        WriteLine(text, request.Header("Content-Type"));
        bool hasAmazonDate = expires is null && request.Headers.ContainsKey(DateHeader);
        WriteLine(text, expires ?? (hasAmazonDate ? "" : request.Header("Date")));
        WriteAmazonHeaders(text, request, expires is null ? S3Query.Empty : target.Query);
        WriteResource(text, request, target, endsBucket);
    }

    private static void WriteLine(SigningText text, string? line)
    {
        text.Append(line);
        text.Append((byte)'\n');
    }

    /// <summary>Writes AWS's own headers in order; those of a presigned URL may stand in its query.</summary>
    private static void WriteAmazonHeaders(SigningText text, RequestHead request, S3Query query)
    {
        SortedDictionary<string, StringValues> amazon = new(StringComparer.Ordinal);
        foreach ((string name, string value) in query.Parameters)
        {
            if (name.StartsWith(AmazonPrefix, StringComparison.OrdinalIgnoreCase)) amazon[name.ToLowerInvariant()] = value;
        }

        foreach ((string name, StringValues values) in request.Headers)
        {
            if (name.StartsWith(AmazonPrefix, StringComparison.OrdinalIgnoreCase)) amazon[name.ToLowerInvariant()] = values;
        }

        foreach ((string name, StringValues values) in amazon)
        {
            text.Append(name);
            text.Append((byte)':');
            for (int i = 0; i < values.Count; i++)
            {
                if (i > 0) text.Append((byte)',');
                text.Append(values[i].AsSpan().Trim(" \t"));
            }

            text.Append((byte)'\n');
        }
    }

    private static void WriteResource(SigningText text, RequestHead request, S3Target target, bool endsBucket)
    {
        if (target.IsVirtualHosted)
        {
            text.Append((byte)'/');
            text.Append(target.Bucket);
        }

        if (!request.Path.StartsWith('/')) text.Append((byte)'/');
        text.Append(request.Path);
        if (endsBucket) text.Append((byte)'/');
        byte separator = (byte)'?';
        foreach (string name in SignedParameters)
        {
            if (target.Query.Find(name) is not { } value) continue;
            text.Append(separator);
            text.Append(name);
            separator = (byte)'&';
            if (value.Length == 0) continue;
            text.Append((byte)'=');
            text.Append(value);
        }
    }
}
