using System.Text;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Tests.Values;

public sealed class DynamoNumberTests
{
    private const string NotNumeric = "The parameter cannot be converted to a numeric value";
    private const string TooManyDigits = "Attempting to store more than 38 significant digits in a Number";
    private const string Overflow = "Number overflow. Attempting to store a number with magnitude larger than supported range";
    private const string Underflow = "Number underflow. Attempting to store a number with magnitude smaller than supported range";
    private const string MaxDigits = "99999999999999999999999999999999999999";

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("0e500", "0")]
    [InlineData("0000.000", "0")]
    [InlineData("+1", "1")]
    [InlineData("1E2", "100")]
    [InlineData("1e+2", "100")]
    [InlineData("1.50", "1.5")]
    [InlineData("-1.50e1", "-15")]
    [InlineData("1.", "1")]
    [InlineData(".5", "0.5")]
    [InlineData("-.5", "-0.5")]
    [InlineData("00012.3400", "12.34")]
    [InlineData("1e-3", "0.001")]
    [InlineData("12300e-2", "123")]
    [InlineData(MaxDigits, MaxDigits)]
    [InlineData(MaxDigits + "000", MaxDigits + "000")]
    [InlineData("0." + MaxDigits, "0." + MaxDigits)]
    [InlineData("1.0000000000000000000000000000000000001", "1.0000000000000000000000000000000000001")]
    [InlineData("18446744073709551616", "18446744073709551616")]
    [InlineData("10000000000000000000000000000000000001", "10000000000000000000000000000000000001")]
    public void Text_IsPrintedInNormalForm(string text, string expected)
    {
        NumberResult result = DynamoNumber.Parse(text);
        Assert.Null(result.Error);
        Assert.Equal(expected, result.Value.ToString());
        Assert.Equal(result, DynamoNumber.Parse(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Extremes_ArePrintedPlainly()
    {
        Assert.Equal("1" + new string('0', 125), DynamoNumber.Parse("1E125").Value.ToString());
        Assert.Equal(MaxDigits + new string('0', 88), DynamoNumber.Parse("9.9999999999999999999999999999999999999E+125").Value.ToString());
        Assert.Equal("-0." + new string('0', 129) + "1", DynamoNumber.Parse("-1e-130").Value.ToString());
        DynamoNumber longest = DynamoNumber.Parse("-1.2345678901234567890123456789012345678e-130").Value;
        Assert.Equal(DynamoNumber.MaxTextLength, longest.ToString().Length);
    }

    [Theory]
    [InlineData("", NotNumeric)]
    [InlineData("abc", NotNumeric + ": abc")]
    [InlineData(" 1", NotNumeric + ":  1")]
    [InlineData("1 ", NotNumeric + ": 1 ")]
    [InlineData("1e", NotNumeric + ": 1e")]
    [InlineData("1e+", NotNumeric + ": 1e+")]
    [InlineData(".", NotNumeric + ": .")]
    [InlineData("-", NotNumeric + ": -")]
    [InlineData("1.2.3", NotNumeric + ": 1.2.3")]
    [InlineData("--1", NotNumeric + ": --1")]
    [InlineData("1_0", NotNumeric + ": 1_0")]
    [InlineData("NaN", NotNumeric + ": NaN")]
    [InlineData("Infinity", NotNumeric + ": Infinity")]
    [InlineData("0x10", NotNumeric + ": 0x10")]
    [InlineData("٣", NotNumeric + ": ٣")]
    [InlineData(MaxDigits + "9", TooManyDigits)]
    [InlineData("1.00000000000000000000000000000000000001", TooManyDigits)]
    [InlineData("1E126", Overflow)]
    [InlineData("-10E125", Overflow)]
    [InlineData("1E999999999999999999999", Overflow)]
    [InlineData("9.9E-131", Underflow)]
    [InlineData("-1E-999999999999999999999", Underflow)]
    public void RefusedText_SaysWhy(string text, string expected)
    {
        Assert.Equal(expected, DynamoNumber.Parse(text).Error);
        Assert.Equal(expected, DynamoNumber.Parse(Encoding.UTF8.GetBytes(text)).Error);
    }

    [Theory]
    [InlineData("0.1", "0.2", "0.3")]
    [InlineData("1", "-1", "0")]
    [InlineData("1E125", "-1E125", "0")]
    [InlineData("100000000000000000000000000000000000000", "-1", MaxDigits)]
    [InlineData(MaxDigits, "1", "100000000000000000000000000000000000000")]
    [InlineData("-5", "3.5", "-1.5")]
    public void Sum_IsExact(string left, string right, string expected) =>
        Assert.Equal(expected, Number(left).Add(Number(right)).Value.ToString());

    [Theory]
    [InlineData("9.9999999999999999999999999999999999999E+125", "1E+125", Overflow)]
    [InlineData(MaxDigits, "0.1", TooManyDigits)]
    [InlineData("1E125", "1E-130", TooManyDigits)]
    [InlineData("1E-130", "-1.1E-130", Underflow)]
    public void SumOutOfRange_SaysWhy(string left, string right, string expected)
    {
        NumberResult result = Number(left).Add(Number(right));
        Assert.Equal(expected, result.Error);
        Assert.Equal(expected, Number(left).Subtract(Number(right).Negate()).Error);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(70_001)]
    public void RandomNumbers_AgreeWithReference(int seed)
    {
        Random random = new(seed);
        for (int i = 0; i < 20_000; i++)
        {
            ReferenceNumber left = ReferenceNumber.Next(random);
            ReferenceNumber right = ReferenceNumber.Next(random);
            string at = $"seed {seed}, round {i}: {left} and {right}";
            DynamoNumber a = Number(left.ToString());
            DynamoNumber b = Number(right.ToString());

            Assert.True(left.CompareTo(right) == Math.Sign(a.CompareTo(b)), at);
            Assert.True(left.CompareTo(right) == 0 == (a == b), at);
            Assert.True(a == Number(a.ToString()), at);
            Check(left.Add(right), a.Add(b), at);
            Check(left.Add(right.Negate()), a.Subtract(b), at);
            Assert.True(Sign(CompareKeys(a, b)) == Math.Sign(a.CompareTo(b)), at);
            Assert.True(a == NumberKey.Read(Key(a), out int read) && read == Key(a).Length, at);
        }
    }

    [Fact]
    public void KeysThatFollowNumbers_DoNotDisturbTheirOrder()
    {
        string[] ascending = ["-12", "-1.1", "-1", "-0.5", "0", "0.5", "1", "1.1", "12"];
        for (int i = 1; i < ascending.Length; i++)
        {
            byte[] before = [.. Key(Number(ascending[i - 1])), 0xFF, 0xFF];
            byte[] after = [.. Key(Number(ascending[i])), 0, 0];
            Assert.True(before.AsSpan().SequenceCompareTo(after) < 0, ascending[i]);
        }
    }

    [Theory]
    [InlineData(long.MinValue, "-9223372036854775808")]
    [InlineData(long.MaxValue, "9223372036854775807")]
    [InlineData(0, "0")]
    public void WholeNumber_IsExact(long value, string expected) => Assert.Equal(expected, DynamoNumber.FromInt64(value).ToString());

    [Theory]
    [InlineData(11)]
    public void RandomText_NeverThrows(int seed)
    {
        const string alphabet = "0123456789+-.eE xé";
        Random random = new(seed);
        for (int i = 0; i < 50_000; i++)
        {
            string text = new(random.GetItems<char>(alphabet, random.Next(12)));
            NumberResult result = DynamoNumber.Parse(text);
            Assert.True(result.Error is not null || Number(result.Value.ToString()) == result.Value, $"seed {seed}: {text}");
        }
    }

    private static void Check(ReferenceNumber expected, NumberResult actual, string at)
    {
        if (expected.Error is { } error) Assert.True(error == actual.Error, at);
        else Assert.True(actual.Error is null && Number(expected.ToString()) == actual.Value, at);
    }

    private static DynamoNumber Number(string text)
    {
        NumberResult result = DynamoNumber.Parse(text);
        Assert.True(result.Error is null, $"{text}: {result.Error}");
        return result.Value;
    }

    private static byte[] Key(DynamoNumber number)
    {
        byte[] buffer = new byte[DynamoNumber.MaxKeyLength];
        return buffer[..NumberKey.Write(number, buffer)];
    }

    private static int CompareKeys(DynamoNumber left, DynamoNumber right) => Key(left).AsSpan().SequenceCompareTo(Key(right));

    private static int Sign(int order) => Math.Sign(order);
}
