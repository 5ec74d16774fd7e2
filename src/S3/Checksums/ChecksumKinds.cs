namespace RustStack.S3.Checksums;

/// <summary>What S3 says of each checksum algorithm: its name, its header and what it can do.</summary>
internal static class ChecksumKinds
{
    /// <summary>What the header of every checksum begins with.</summary>
    public const string HeaderPrefix = "x-amz-checksum-";

    /// <summary>Every algorithm, in the model's order.</summary>
    public static ReadOnlySpan<ChecksumKind> All =>
        [ChecksumKind.Crc32, ChecksumKind.Crc32C, ChecksumKind.Crc64Nvme, ChecksumKind.Sha1, ChecksumKind.Sha256];

    private static readonly string[][] NameLists = [.. Enum.GetValues<ChecksumKind>().Select(static kind => new[] { kind.Name() })];

    /// <summary>Finds an algorithm by its name.</summary>
    /// <param name="name">The name, such as <c>CRC32C</c>; any case.</param>
    /// <returns>The algorithm, or null when there is none of that name.</returns>
    public static ChecksumKind? Parse(string? name)
    {
        foreach (ChecksumKind kind in All)
        {
            if (string.Equals(kind.Name(), name, StringComparison.OrdinalIgnoreCase)) return kind;
        }

        return null;
    }

    /// <summary>Finds an algorithm by its header.</summary>
    /// <param name="header">The header's name, such as <c>x-amz-checksum-crc32</c>; any case.</param>
    /// <returns>The algorithm, or null when the header is not one of a checksum.</returns>
    public static ChecksumKind? ParseHeader(string? header) =>
        header is not null && header.StartsWith(HeaderPrefix, StringComparison.OrdinalIgnoreCase)
            ? Parse(header[HeaderPrefix.Length..])
            : null;

    extension(ChecksumKind kind)
    {
        /// <summary>The name that the model gives it, such as <c>CRC64NVME</c>.</summary>
        public string Name() => kind switch
        {
            ChecksumKind.Crc32 => "CRC32",
            ChecksumKind.Crc32C => "CRC32C",
            ChecksumKind.Crc64Nvme => "CRC64NVME",
            ChecksumKind.Sha1 => "SHA1",
            _ => "SHA256",
        };

        /// <summary>The name as the list of one that listings have, the same one each time.</summary>
        public IReadOnlyList<string> NameList() => NameLists[(int)kind];

        /// <summary>The header that carries a value of it, such as <c>x-amz-checksum-crc64nvme</c>.</summary>
        public string HeaderName() => HeaderPrefix + kind.Name().ToLowerInvariant();

        /// <summary>How many bytes a value has.</summary>
        public int LengthBytes() => kind switch
        {
            ChecksumKind.Crc32 or ChecksumKind.Crc32C => 4,
            ChecksumKind.Crc64Nvme => 8,
            ChecksumKind.Sha1 => 20,
            _ => 32,
        };

        /// <summary>
        /// Whether the value of a whole follows from the values of its parts (full-object checksums of multipart uploads).
        /// </summary>
        public bool IsCombinable() => kind is ChecksumKind.Crc32 or ChecksumKind.Crc32C or ChecksumKind.Crc64Nvme;
    }
}
