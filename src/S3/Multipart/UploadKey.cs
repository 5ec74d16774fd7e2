namespace RustStack.S3.Multipart;

/// <summary>The place of an upload among those of a bucket: by key, then by id, which grows with time.</summary>
/// <param name="Key">The key that the upload is for.</param>
/// <param name="UploadId">Its id; empty is before every upload of the key.</param>
internal readonly record struct UploadKey(byte[] Key, string UploadId);
