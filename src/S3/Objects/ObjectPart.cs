using RustStack.S3.Checksums;

namespace RustStack.S3.Objects;

/// <summary>A part of an object that came by multipart upload.</summary>
/// <param name="Number">The part number that it was uploaded with.</param>
/// <param name="SizeBytes">Its size.</param>
/// <param name="Checksum">Its checksum.</param>
internal sealed record ObjectPart(int Number, long SizeBytes, ObjectChecksum Checksum);
