using RustStack.S3.Objects;

namespace RustStack.S3.Listing;

/// <summary>An entry of a listing of versions.</summary>
/// <param name="Key">The key.</param>
/// <param name="Version">The version or delete marker.</param>
/// <param name="IsLatest">Whether it is the newest of its key.</param>
internal readonly record struct ListedVersion(byte[] Key, StoredObject Version, bool IsLatest);
