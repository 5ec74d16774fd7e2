namespace RustStack.S3.Objects;

/// <summary>What a delete did.</summary>
/// <param name="Removed">The version that is gone for good; null when there was none.</param>
/// <param name="Marker">The delete marker that was written; null when none was.</param>
internal readonly record struct DeletionResult(StoredObject? Removed, StoredObject? Marker)
{
    /// <summary>Whether the delete wrote or removed a delete marker.</summary>
    public bool IsAboutMarker => Marker is not null || Removed is { IsDeleteMarker: true };
}
