using System.Buffers.Binary;
using System.Numerics;

namespace RustStack.S3.Checksums;

/// <summary>CRC-32C (Castagnoli), through the processor's own instruction where it has one.</summary>
internal sealed class Crc32CHash : StreamingHash
{
    private uint _crc = uint.MaxValue;

    public override int LengthBytes => sizeof(uint);

    public override void Append(ReadOnlySpan<byte> bytes)
    {
        uint crc = _crc;
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (byte value in bytes) crc = BitOperations.Crc32C(crc, value);
        _crc = crc;
    }

    protected override void WriteValue(Span<byte> destination) => BinaryPrimitives.WriteUInt32BigEndian(destination, ~_crc);
}
