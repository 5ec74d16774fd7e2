using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using RustStack.Core.Errors;
using RustStack.Core.Requests;
using RustStack.S3.Website;

namespace RustStack.S3.Protocol;

/// <summary>An error as the website endpoint shows it to people: a small page, and the code in headers.</summary>
internal static class WebsiteErrorPage
{
    /// <summary>Names an error in headers.</summary>
    /// <param name="setHeader">Sets a header of the answer.</param>
    /// <param name="error">The error.</param>
    public static void WriteHeaders(Action<string, string?> setHeader, AwsException error)
    {
        setHeader("x-amz-error-code", error.Code);
        setHeader("x-amz-error-message", error.Message);
        foreach ((string name, string value) in error.Members) setHeader("x-amz-error-detail-" + name, HeaderText.Metadata(value));
    }

    /// <summary>Makes the page.</summary>
    /// <param name="error">The error.</param>
    /// <param name="context">The request.</param>
    /// <param name="hostId">The answer's <c>x-amz-id-2</c>.</param>
    /// <returns>The page in UTF-8.</returns>
    public static byte[] Make(AwsException error, RequestContext context, string hostId)
    {
        string title = string.Create(
            CultureInfo.InvariantCulture, $"{error.StatusCode} {ReasonPhrases.GetReasonPhrase(error.StatusCode)}");
        StringBuilder page = new($"<html>\n<head><title>{title}</title></head>\n<body>\n<h1>{title}</h1>\n<ul>\n");
        AppendItems(page, error);
        AppendItem(page, "RequestId", context.RequestId);
        AppendItem(page, "HostId", hostId);
        page.Append("</ul>\n");
        if (error is ErrorDocumentException { Document: { } document })
        {
            page.Append("<h3>An Error Occurred While Attempting to Retrieve a Custom Error Document</h3>\n<ul>\n");
            AppendItems(page, document);
            page.Append("</ul>\n");
        }

        page.Append("<hr/>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void AppendItems(StringBuilder page, AwsException error)
    {
        AppendItem(page, "Code", error.Code);
        AppendItem(page, "Message", error.Message);
        foreach ((string name, string value) in error.Members) AppendItem(page, name, value);
    }

    private static void AppendItem(StringBuilder page, string name, string value) =>
        page.Append("<li>").Append(name).Append(": ").Append(WebUtility.HtmlEncode(value)).Append("</li>\n");
}
