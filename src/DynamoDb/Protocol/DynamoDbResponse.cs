using System.Globalization;
using System.IO.Hashing;
using Microsoft.AspNetCore.Http;

namespace RustStack.DynamoDb.Protocol;

/// <summary>Sends an answer with the headers that every DynamoDB answer has.</summary>
internal static class DynamoDbResponse
{
    private const string DefaultContentType = "application/x-amz-json-1.0";

    // The JSON types that a client may ask with are also the ones it is answered with.
    private static readonly string[] EchoedContentTypes = [DefaultContentType, "application/x-amz-json-1.1", "application/json"];

    /// <summary>Sends the answer.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="statusCode">The status.</param>
    /// <param name="requestId">The request's id.</param>
    /// <param name="body">The body, possibly empty.</param>
    public static async Task SendAsync(HttpContext http, int statusCode, string requestId, ReadOnlyMemory<byte> body)
    {
        HttpResponse response = http.Response;
        response.StatusCode = statusCode;
        response.ContentType = ContentType(http.Request.ContentType);
        response.ContentLength = body.Length;
        response.Headers["x-amzn-RequestId"] = requestId;
        response.Headers["x-amz-crc32"] = Crc32.HashToUInt32(body.Span).ToString(CultureInfo.InvariantCulture);
        if (!HttpMethods.IsHead(http.Request.Method)) await response.Body.WriteAsync(body, http.RequestAborted).ConfigureAwait(false);
    }

    private static string ContentType(string? requested)
    {
        ReadOnlySpan<char> mediaType = requested.AsSpan();
        int parameters = mediaType.IndexOf(';');
        mediaType = (parameters < 0 ? mediaType : mediaType[..parameters]).Trim();
        foreach (string known in EchoedContentTypes)
        {
            if (mediaType.Equals(known, StringComparison.OrdinalIgnoreCase)) return known;
        }

        return DefaultContentType;
    }
}
