namespace RustStack.S3.Multipart;

/// <summary>Orders uploads by key and id.</summary>
internal readonly struct UploadKeyComparer : IComparer<UploadKey>
{
    public int Compare(UploadKey x, UploadKey y)
    {
        int keys = x.Key.AsSpan().SequenceCompareTo(y.Key);
        return keys != 0 ? keys : string.CompareOrdinal(x.UploadId, y.UploadId);
    }
}
