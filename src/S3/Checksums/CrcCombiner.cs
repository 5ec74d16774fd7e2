using System.Buffers.Binary;

namespace RustStack.S3.Checksums;

/// <summary>
/// Computes the CRC of two byte strings put together from the CRC of each and the length of the second: the first is multiplied by
/// x to the power of the second's length in bits, modulo the polynomial. All are reflected: the highest bit is the lowest power.
/// </summary>
internal static class CrcCombiner
{
    /// <summary>The polynomial of CRC-64/NVME, reflected.</summary>
    internal const ulong Crc64NvmePolynomial = 0x9A6C_9329_AC4B_C9B5;

    private const ulong Crc32Polynomial = 0xEDB8_8320;
    private const ulong Crc32CPolynomial = 0x82F6_3B78;

    /// <summary>Combines two values.</summary>
    /// <param name="kind">Their algorithm; a combinable one.</param>
    /// <param name="first">The value of the first byte string, most significant byte first.</param>
    /// <param name="second">The value of the second.</param>
    /// <param name="secondLengthBytes">The length of the second.</param>
    /// <returns>The value of both.</returns>
    public static byte[] Combine(ChecksumKind kind, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, long secondLengthBytes)
    {
        (ulong polynomial, int width) = kind switch
        {
            ChecksumKind.Crc32 => (Crc32Polynomial, 32),
            ChecksumKind.Crc32C => (Crc32CPolynomial, 32),
            ChecksumKind.Crc64Nvme => (Crc64NvmePolynomial, 64),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Only CRCs can be combined."),
        };
        ulong shift = PowerOfX(secondLengthBytes, polynomial, width);
        ulong combined = Multiply(shift, Read(first), polynomial, width) ^ Read(second);
        byte[] value = new byte[first.Length];
        if (width == 32) BinaryPrimitives.WriteUInt32BigEndian(value, (uint)combined);
        else BinaryPrimitives.WriteUInt64BigEndian(value, combined);
        return value;
    }

    private static ulong Read(ReadOnlySpan<byte> value) =>
        value.Length == sizeof(uint) ? BinaryPrimitives.ReadUInt32BigEndian(value) : BinaryPrimitives.ReadUInt64BigEndian(value);

    /// <summary>x to the power of eight times the length.</summary>
    private static ulong PowerOfX(long lengthBytes, ulong polynomial, int width)
    {
        ulong result = 1UL << (width - 1);
        ulong square = 1UL << (width - 1 - 8);
        for (; lengthBytes > 0; lengthBytes >>= 1)
        {
            if ((lengthBytes & 1) == 1) result = Multiply(result, square, polynomial, width);
            square = Multiply(square, square, polynomial, width);
        }

        return result;
    }

    private static ulong Multiply(ulong a, ulong b, ulong polynomial, int width)
    {
        ulong product = 0;
        for (ulong bit = 1UL << (width - 1); bit != 0; bit >>= 1)
        {
            if ((a & bit) != 0) product ^= b;
            b = (b >> 1) ^ ((b & 1) == 0 ? 0 : polynomial);
        }

        return product;
    }
}
