namespace RustStack.Expressions.Values;

/// <summary>Exact addition of numbers: a result that does not fit 38 digits is refused, never rounded.</summary>
internal static class NumberArithmetic
{
    public static NumberResult Add(DynamoNumber left, DynamoNumber right)
    {
        if (left.Sign == 0) return NumberResult.Of(right);
        if (right.Sign == 0) return NumberResult.Of(left);
        if (left.Exponent < right.Exponent) (left, right) = (right, left);
        if (!TryScale(left.Coefficient, left.Exponent - right.Exponent, out UInt128 scaled))
            return NumberResult.Failed(RefuseUnaligned(left, right));

        UInt128 other = right.Coefficient;
        if (left.Sign == right.Sign) return DynamoNumber.Create(left.Sign < 0, scaled + other, right.Exponent);
        return scaled >= other
            ? DynamoNumber.Create(left.Sign < 0, scaled - other, right.Exponent)
            : DynamoNumber.Create(right.Sign < 0, other - scaled, right.Exponent);
    }

    /// <summary>Which error a sum is that has too many digits: whole units of the larger exponent decide how large it is.</summary>
    private static string RefuseUnaligned(DynamoNumber left, DynamoNumber right)
    {
        int shift = left.Exponent - right.Exponent;
        if (left.Sign != right.Sign || shift > Decimal128.MaxPower) return NumberErrors.TooManyDigits;
        int digits = Decimal128.CountDigits(left.Coefficient + right.Coefficient / Decimal128.PowerOfTen(shift));
        return DynamoNumber.Refuse(DynamoNumber.MaxDigits + 1, left.Exponent + digits - 1) ?? NumberErrors.TooManyDigits;
    }

    /// <summary>
    /// Multiplies by a power of ten. Beyond 2E38 the sum or difference with any number below 1E38 has more than 38 digits, because the
    /// other number's last digit is not zero; what stays below leaves room for the sum in 128 bits.
    /// </summary>
    private static bool TryScale(UInt128 coefficient, int power, out UInt128 scaled)
    {
        scaled = coefficient;
        if (power == 0) return true;
        UInt128 most = 2 * Decimal128.PowerOfTen(Decimal128.MaxPower);
        if (power > Decimal128.MaxPower || coefficient > most / Decimal128.PowerOfTen(power)) return false;
        scaled = coefficient * Decimal128.PowerOfTen(power);
        return true;
    }
}
