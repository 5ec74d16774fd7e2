namespace RustStack.S3.Checksums;

/// <summary>The checksum algorithms of the S3 model.</summary>
internal enum ChecksumKind
{
    Crc32,
    Crc32C,
    Crc64Nvme,
    Sha1,
    Sha256,
}
