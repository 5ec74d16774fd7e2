namespace RustStack.S3.Objects;

/// <summary>What comes of a read's conditional headers.</summary>
internal enum ReadConditionResult
{
    Holds,
    NotModified,
    Failed,
}
