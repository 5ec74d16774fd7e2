namespace RustStack.Expressions.Values;

/// <summary>
/// The order-preserving form of a number: comparing two of them byte by byte orders them as the numbers are ordered. It ends itself,
/// so that more bytes may follow. A class byte (negative, zero, positive), the first digit's exponent, two digits a byte plus one, and a
/// zero; a negative number has all but the class byte inverted. Zero is its class byte alone.
/// </summary>
public static class NumberKey
{
    /// <summary>The most bytes that one number takes.</summary>
    public const int MaxLength = 2 + DynamoNumber.MaxDigits / 2 + 1;

    private const byte Negative = 1;
    private const byte Zero = 2;
    private const byte Positive = 3;
    private const byte End = 0;

    /// <summary>Writes a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="destination">Where to; <see cref="MaxLength"/> bytes are always enough.</param>
    /// <returns>The number of bytes written.</returns>
    public static int Write(DynamoNumber number, Span<byte> destination)
    {
        destination[0] = (byte)(Zero + number.Sign);
        if (number.Sign == 0) return 1;

        Span<byte> buffer = stackalloc byte[DynamoNumber.MaxDigits + 1];
        int count = NumberFormatter.WriteDigits(number.Coefficient, buffer).Length;
        buffer[count] = (byte)'0';
        int written = 1;
        destination[written++] = (byte)(number.Magnitude - DynamoNumber.MinMagnitude);
        for (int i = 0; i < count; i += 2) destination[written++] = (byte)((buffer[i] - '0') * 10 + (buffer[i + 1] - '0') + 1);
        destination[written++] = End;
        if (number.Sign < 0) Invert(destination[1..written]);
        return written;
    }

    /// <summary>Reads a number that <see cref="Write"/> wrote.</summary>
    /// <param name="source">Bytes that begin with the number.</param>
    /// <param name="read">The number of bytes that the number takes.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentException">The bytes are no number.</exception>
    public static DynamoNumber Read(ReadOnlySpan<byte> source, out int read)
    {
        read = 1;
        if (source.Length > 0 && source[0] == Zero) return default;
        if (source.Length < 3 || source[0] is not (Negative or Positive)) throw Damaged();

        byte mask = source[0] == Negative ? (byte)0xFF : (byte)0;
        int magnitude = (source[1] ^ mask) + DynamoNumber.MinMagnitude;
        UInt128 coefficient = UInt128.Zero;
        int position = 2;
        for (; position < source.Length && (source[position] ^ mask) != End; position++)
        {
            if (position >= MaxLength - 1) throw Damaged();
            coefficient = coefficient * 100 + (UInt128)((source[position] ^ mask) - 1);
        }

        if (position == source.Length || coefficient == UInt128.Zero) throw Damaged();
        read = position + 1;
        int digits = 2 * (position - 2);
        return DynamoNumber.Create(mask != 0, coefficient, magnitude - digits + 1).Value;
    }

    private static void Invert(Span<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)~bytes[i];
    }

    private static ArgumentException Damaged() => new("The bytes are no number key.");
}
