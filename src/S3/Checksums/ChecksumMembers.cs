namespace RustStack.S3.Checksums;

/// <summary>A checksum as the members of an answer, of which only the one of its algorithm is set.</summary>
internal static class ChecksumMembers
{
    extension(ObjectChecksum? checksum)
    {
        public string? Crc32 => checksum.Of(ChecksumKind.Crc32);

        public string? Crc32C => checksum.Of(ChecksumKind.Crc32C);

        public string? Crc64Nvme => checksum.Of(ChecksumKind.Crc64Nvme);

        public string? Sha1 => checksum.Of(ChecksumKind.Sha1);

        public string? Sha256 => checksum.Of(ChecksumKind.Sha256);

        private string? Of(ChecksumKind kind) => checksum?.Kind == kind ? checksum.Value : null;
    }
}
