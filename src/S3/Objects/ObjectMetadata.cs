using System.Text;
using RustStack.S3.Errors;

namespace RustStack.S3.Objects;

/// <summary>What the uploader says of an object and gets back unchanged: the headers that S3 keeps, and the user's own.</summary>
internal sealed record ObjectMetadata
{
    /// <summary>The content type of an object whose uploader names none.</summary>
    public const string DefaultContentType = "binary/octet-stream";

    /// <summary>The most that names and values of user metadata may have together.</summary>
    public const int MaxUserMetadataBytes = 2048;

    private const string TransferEncoding = "aws-chunked";

    /// <summary>Metadata that says nothing.</summary>
    public static ObjectMetadata Default { get; } = new();

    public string? CacheControl { get; init; }

    public string? ContentDisposition { get; init; }

    /// <summary>The content encoding, without <c>aws-chunked</c>, which is one of the transfer only.</summary>
    public string? ContentEncoding
    {
        get;
        init => field = WithoutTransferEncoding(value);
    }

    public string? ContentLanguage { get; init; }

    public string ContentType { get; init; } = DefaultContentType;

    public string? Expires { get; init; }

    /// <summary>User metadata by name without <c>x-amz-meta-</c>.</summary>
    public IReadOnlyDictionary<string, string>? User
    {
        get;
        init => field = value is null || value.Count == 0 ? null : Checked(value);
    }

    private static IReadOnlyDictionary<string, string> Checked(IReadOnlyDictionary<string, string> user)
    {
        int size = 0;
        foreach (KeyValuePair<string, string> entry in user)
        {
            size += Encoding.UTF8.GetByteCount(entry.Key) + Encoding.UTF8.GetByteCount(entry.Value);
        }

        return size <= MaxUserMetadataBytes ? user : throw ObjectErrors.MetadataTooLarge(size, MaxUserMetadataBytes);
    }

    private static string? WithoutTransferEncoding(string? value)
    {
        if (value is null || !value.Contains(TransferEncoding, StringComparison.OrdinalIgnoreCase)) return value;
        string[] kept = [.. value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(static word => !word.Equals(TransferEncoding, StringComparison.OrdinalIgnoreCase))];
        return kept.Length == 0 ? null : string.Join(',', kept);
    }
}
