using RustStack.S3.Blobs;
using RustStack.S3.Persistence;

namespace RustStack.Storage.Sqlite.Blobs;

/// <summary>A blob in a file that stays: it is opened by each reader, and deleted when nothing that is saved and no reader needs it.</summary>
/// <param name="folder">Where the file is.</param>
/// <param name="reference">The blob's name and length.</param>
internal sealed class DirectoryBlob(BlobFolder folder, BlobReference reference) : Blob(reference.LengthBytes)
{
    /// <inheritdoc/>
    public override void AddReferencesTo(ICollection<BlobReference> references) => references.Add(new(reference.Name, LengthBytes));

    /// <inheritdoc/>
    protected override BlobStream OpenRange(long offset, long lengthBytes) =>
        new FileBlobStream(this, folder.PathOf(reference.Name), offset, lengthBytes);

    /// <inheritdoc/>
    protected override void Free() => folder.Deletions.Delete(folder.PathOf(reference.Name));
}
