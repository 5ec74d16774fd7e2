using RustStack.S3.Checksums;
using RustStack.S3.Errors;
using RustStack.S3.Objects;

namespace RustStack.S3.Multipart;

/// <summary>Finds the parts that the request to complete an upload lists, and checks them as S3 does.</summary>
internal static class PartSelection
{
    /// <summary>The least that every part but the last must have: 5 MiB.</summary>
    public const long MinPartBytes = 5 * 1024 * 1024;

    /// <summary>Selects parts.</summary>
    /// <param name="upload">The upload.</param>
    /// <param name="held">The parts that it has, by ascending number.</param>
    /// <param name="requested">The parts that are asked for.</param>
    /// <returns>The parts, in order.</returns>
    /// <exception cref="Core.Errors.AwsException">They are out of order, missing, changed or too small.</exception>
    public static IReadOnlyList<StoredPart> Select(
        PendingUpload upload, IReadOnlyList<StoredPart> held, IReadOnlyList<RequestedPart> requested)
    {
        if (requested.Count == 0) throw RequestErrors.MalformedXml();
        CheckOrder(upload, requested);
        Dictionary<int, StoredPart> byNumber = held.ToDictionary(static part => part.Number);
        List<StoredPart> selected = new(requested.Count);
        foreach (RequestedPart part in requested)
        {
            byNumber.TryGetValue(part.Number, out StoredPart? found);
            selected.Add(Check(upload, part, found));
        }

        for (int i = 0; i < selected.Count - 1; i++)
        {
            StoredPart part = selected[i];
            if (part.SizeBytes < MinPartBytes) throw MultipartErrors.EntityTooSmall(part.ETag, part.Number, part.SizeBytes, MinPartBytes);
        }

        return selected;
    }

    private static void CheckOrder(PendingUpload upload, IReadOnlyList<RequestedPart> requested)
    {
        for (int i = 1; i < requested.Count; i++)
        {
            if (requested[i].Number <= requested[i - 1].Number) throw MultipartErrors.InvalidPartOrder(upload.UploadId);
        }
    }

    private static StoredPart Check(PendingUpload upload, RequestedPart requested, StoredPart? found)
    {
        string etag = ETags.Unquote(requested.ETag);
        if (found is null || !string.Equals(etag, found.ETag, StringComparison.OrdinalIgnoreCase))
        {
            throw MultipartErrors.InvalidPart(upload.UploadId, requested.Number, etag);
        }

        if (requested.Checksum is not null && requested.Checksum != found.Checksum.Value)
        {
            throw MultipartErrors.InvalidPart(upload.UploadId, requested.Number, etag);
        }

        bool isChecksumDue = upload.Checksum is { IsDeclared: true, IsComposite: true };
        return requested.Checksum is not null || !isChecksumDue
            ? found
            : throw MultipartErrors.PartChecksumMissing(upload.Checksum.Kind.Name(), requested.Number);
    }
}
