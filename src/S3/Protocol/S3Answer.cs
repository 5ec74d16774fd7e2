using Microsoft.AspNetCore.Http;
using RustStack.Core.Errors;
using RustStack.Core.Requests;

namespace RustStack.S3.Protocol;

/// <summary>What every answer has whatever the operation: S3's common headers, and the document of an error.</summary>
/// <param name="http">The HTTP exchange.</param>
/// <param name="context">Who asks, where and when.</param>
/// <param name="hostId">The answer's <c>x-amz-id-2</c>.</param>
internal sealed class S3Answer(HttpContext http, RequestContext context, string hostId)
{
    private const int SmallBodyBytes = 64 * 1024;

    /// <summary>The resource that an error names.</summary>
    public string Resource { get; set; } = "/";

    /// <summary>Whether the answer is the website endpoint's, whose errors are pages.</summary>
    public bool IsWebsite { get; set; }

    /// <summary>Sets the headers that every answer has.</summary>
    public void WriteCommonHeaders()
    {
        IHeaderDictionary headers = http.Response.Headers;
        headers["x-amz-request-id"] = context.RequestId;
        headers["x-amz-id-2"] = hostId;
        headers.Date = WireValue.PrintHttpDate(context.Time);
        headers.Server = "AmazonS3";
    }

    /// <summary>Answers with an error. An answer that is under way cannot be taken back: its connection is closed.</summary>
    /// <param name="error">The error.</param>
    public async Task WriteErrorAsync(AwsException error)
    {
        HttpResponse response = http.Response;
        if (response.HasStarted)
        {
            http.Abort();
            return;
        }

        response.StatusCode = error.StatusCode;
        response.ContentLength = null;
        foreach ((string name, string value) in error.Headers) response.Headers[name] = value;
        if (IsBodyUnwanted()) response.Headers.Connection = "close";
        if (error.StatusCode == StatusCodes.Status304NotModified) return;
        if (IsWebsite)
        {
            await WritePageAsync(error);
            return;
        }

        response.ContentType = "application/xml";
        if (HttpMethods.IsHead(http.Request.Method)) return;
        using XmlBodyWriter document = new();
        WriteDocument(document, error);
        response.ContentLength = document.Written.Length;
        await response.Body.WriteAsync(document.Written, http.RequestAborted);
    }

    private async Task WritePageAsync(AwsException error)
    {
        HttpResponse response = http.Response;
        WebsiteErrorPage.WriteHeaders((name, value) => response.Headers[name] = HeaderText.WithoutControls(value ?? ""), error);
        byte[] page = WebsiteErrorPage.Make(error, context, hostId);
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = page.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await response.Body.WriteAsync(page, http.RequestAborted);
    }

    private void WriteDocument(XmlBodyWriter document, AwsException error)
    {
        document.StartWithoutNamespace("Error"u8);
        document.Element("Code"u8, error.Code);
        document.Element("Message"u8, error.Message);
        foreach ((string name, string value) in error.Members) document.Element(System.Text.Encoding.UTF8.GetBytes(name), value);
        document.Element("Resource"u8, Resource);
        document.Element("RequestId"u8, context.RequestId);
        document.Element("HostId"u8, hostId);
        document.End("Error"u8);
    }

    /// <summary>
    /// Whether the request has a body that is better not waited for: the client asks before it sends it, or it is long. Short ones are
    /// drained, so that the connection lives on.
    /// </summary>
    private bool IsBodyUnwanted()
    {
        HttpRequest request = http.Request;
        if (request.Headers.Expect.Count > 0) return true;
        return request.ContentLength is { } length ? length > SmallBodyBytes : request.Headers.TransferEncoding.Count > 0;
    }
}
