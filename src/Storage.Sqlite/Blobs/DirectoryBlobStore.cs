using System.Buffers.Binary;
using RustStack.Core.Ids;
using RustStack.S3.Blobs;
using RustStack.S3.Persistence;

namespace RustStack.Storage.Sqlite.Blobs;

/// <summary>
/// Keeps blobs as files beyond the end of the process. A blob is complete, and on the disk where power losses count, before a row can name
/// it; its file goes when nothing that is saved names it any more.
/// </summary>
/// <param name="folder">The folder of the files.</param>
/// <param name="ids">Makes up the names.</param>
internal sealed class DirectoryBlobStore(BlobFolder folder, IdSource ids) : IBlobStore
{
    private const int NameBytes = 16;

    private Dictionary<UInt128, DirectoryBlob>? _loaded = [];

    /// <inheritdoc/>
    public BlobWriter CreateWriter(long? expectedLengthBytes) => new DirectoryBlobWriter(folder, NewName());

    /// <summary>Gives a blob that a row names, while rows are loaded. Rows that name the same one share it.</summary>
    /// <param name="reference">The name.</param>
    /// <returns>The blob, with one more reference.</returns>
    public DirectoryBlob Find(BlobReference reference)
    {
        if (_loaded is null) throw new InvalidOperationException("The rows are loaded.");
        if (_loaded.TryGetValue(reference.Name, out DirectoryBlob? blob))
        {
            blob.AddReference();
            return blob;
        }

        blob = new(folder, reference);
        _loaded.Add(reference.Name, blob);
        return blob;
    }

    /// <summary>Removes the files that no row names, once, when all rows are loaded.</summary>
    /// <returns>How many files went, and how many blobs have no file of their length.</returns>
    public (int Removed, int Missing) EndLoad()
    {
        Dictionary<UInt128, DirectoryBlob> loaded = _loaded ?? throw new InvalidOperationException("The rows are loaded.");
        _loaded = null;
        return OrphanSweep.Run(folder, loaded);
    }

    /// <summary>Nothing: what is kept stays.</summary>
    public void Dispose()
    {
    }

    private UInt128 NewName()
    {
        Span<byte> name = stackalloc byte[NameBytes];
        ids.Fill(name);
        return BinaryPrimitives.ReadUInt128BigEndian(name);
    }
}
