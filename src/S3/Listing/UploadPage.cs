using RustStack.S3.Multipart;

namespace RustStack.S3.Listing;

/// <summary>A page of a listing of uploads in progress.</summary>
/// <param name="Uploads">The uploads, by key and id.</param>
/// <param name="CommonPrefixes">The common prefixes, in order.</param>
/// <param name="IsTruncated">Whether others follow.</param>
/// <param name="Last">The last key or common prefix of the page; null on an empty one.</param>
/// <param name="LastUploadId">The id of the upload that the page ends with; null when it ends with a common prefix.</param>
internal sealed record UploadPage(
    IReadOnlyList<PendingUpload> Uploads, IReadOnlyList<byte[]> CommonPrefixes, bool IsTruncated, byte[]? Last, string? LastUploadId);
