using System.Text;

namespace RustStack.Expressions.Values;

/// <summary>
/// An exact decimal number as DynamoDB keeps it: up to 38 significant digits, zero or a magnitude from 1E-130 to
/// 9.9999999999999999999999999999999999999E+125, positive or negative. It is kept normalised (no trailing zeros, one zero), so
/// numbers that are equal are equal in every field, text and key byte.
/// </summary>
public readonly struct DynamoNumber : IEquatable<DynamoNumber>, IComparable<DynamoNumber>
{
    /// <summary>The most significant digits that a number has.</summary>
    public const int MaxDigits = 38;

    /// <summary>The largest exponent of a number's first digit.</summary>
    public const int MaxMagnitude = 125;

    /// <summary>The smallest exponent of a number's first digit.</summary>
    public const int MinMagnitude = -130;

    /// <summary>The most bytes that <see cref="TryFormat"/> writes: a sign, <c>0.</c>, 129 zeros and 38 digits.</summary>
    public const int MaxTextLength = 170;

    /// <summary>The most bytes that <see cref="NumberKey.Write"/> writes.</summary>
    public const int MaxKeyLength = NumberKey.MaxLength;

    private readonly ulong _high;
    private readonly ulong _low;
    private readonly short _exponent;
    private readonly sbyte _sign;

    private DynamoNumber(sbyte sign, UInt128 coefficient, int exponent)
    {
        _high = (ulong)(coefficient >> 64);
        _low = (ulong)coefficient;
        _exponent = (short)exponent;
        _sign = sign;
    }

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => _sign;

    /// <summary>The number of significant digits, 1 to 38; zero has one.</summary>
    public int DigitCount => Decimal128.CountDigits(Coefficient);

    /// <summary>The exponent of the first significant digit; 0 for zero.</summary>
    internal int Magnitude => _sign == 0 ? 0 : _exponent + DigitCount - 1;

    /// <summary>The significant digits as a whole number without trailing zeros.</summary>
    internal UInt128 Coefficient => new(_high, _low);

    /// <summary>The power of ten that the coefficient is multiplied by.</summary>
    internal int Exponent => _exponent;

    /// <summary>Whether two numbers are equal.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">Another number.</param>
    /// <returns>True when they have the same value.</returns>
    public static bool operator ==(DynamoNumber left, DynamoNumber right) => left.Equals(right);

    /// <summary>Whether two numbers differ.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">Another number.</param>
    /// <returns>True when they differ.</returns>
    public static bool operator !=(DynamoNumber left, DynamoNumber right) => !left.Equals(right);

    /// <summary>Whether one number is less than another.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">Another number.</param>
    /// <returns>True when it is less.</returns>
    public static bool operator <(DynamoNumber left, DynamoNumber right) => left.CompareTo(right) < 0;

    /// <summary>Whether one number is at most another.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">Another number.</param>
    /// <returns>True when it is less or equal.</returns>
    public static bool operator <=(DynamoNumber left, DynamoNumber right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one number is greater than another.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">Another number.</param>
    /// <returns>True when it is greater.</returns>
    public static bool operator >(DynamoNumber left, DynamoNumber right) => left.CompareTo(right) > 0;

    /// <summary>Whether one number is at least another.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">Another number.</param>
    /// <returns>True when it is greater or equal.</returns>
    public static bool operator >=(DynamoNumber left, DynamoNumber right) => left.CompareTo(right) >= 0;

    /// <summary>Makes a number of a whole number.</summary>
    /// <param name="value">The whole number.</param>
    /// <returns>The same number.</returns>
    public static DynamoNumber FromInt64(long value)
    {
        UInt128 magnitude = value < 0 ? (UInt128)(-(Int128)value) : (UInt128)value;
        return Create(value < 0, magnitude, 0).Value;
    }

    /// <summary>Reads a number from UTF-8 text: an optional sign, digits with an optional point, an optional exponent.</summary>
    /// <param name="utf8">The text, without surrounding white space.</param>
    /// <returns>The number or AWS's error text.</returns>
    public static NumberResult Parse(ReadOnlySpan<byte> utf8) =>
        NumberParser.Parse(utf8) ?? NumberResult.Failed(NumberErrors.Unreadable(Encoding.UTF8.GetString(utf8)));

    /// <summary>Reads a number from text: an optional sign, digits with an optional point, an optional exponent.</summary>
    /// <param name="text">The text, without surrounding white space.</param>
    /// <returns>The number or AWS's error text.</returns>
    public static NumberResult Parse(ReadOnlySpan<char> text) =>
        NumberParser.Parse(text) ?? NumberResult.Failed(NumberErrors.Unreadable(text.ToString()));

    /// <summary>Adds a number.</summary>
    /// <param name="other">What is added.</param>
    /// <returns>The exact sum, or AWS's error text when it is out of range or has more than 38 digits.</returns>
    public NumberResult Add(DynamoNumber other) => NumberArithmetic.Add(this, other);

    /// <summary>Subtracts a number.</summary>
    /// <param name="other">What is subtracted.</param>
    /// <returns>The exact difference, or AWS's error text when it is out of range or has more than 38 digits.</returns>
    public NumberResult Subtract(DynamoNumber other) => NumberArithmetic.Add(this, other.Negate());

    /// <summary>The number with the opposite sign.</summary>
    /// <returns>The negated number.</returns>
    public DynamoNumber Negate() => new((sbyte)-_sign, Coefficient, _exponent);

    /// <inheritdoc/>
    public int CompareTo(DynamoNumber other)
    {
        if (_sign != other._sign) return _sign.CompareTo(other._sign);
        return _sign * CompareMagnitude(other);
    }

    /// <inheritdoc/>
    public bool Equals(DynamoNumber other) =>
        _low == other._low && _high == other._high && _exponent == other._exponent && _sign == other._sign;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DynamoNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_high, _low, _exponent, _sign);

    /// <summary>Writes the number as AWS prints it: plain digits, no exponent, no trailing zeros.</summary>
    /// <param name="destination">Where to; <see cref="MaxTextLength"/> bytes are always enough.</param>
    /// <param name="written">The number of bytes written.</param>
    /// <returns>False when the destination is too small.</returns>
    public bool TryFormat(Span<byte> destination, out int written) => NumberFormatter.TryFormat(this, destination, out written);

    /// <summary>The number as AWS prints it: plain digits, no exponent, no trailing zeros.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        Span<byte> buffer = stackalloc byte[MaxTextLength];
        _ = TryFormat(buffer, out int written);
        return Encoding.ASCII.GetString(buffer[..written]);
    }

    /// <summary>Normalises and checks the ranges of a coefficient of any 128-bit size.</summary>
    internal static NumberResult Create(bool negative, UInt128 coefficient, int exponent)
    {
        if (coefficient == UInt128.Zero) return NumberResult.Of(default);
        (coefficient, exponent) = Decimal128.StripZeros(coefficient, exponent);
        int digits = Decimal128.CountDigits(coefficient);
        if (Refuse(digits, exponent + digits - 1) is { } error) return NumberResult.Failed(error);
        return NumberResult.Of(new(negative ? (sbyte)-1 : (sbyte)1, coefficient, exponent));
    }

    /// <summary>Says why there is no number with so many digits and such an exponent of the first one; null when there is.</summary>
    internal static string? Refuse(int digits, int magnitude) => magnitude switch
    {
        > MaxMagnitude => NumberErrors.Overflow,
        < MinMagnitude => NumberErrors.Underflow,
        _ => digits > MaxDigits ? NumberErrors.TooManyDigits : null,
    };

    private int CompareMagnitude(DynamoNumber other)
    {
        int digits = DigitCount;
        int otherDigits = other.DigitCount;
        int order = (_exponent + digits).CompareTo(other._exponent + otherDigits);
        if (order != 0) return order;
        UInt128 left = Coefficient * Decimal128.PowerOfTen(Math.Max(otherDigits - digits, 0));
        UInt128 right = other.Coefficient * Decimal128.PowerOfTen(Math.Max(digits - otherDigits, 0));
        return left.CompareTo(right);
    }
}
