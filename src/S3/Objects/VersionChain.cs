namespace RustStack.S3.Objects;

/// <summary>
/// The versions of one key, newest first: finding, adding and removing makes new chains and leaves the old one to its readers.
/// </summary>
internal static class VersionChain
{
    /// <summary>Finds a version.</summary>
    /// <param name="newest">The chain.</param>
    /// <param name="versionId">The version id; null for the newest.</param>
    /// <returns>The version, or null.</returns>
    public static StoredObject? Find(StoredObject? newest, string? versionId)
    {
        if (versionId is null) return newest;
        StoredObject? version = newest;
        while (version is not null && version.VersionId != versionId) version = version.Older;
        return version;
    }

    /// <summary>Puts a version on top. A null version takes the place of the null version that may be there.</summary>
    /// <param name="newest">The chain.</param>
    /// <param name="version">The new version.</param>
    /// <param name="displaced">The null version that went.</param>
    /// <returns>The new chain.</returns>
    public static StoredObject Push(StoredObject? newest, StoredObject version, out StoredObject? displaced)
    {
        displaced = null;
        if (version.VersionId == StoredObject.NullVersionId) newest = Remove(newest, StoredObject.NullVersionId, out displaced);
        return version.Above(newest);
    }

    /// <summary>Takes a version out.</summary>
    /// <param name="newest">The chain.</param>
    /// <param name="versionId">The version id.</param>
    /// <param name="removed">The version that was taken out, or null when there was none.</param>
    /// <returns>The new chain; null when nothing is left.</returns>
    public static StoredObject? Remove(StoredObject? newest, string versionId, out StoredObject? removed)
    {
        removed = Find(newest, versionId);
        return removed is null ? newest : Rebuild(newest!, removed, removed.Older);
    }

    /// <summary>Puts a changed record of a version in its place.</summary>
    /// <param name="newest">The chain.</param>
    /// <param name="version">The version, as it is in the chain.</param>
    /// <param name="changed">Its new record.</param>
    /// <returns>The new chain.</returns>
    public static StoredObject Replace(StoredObject newest, StoredObject version, StoredObject changed) =>
        Rebuild(newest, version, changed.Above(version.Older))!;

    private static StoredObject? Rebuild(StoredObject newest, StoredObject version, StoredObject? below)
    {
        List<StoredObject> newer = [];
        for (StoredObject at = newest; !ReferenceEquals(at, version); at = at.Older!) newer.Add(at);
        for (int i = newer.Count - 1; i >= 0; i--) below = newer[i].Above(below);
        return below;
    }
}
