using System.Buffers.Binary;
using System.IO.Hashing;

namespace RustStack.S3.Checksums;

/// <summary>CRC-64/NVME (NVM Express NVM Command Set specification, "64b Guard Protection Information").</summary>
internal sealed class Crc64NvmeHash : StreamingHash
{
    private readonly Crc64 _crc = new(Crc64ParameterSet.Nvme);

    public override int LengthBytes => sizeof(ulong);

    public override void Append(ReadOnlySpan<byte> bytes) => _crc.Append(bytes);

    protected override void WriteValue(Span<byte> destination) =>
        BinaryPrimitives.WriteUInt64BigEndian(destination, _crc.GetCurrentHashAsUInt64());
}
