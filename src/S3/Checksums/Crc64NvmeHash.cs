using System.Buffers.Binary;

namespace RustStack.S3.Checksums;

/// <summary>
/// CRC-64/NVME (NVM Express NVM Command Set specification, "64b Guard Protection Information"): reflected, begun with and finally
/// xored by ones. Eight bytes at a step through eight tables.
/// </summary>
internal sealed class Crc64NvmeHash : StreamingHash
{
    private const int Step = sizeof(ulong);
    private const int TableSize = 256;

    private static readonly ulong[] Tables = CreateTables();

    private ulong _crc = ulong.MaxValue;

    public override int LengthBytes => sizeof(ulong);

    public override void Append(ReadOnlySpan<byte> bytes)
    {
        ulong crc = _crc;
        ReadOnlySpan<ulong> tables = Tables;
        while (bytes.Length >= Step)
        {
            crc ^= BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            crc = tables[(7 * TableSize) + (byte)crc]
                ^ tables[(6 * TableSize) + (byte)(crc >> 8)]
                ^ tables[(5 * TableSize) + (byte)(crc >> 16)]
                ^ tables[(4 * TableSize) + (byte)(crc >> 24)]
                ^ tables[(3 * TableSize) + (byte)(crc >> 32)]
                ^ tables[(2 * TableSize) + (byte)(crc >> 40)]
                ^ tables[TableSize + (byte)(crc >> 48)]
                ^ tables[(byte)(crc >> 56)];
            bytes = bytes[Step..];
        }

        foreach (byte value in bytes) crc = tables[(byte)(crc ^ value)] ^ (crc >> 8);
        _crc = crc;
    }

    protected override void WriteValue(Span<byte> destination) => BinaryPrimitives.WriteUInt64BigEndian(destination, ~_crc);

    private static ulong[] CreateTables()
    {
        ulong[] tables = new ulong[Step * TableSize];
        for (int i = 0; i < TableSize; i++)
        {
            ulong crc = (ulong)i;
            for (int bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : CrcCombiner.Crc64NvmePolynomial);
            tables[i] = crc;
        }

        for (int i = TableSize; i < tables.Length; i++)
        {
            ulong previous = tables[i - TableSize];
            tables[i] = tables[(byte)previous] ^ (previous >> 8);
        }

        return tables;
    }
}
