namespace RustStack.S3.Locking;

/// <summary>The object lock of a bucket that has it enabled.</summary>
/// <param name="Default">The retention of objects that are written without one; null for none.</param>
internal sealed record BucketLock(DefaultPeriod? Default = null);
