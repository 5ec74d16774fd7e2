namespace RustStack.DynamoDb.Items;

/// <summary>Whole numbers in seven bits a byte, least significant first: short where lengths are short.</summary>
internal static class Varint
{
    /// <summary>How many bytes a number takes.</summary>
    /// <param name="value">The number, not negative.</param>
    /// <returns>1 to 5.</returns>
    public static int LengthOf(int value)
    {
        int length = 1;
        for (uint rest = (uint)value >> 7; rest != 0; rest >>= 7) length++;
        return length;
    }

    /// <summary>Writes a number.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="position">Where in it; moved behind the number.</param>
    /// <param name="value">The number, not negative.</param>
    public static void Write(Span<byte> destination, ref int position, int value)
    {
        uint rest = (uint)value;
        for (; rest >= 0x80; rest >>= 7) destination[position++] = (byte)(rest | 0x80);
        destination[position++] = (byte)rest;
    }

    /// <summary>Reads a number.</summary>
    /// <param name="source">Where from.</param>
    /// <param name="position">Where in it; moved behind the number.</param>
    /// <returns>The number.</returns>
    public static int Read(ReadOnlySpan<byte> source, ref int position)
    {
        uint value = source[position++];
        if (value < 0x80) return (int)value;
        value &= 0x7F;
        for (int shift = 7; ; shift += 7)
        {
            uint next = source[position++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80) return (int)value;
        }
    }
}
