namespace RustStack.S3.Listing;

/// <summary>Where a page begins.</summary>
/// <param name="After">The key after which it begins; null for the first page.</param>
/// <param name="SkipsGroup">Whether the common prefix that the key lies in was listed before and is passed over.</param>
internal readonly record struct ListingStart(byte[]? After, bool SkipsGroup);
