using System.Numerics;

namespace RustStack.Expressions.Values;

/// <summary>Reads the text form of numbers, from UTF-8 or UTF-16 alike, in one pass and without allocating.</summary>
internal static class NumberParser
{
    /// <summary>An exponent beyond this is out of range whatever the digits are, as texts are far shorter than that.</summary>
    private const int ExponentCeiling = 100_000_000;

    /// <summary>Reads a number.</summary>
    /// <returns>The number or a range error; null when the text is no number.</returns>
    public static NumberResult? Parse<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        int position = 0;
        bool negative = ReadSign(text, ref position);
        Mantissa mantissa = default;
        for (; position < text.Length; position++)
        {
            int symbol = int.CreateTruncating(text[position]);
            if (symbol is >= '0' and <= '9') mantissa.Add(symbol - '0');
            else if (symbol != '.' || !mantissa.Point()) break;
        }

        if (!mantissa.HasDigits || !ReadExponent(text, ref position, out int exponent) || position != text.Length) return null;
        return mantissa.ToNumber(negative, exponent);
    }

    private static bool ReadSign<TChar>(ReadOnlySpan<TChar> text, ref int position)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        int symbol = position < text.Length ? int.CreateTruncating(text[position]) : 0;
        if (symbol is '+' or '-') position++;
        return symbol == '-';
    }

    private static bool ReadExponent<TChar>(ReadOnlySpan<TChar> text, ref int position, out int exponent)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        exponent = 0;
        if (position == text.Length) return true;
        if (int.CreateTruncating(text[position]) is not ('e' or 'E')) return false;
        position++;
        bool negative = ReadSign(text, ref position);
        int start = position;
        for (; position < text.Length; position++)
        {
            int symbol = int.CreateTruncating(text[position]);
            if (symbol is < '0' or > '9') return false;
            exponent = Math.Min(exponent * 10 + symbol - '0', ExponentCeiling);
        }

        if (negative) exponent = -exponent;
        return position > start;
    }

    /// <summary>Collects digits; leading zeros and zeros that may be trailing are counted, not stored.</summary>
    private struct Mantissa
    {
        private UInt128 _coefficient;
        private int _significant;
        private int _seen;
        private int _lastNonZero;
        private int _whole;
        private bool _hasPoint;

        public readonly bool HasDigits => _seen > 0;

        public void Add(int digit)
        {
            _seen++;
            if (digit == 0) return;
            int gap = _significant == 0 ? 1 : _seen - _lastNonZero;
            _significant += gap;
            _lastNonZero = _seen;
            if (_significant <= DynamoNumber.MaxDigits) _coefficient = _coefficient * Decimal128.PowerOfTen(gap) + (UInt128)digit;
        }

        public bool Point()
        {
            if (_hasPoint) return false;
            _hasPoint = true;
            _whole = _seen;
            return true;
        }

        public readonly NumberResult ToNumber(bool negative, int exponent)
        {
            if (_significant == 0) return NumberResult.Of(default);
            int last = exponent + (_hasPoint ? _whole : _seen) - _lastNonZero;
            return DynamoNumber.Refuse(_significant, last + _significant - 1) is { } error
                ? NumberResult.Failed(error)
                : DynamoNumber.Create(negative, _coefficient, last);
        }
    }
}
