namespace RustStack.S3.Blobs;

/// <summary>A blob in a file of its own, which is opened by each reader and deleted after the last.</summary>
/// <param name="path">The file.</param>
/// <param name="lengthBytes">Its length.</param>
internal sealed class FileBlob(string path, long lengthBytes) : Blob(lengthBytes)
{
    protected override BlobStream OpenRange(long offset, long lengthBytes) => new FileBlobStream(this, path, offset, lengthBytes);

    protected override void Free() => BlobFile.Delete(path);
}
