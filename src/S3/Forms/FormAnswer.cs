using System.Globalization;
using Microsoft.AspNetCore.Http;
using RustStack.S3.Checksums;
using RustStack.S3.Encryption;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;

namespace RustStack.S3.Forms;

/// <summary>What a form upload is answered with: where the form asks to be sent on, or the status that it asks for.</summary>
internal static class FormAnswer
{
    /// <summary>Writes the answer.</summary>
    /// <param name="exchange">The request and its answer.</param>
    /// <param name="fields">The form's fields.</param>
    /// <param name="key">The key of the new object.</param>
    /// <param name="version">The new object.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static ValueTask WriteAsync(
        S3Exchange exchange, FormFields fields, string key, StoredObject version, CancellationToken cancellationToken)
    {
        WriteHeaders(exchange, version);
        string location = LocationOf(exchange, key);
        string? redirect = fields.Find("success_action_redirect") ?? fields.Find("redirect");
        if (redirect is not null && IsHttpUri(redirect))
        {
            location = Complete(redirect, exchange.Bucket, key, version.QuotedETag);
            exchange.StatusCode = StatusCodes.Status303SeeOther;
        }
        else
        {
            exchange.StatusCode = StatusOf(fields.Find("success_action_status"));
        }

        exchange.SetHeader("Location", location);
        if (exchange.StatusCode == StatusCodes.Status201Created)
        {
            return WriteDocumentAsync(exchange, location, key, version, cancellationToken);
        }

        exchange.WriteEmpty();
        return ValueTask.CompletedTask;
    }

    private static void WriteHeaders(S3Exchange exchange, StoredObject version)
    {
        AppliedEncryption encryption = version.Properties.Encryption;
        exchange.SetHeader("ETag", version.QuotedETag);
        exchange.SetHeader("x-amz-server-side-encryption", encryption.Algorithm);
        exchange.SetHeader("x-amz-server-side-encryption-aws-kms-key-id", encryption.KmsKeyId);
        exchange.SetHeader("x-amz-server-side-encryption-bucket-key-enabled", encryption.BucketKeyEnabled);
        exchange.SetHeader("x-amz-server-side-encryption-customer-algorithm", encryption.CustomerAlgorithm);
        exchange.SetHeader("x-amz-server-side-encryption-customer-key-MD5", encryption.CustomerKeyMd5);
        if (version.Checksum is not { } checksum) return;
        exchange.SetHeader(checksum.Kind.HeaderName(), checksum.Value);
        exchange.SetHeader("x-amz-checksum-type", checksum.Type);
    }

    private static async ValueTask WriteDocumentAsync(
        S3Exchange exchange, string location, string key, StoredObject version, CancellationToken cancellationToken)
    {
        using XmlBodyWriter document = new();
        document.StartWithoutNamespace("PostResponse"u8);
        document.Element("Location"u8, location);
        document.Element("Bucket"u8, exchange.Bucket);
        document.Element("Key"u8, key);
        document.Element("ETag"u8, version.QuotedETag);
        document.End("PostResponse"u8);
        await exchange.WriteXmlAsync(document, cancellationToken);
    }

    /// <summary>Only these three are heeded; anything else counts as if it were not there (API reference, "POST Object").</summary>
    private static int StatusOf(string? requested) => requested is "200" or "201" or "204"
        ? int.Parse(requested, CultureInfo.InvariantCulture)
        : StatusCodes.Status204NoContent;

    private static bool IsHttpUri(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && (uri.Scheme is "http" or "https");

    private static string Complete(string uri, string bucket, string key, string etag) =>
        $"{uri}{(uri.Contains('?', StringComparison.Ordinal) ? '&' : '?')}bucket={Uri.EscapeDataString(bucket)}"
        + $"&key={Uri.EscapeDataString(key)}&etag={Uri.EscapeDataString(etag)}";

    private static string LocationOf(S3Exchange exchange, string key)
    {
        string path = Uri.EscapeDataString(key);
        return exchange.Target.IsVirtualHosted ? $"{exchange.BaseUrl}/{path}" : $"{exchange.BaseUrl}/{exchange.Bucket}/{path}";
    }
}
