namespace RustStack.S3.Persistence;

/// <summary>How a saved row names bytes that are kept: a name that the blob store made up, and their length.</summary>
/// <param name="Name">The name: 128 random bits.</param>
/// <param name="LengthBytes">How many bytes there are; more than none.</param>
internal readonly record struct BlobReference(UInt128 Name, long LengthBytes);
