namespace RustStack.S3.Objects;

/// <summary>The conditional headers of a read, or those of a copy on its source.</summary>
/// <param name="IfMatch">Entity tags of which one must match.</param>
/// <param name="IfNoneMatch">Entity tags of which none may match.</param>
/// <param name="IfModifiedSince">When it must have been written after.</param>
/// <param name="IfUnmodifiedSince">When it must have been written by.</param>
internal readonly record struct ReadCondition(
    string? IfMatch, string? IfNoneMatch, DateTimeOffset? IfModifiedSince, DateTimeOffset? IfUnmodifiedSince)
{
    /// <summary>
    /// Evaluates the condition in S3's precedence: If-Match that holds makes If-Unmodified-Since void, and If-None-Match makes
    /// If-Modified-Since void.
    /// </summary>
    /// <param name="version">The version that is read.</param>
    /// <returns>What is to be answered, and the header that decided.</returns>
    public (ReadConditionResult Result, string Header) Evaluate(StoredObject version)
    {
        if (IfMatch is not null)
        {
            if (!ETags.Matches(IfMatch, version.ETag)) return (ReadConditionResult.Failed, "If-Match");
        }
        else if (IfUnmodifiedSince is { } by && version.LastModified > by)
        {
            return (ReadConditionResult.Failed, "If-Unmodified-Since");
        }

        if (IfNoneMatch is not null)
        {
            if (ETags.Matches(IfNoneMatch, version.ETag)) return (ReadConditionResult.NotModified, "If-None-Match");
        }
        else if (IfModifiedSince is { } after && version.LastModified <= after)
        {
            return (ReadConditionResult.NotModified, "If-Modified-Since");
        }

        return (ReadConditionResult.Holds, "");
    }
}
