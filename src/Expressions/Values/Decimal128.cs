namespace RustStack.Expressions.Values;

/// <summary>Decimal facts about 128-bit whole numbers.</summary>
internal static class Decimal128
{
    /// <summary>The largest power of ten that 128 bits hold.</summary>
    public const int MaxPower = 38;

    private static readonly UInt128[] Powers = ComputePowers();

    public static UInt128 PowerOfTen(int power) => Powers[power];

    /// <summary>The number of decimal digits; 1 for zero.</summary>
    public static int CountDigits(UInt128 value)
    {
        int bits = 128 - (int)UInt128.LeadingZeroCount(value);
        int estimate = bits * 1233 >> 12;
        return estimate <= MaxPower && value >= Powers[estimate] ? estimate + 1 : Math.Max(estimate, 1);
    }

    /// <summary>Moves trailing zeros of a coefficient other than zero into its exponent.</summary>
    public static (UInt128 Coefficient, int Exponent) StripZeros(UInt128 coefficient, int exponent)
    {
        if (coefficient <= ulong.MaxValue) return StripSmall((ulong)coefficient, exponent);
        for (int step = 16; step > 0; step >>= 1)
        {
            while (true)
            {
                (UInt128 quotient, UInt128 remainder) = UInt128.DivRem(coefficient, Powers[step]);
                if (remainder != UInt128.Zero) break;
                coefficient = quotient;
                exponent += step;
            }
        }

        return (coefficient, exponent);
    }

    private static (UInt128 Coefficient, int Exponent) StripSmall(ulong coefficient, int exponent)
    {
        while (true)
        {
            (ulong quotient, ulong digit) = ulong.DivRem(coefficient, 10);
            if (digit != 0) return (coefficient, exponent);
            coefficient = quotient;
            exponent++;
        }
    }

    private static UInt128[] ComputePowers()
    {
        UInt128[] powers = new UInt128[MaxPower + 1];
        powers[0] = UInt128.One;
        for (int i = 1; i < powers.Length; i++) powers[i] = powers[i - 1] * 10;
        return powers;
    }
}
