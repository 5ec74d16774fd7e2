using RustStack.S3.Errors;

namespace RustStack.S3.Objects;

/// <summary>What <c>x-amz-copy-source</c> names.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The key.</param>
/// <param name="VersionId">The version; null for the newest.</param>
internal readonly record struct CopySource(string Bucket, string Key, string? VersionId)
{
    private const string VersionParameter = "?versionId=";

    /// <summary>Reads the header: <c>[/]bucket/key[?versionId=id]</c>, percent-encoded.</summary>
    /// <param name="header">The header's value.</param>
    /// <returns>What it names.</returns>
    /// <exception cref="Core.Errors.AwsException">It has another form.</exception>
    public static CopySource Parse(string header)
    {
        string path = header;
        string? versionId = null;
        int parameter = path.LastIndexOf(VersionParameter, StringComparison.Ordinal);
        if (parameter >= 0)
        {
            versionId = path[(parameter + VersionParameter.Length)..];
            path = path[..parameter];
        }

        path = Uri.UnescapeDataString(path);
        if (path.StartsWith("arn:", StringComparison.Ordinal))
        {
            throw RequestErrors.HeaderNotImplemented("x-amz-copy-source", "Access points are not supported");
        }

        if (path.StartsWith('/')) path = path[1..];
        int slash = path.IndexOf('/');
        if (slash <= 0 || slash == path.Length - 1) throw ObjectErrors.InvalidCopySource(header);
        return new(path[..slash], path[(slash + 1)..], versionId is null ? null : Uri.UnescapeDataString(versionId));
    }
}
