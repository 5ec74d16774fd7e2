using RustStack.S3.Blobs;
using RustStack.S3.Persistence;

namespace RustStack.S3.Tests.Persistence;

/// <summary>Bytes of a store that keeps them: they have a name, and count how often they are freed.</summary>
internal sealed class NamedBlob(UInt128 name, long lengthBytes) : Blob(lengthBytes)
{
    public int FreedCount { get; private set; }

    public override void AddReferencesTo(ICollection<BlobReference> references) => references.Add(new(name, LengthBytes));

    protected override BlobStream OpenRange(long offset, long lengthBytes) => throw new NotSupportedException();

    protected override void Free() => FreedCount++;
}
