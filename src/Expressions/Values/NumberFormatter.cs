namespace RustStack.Expressions.Values;

/// <summary>Writes numbers in plain positional notation, as AWS prints them.</summary>
internal static class NumberFormatter
{
    private const int Chunk = 19;

    public static bool TryFormat(DynamoNumber number, Span<byte> destination, out int written)
    {
        Span<byte> digits = stackalloc byte[DynamoNumber.MaxDigits];
        digits = WriteDigits(number.Coefficient, digits);
        int point = digits.Length + number.Exponent;
        int sign = number.Sign < 0 ? 1 : 0;
        int length = sign + Length(digits.Length, point);
        written = 0;
        if (destination.Length < length) return false;
        if (sign == 1) destination[0] = (byte)'-';
        Place(digits, point, destination[sign..length]);
        written = length;
        return true;
    }

    /// <summary>Writes the decimal digits of a coefficient, most significant first.</summary>
    public static Span<byte> WriteDigits(UInt128 coefficient, Span<byte> buffer)
    {
        int count = Decimal128.CountDigits(coefficient);
        int position = count;
        while (coefficient > ulong.MaxValue)
        {
            (coefficient, UInt128 rest) = UInt128.DivRem(coefficient, Decimal128.PowerOfTen(Chunk));
            WriteChunk((ulong)rest, buffer, ref position, position - Chunk);
        }

        WriteChunk((ulong)coefficient, buffer, ref position, 0);
        return buffer[..count];
    }

    private static void WriteChunk(ulong value, Span<byte> buffer, ref int position, int end)
    {
        while (position > end)
        {
            (value, ulong digit) = ulong.DivRem(value, 10);
            buffer[--position] = (byte)('0' + digit);
        }
    }

    private static int Length(int digits, int point)
    {
        if (point <= 0) return 2 - point + digits;
        return point < digits ? digits + 1 : point;
    }

    private static void Place(ReadOnlySpan<byte> digits, int point, Span<byte> destination)
    {
        if (point <= 0)
        {
            destination[..(2 - point)].Fill((byte)'0');
            destination[1] = (byte)'.';
            digits.CopyTo(destination[(2 - point)..]);
        }
        else if (point < digits.Length)
        {
            digits[..point].CopyTo(destination);
            destination[point] = (byte)'.';
            digits[point..].CopyTo(destination[(point + 1)..]);
        }
        else
        {
            digits.CopyTo(destination);
            destination[digits.Length..].Fill((byte)'0');
        }
    }
}
