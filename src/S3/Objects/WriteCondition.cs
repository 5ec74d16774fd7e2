using RustStack.S3.Errors;

namespace RustStack.S3.Objects;

/// <summary>What a write asks of the object that it replaces.</summary>
internal readonly record struct WriteCondition
{
    private const string Any = "*";

    private string? IfMatch { get; init; }

    private bool IfNoneMatch { get; init; }

    /// <summary>Whether there was an object when the write began, which takes a while.</summary>
    public bool ObjectExisted { get; init; }

    /// <summary>Whether anything is asked.</summary>
    public bool IsAny => IfNoneMatch || IfMatch is not null;

    /// <summary>Reads the conditional headers of a write.</summary>
    /// <param name="ifMatch"><c>If-Match</c>: an entity tag.</param>
    /// <param name="ifNoneMatch"><c>If-None-Match</c>: <c>*</c>.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="Core.Errors.AwsException">A form that S3 does not take.</exception>
    public static WriteCondition Parse(string? ifMatch, string? ifNoneMatch)
    {
        if (ifMatch is not null && ifNoneMatch is not null)
        {
            throw RequestErrors.HeaderNotImplemented(
                "If-Match,If-None-Match", "Multiple conditional request headers present in the request");
        }

        if (ifNoneMatch is not null && ifNoneMatch != Any) throw NotAccepted("If-None-Match");
        if (ifMatch == Any) throw NotAccepted("If-Match");
        return new() { IfMatch = ifMatch, IfNoneMatch = ifNoneMatch is not null };
    }

    /// <summary>Checks the condition.</summary>
    /// <param name="current">The newest version that is there, or null.</param>
    /// <param name="key">The key.</param>
    /// <exception cref="Core.Errors.AwsException">It does not hold.</exception>
    public void Check(StoredObject? current, ReadOnlySpan<byte> key)
    {
        bool exists = current is { IsDeleteMarker: false };
        if (IfNoneMatch && exists) throw RequestErrors.PreconditionFailed("If-None-Match");
        if (IsAny && ObjectExisted && !exists) throw VersionErrors.Conflict(IfNoneMatch ? "If-None-Match" : "If-Match", key);
        if (IfMatch is null) return;
        if (!exists) throw ObjectErrors.NoSuchKey(key);
        if (!ETags.Matches(IfMatch, current!.ETag)) throw RequestErrors.PreconditionFailed("If-Match");
    }

    private static Core.Errors.AwsException NotAccepted(string header) =>
        RequestErrors.HeaderNotImplemented(header, $"We don't accept the provided value of {header} header for this API");
}
