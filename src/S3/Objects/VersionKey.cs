namespace RustStack.S3.Objects;

/// <summary>The place of a version among those of a bucket: by key, then from the newest to the oldest.</summary>
/// <param name="Key">The key.</param>
/// <param name="Order">The version's place in the order of writing.</param>
internal readonly record struct VersionKey(byte[] Key, long Order);
