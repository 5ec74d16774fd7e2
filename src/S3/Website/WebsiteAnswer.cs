using Microsoft.AspNetCore.Http;
using RustStack.Core.Errors;
using RustStack.S3.Encryption;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;

namespace RustStack.S3.Website;

/// <summary>Writes what a website answers.</summary>
internal static class WebsiteAnswer
{
    /// <summary>Answers with a redirect.</summary>
    /// <param name="exchange">The request and its answer.</param>
    /// <param name="status">The status.</param>
    /// <param name="location">Where to.</param>
    public static void Redirect(S3Exchange exchange, int status, string location)
    {
        exchange.StatusCode = status;
        exchange.SetHeader("Location", location);
        exchange.WriteEmpty();
    }

    /// <summary>Answers with an object, conditions and ranges honoured.</summary>
    /// <param name="exchange">The request and its answer.</param>
    /// <param name="lease">The object.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="AwsException">A condition does not hold, or there is no such range.</exception>
    public static ValueTask WriteAsync(S3Exchange exchange, ObjectLease lease, CancellationToken cancellationToken)
    {
        ReadCondition condition = new(
            exchange.Header("If-Match"),
            exchange.Header("If-None-Match"),
            WireValue.HttpDateOrNull(exchange.Header("If-Modified-Since")),
            WireValue.HttpDateOrNull(exchange.Header("If-Unmodified-Since")));
        ObjectReading reading = ObjectReading.Begin(lease.Version, default, condition, exchange.Header("Range"), null, exchange);
        exchange.SetHeader("Content-Range", reading.ContentRange);
        exchange.SetHeader("Accept-Ranges", "bytes");
        return WriteAsync(exchange, lease, reading.Range, cancellationToken);
    }

    /// <summary>Answers with the website's error document.</summary>
    /// <param name="exchange">The request and its answer.</param>
    /// <param name="error">The error.</param>
    /// <param name="lease">The document.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static ValueTask WriteErrorAsync(S3Exchange exchange, AwsException error, ObjectLease lease, CancellationToken cancellationToken)
    {
        default(CustomerKey).CheckRead(lease.Version.Properties.Encryption);
        exchange.StatusCode = error.StatusCode;
        WebsiteErrorPage.WriteHeaders(exchange.SetHeader, error);
        return WriteAsync(exchange, lease, new(0, lease.Version.SizeBytes), cancellationToken);
    }

    private static async ValueTask WriteAsync(
        S3Exchange exchange, ObjectLease lease, ByteRange range, CancellationToken cancellationToken)
    {
        StoredObject version = lease.Version;
        ObjectMetadata metadata = version.Properties.Metadata;
        exchange.SetHeader("ETag", version.QuotedETag);
        exchange.SetHttpDate("Last-Modified", version.LastModified);
        exchange.SetHeader("Content-Type", metadata.ContentType);
        exchange.SetHeader("Content-Length", range.LengthBytes);
        exchange.SetHeader("Cache-Control", metadata.CacheControl);
        exchange.SetHeader("Content-Disposition", metadata.ContentDisposition);
        exchange.SetHeader("Content-Encoding", metadata.ContentEncoding);
        exchange.SetHeader("Content-Language", metadata.ContentLanguage);
        exchange.SetHeader("Expires", metadata.Expires);
        exchange.SetHeader("x-amz-version-id", lease.AnsweredVersionId);
        exchange.SetHeader("x-amz-server-side-encryption", version.Properties.Encryption.Algorithm);
        exchange.SetHeadersBelow("x-amz-meta-", metadata.User);
        if (HttpMethods.IsHead(exchange.Method)) exchange.WriteEmpty();
        else await exchange.WriteStreamAsync(lease.Blob.Open(range.Offset, range.LengthBytes), cancellationToken);
    }
}
