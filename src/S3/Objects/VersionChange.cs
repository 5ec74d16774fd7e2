namespace RustStack.S3.Objects;

/// <summary>
/// A change of one key's versions: a version is written on top, one goes, or both. Where both have the same place, one version's record
/// takes the place of the other.
/// </summary>
/// <param name="Key">The key.</param>
/// <param name="Added">The version that is there afterwards; null for none.</param>
/// <param name="Removed">The version that is there no more; null for none.</param>
internal readonly record struct VersionChange(byte[] Key, StoredObject? Added, StoredObject? Removed)
{
    /// <summary>Whether nothing changes.</summary>
    public bool IsEmpty => Added is null && Removed is null;

    /// <summary>Whether one version's record changes, in its place.</summary>
    public bool IsInPlace => Added is not null && Removed is not null && Added.Order == Removed.Order;
}
