using System.Globalization;
using System.Numerics;

namespace RustStack.Expressions.Tests.Values;

/// <summary>A number as plainly as it can be written: a big whole number times a power of ten.</summary>
internal sealed record ReferenceNumber(BigInteger Coefficient, int Exponent)
{
    public string? Error
    {
        get
        {
            if (Coefficient.IsZero) return null;
            string digits = BigInteger.Abs(Coefficient).ToString(CultureInfo.InvariantCulture);
            string significant = digits.TrimEnd('0');
            int magnitude = Exponent + digits.Length - 1;
            if (magnitude > 125) return "Number overflow. Attempting to store a number with magnitude larger than supported range";
            if (magnitude < -130) return "Number underflow. Attempting to store a number with magnitude smaller than supported range";
            return significant.Length > 38 ? "Attempting to store more than 38 significant digits in a Number" : null;
        }
    }

    public static ReferenceNumber Next(Random random)
    {
        while (true)
        {
            int digits = random.Next(4) == 0 ? random.Next(1, 39) : random.Next(1, 6);
            BigInteger coefficient = BigInteger.Zero;
            for (int i = 0; i < digits; i++) coefficient = coefficient * 10 + (random.Next(3) == 0 ? 9 * random.Next(2) : random.Next(10));
            int exponent = random.Next(6) switch
            {
                0 => random.Next(-170, 126),
                1 => random.Next(84, 92),
                2 => random.Next(-170, -125),
                _ => random.Next(-6, 7),
            };
            ReferenceNumber number = new(random.Next(2) == 0 ? coefficient : -coefficient, exponent);
            if (number.Error is null) return number;
        }
    }

    public ReferenceNumber Negate() => this with { Coefficient = -Coefficient };

    public ReferenceNumber Add(ReferenceNumber other)
    {
        int exponent = Math.Min(Exponent, other.Exponent);
        return new(Scaled(exponent) + other.Scaled(exponent), exponent);
    }

    public int CompareTo(ReferenceNumber other)
    {
        int exponent = Math.Min(Exponent, other.Exponent);
        return Scaled(exponent).CompareTo(other.Scaled(exponent));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Coefficient}E{Exponent}");

    private BigInteger Scaled(int exponent) => Coefficient * BigInteger.Pow(10, Exponent - exponent);
}
