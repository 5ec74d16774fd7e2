using System.Text;

namespace RustStack.S3.Forms;

/// <summary>The boundary between the parts of a form, as the request's content type names it (RFC 2046, section 5.1.1).</summary>
internal static class FormBoundary
{
    private const string MediaType = "multipart/form-data";
    private const int MaxLength = 70;

    /// <summary>Reads what stands between parts.</summary>
    /// <param name="contentType">The value of Content-Type, or null.</param>
    /// <returns>Line break, two dashes and the boundary; null when the body is no form.</returns>
    public static byte[]? ReadDelimiter(string? contentType)
    {
        if (contentType is null) return null;
        int end = contentType.IndexOf(';', StringComparison.Ordinal);
        string mediaType = (end < 0 ? contentType : contentType[..end]).Trim();
        if (end < 0 || !mediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase)) return null;
        string? boundary = HeaderParameters.Parse(contentType).GetValueOrDefault("boundary");
        bool isBoundary = boundary is { Length: > 0 and <= MaxLength } && !boundary.AsSpan().ContainsAnyExceptInRange(' ', '~');
        return isBoundary ? Encoding.ASCII.GetBytes($"\r\n--{boundary}") : null;
    }
}
