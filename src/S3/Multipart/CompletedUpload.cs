using RustStack.S3.Objects;

namespace RustStack.S3.Multipart;

/// <summary>An upload that was completed, as it is remembered.</summary>
/// <param name="Key">The key that it was for.</param>
/// <param name="UploadId">Its id.</param>
/// <param name="Version">What it became, without bytes.</param>
internal sealed record CompletedUpload(byte[] Key, string UploadId, StoredObject Version);
