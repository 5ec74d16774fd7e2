namespace RustStack.S3.Multipart;

/// <summary>A part as the request that completes an upload lists it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="ETag">Its ETag as the client has it.</param>
/// <param name="Checksum">Its checksum of the upload's algorithm in base 64, or null.</param>
internal readonly record struct RequestedPart(int Number, string ETag, string? Checksum);
