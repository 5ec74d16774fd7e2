using System.Buffers.Binary;
using System.IO.Hashing;

namespace RustStack.S3.Checksums;

/// <summary>CRC-32 as in Ethernet and zip.</summary>
internal sealed class Crc32Hash : StreamingHash
{
    private readonly Crc32 _crc = new();

    public override int LengthBytes => sizeof(uint);

    public override void Append(ReadOnlySpan<byte> bytes) => _crc.Append(bytes);

    protected override void WriteValue(Span<byte> destination) =>
        BinaryPrimitives.WriteUInt32BigEndian(destination, _crc.GetCurrentHashAsUInt32());
}
