using RustStack.S3.Errors;

namespace RustStack.S3.Objects;

/// <summary>What a delete asks of the object that it deletes.</summary>
/// <param name="IfMatch">The entity tag, or <c>*</c> for any.</param>
/// <param name="LastModified">When it must have been written.</param>
/// <param name="SizeBytes">The size it must have.</param>
internal readonly record struct DeleteCondition(string? IfMatch, DateTimeOffset? LastModified, long? SizeBytes)
{
    /// <summary>Checks the condition.</summary>
    /// <param name="current">The version that would be deleted, or null.</param>
    /// <param name="key">The key.</param>
    /// <exception cref="Core.Errors.AwsException">It does not hold.</exception>
    public void Check(StoredObject? current, ReadOnlySpan<byte> key)
    {
        if (IfMatch is null && LastModified is null && SizeBytes is null) return;
        if (current is null or { IsDeleteMarker: true }) throw ObjectErrors.NoSuchKey(key);
        if (IfMatch is not null && !ETags.Matches(IfMatch, current.ETag)) throw RequestErrors.PreconditionFailed("If-Match");
        if (LastModified is { } time && time != current.LastModified)
        {
            throw RequestErrors.PreconditionFailed("x-amz-if-match-last-modified-time");
        }

        if (SizeBytes is { } size && size != current.SizeBytes) throw RequestErrors.PreconditionFailed("x-amz-if-match-size");
    }
}
