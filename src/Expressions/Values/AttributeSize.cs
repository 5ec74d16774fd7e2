using System.Text;

namespace RustStack.Expressions.Values;

/// <summary>
/// The size of attributes as DynamoDB counts it against item sizes and capacity, in bytes
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html).
/// </summary>
public static class AttributeSize
{
    private const int ContainerOverhead = 3;
    private const int ElementOverhead = 1;

    /// <summary>The size of a name with its value.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <param name="value">The attribute's value.</param>
    /// <returns>Bytes.</returns>
    public static int Of(string name, AttributeValue value) => Encoding.UTF8.GetByteCount(name) + Of(value);

    /// <summary>The size of a value without a name.</summary>
    /// <param name="value">The value, valid and nested no deeper than DynamoDB allows.</param>
    /// <returns>Bytes.</returns>
    public static int Of(AttributeValue value) => value switch
    {
        StringValue text => Encoding.UTF8.GetByteCount(text.Value),
        NumberValue number => Of(number.Value),
        BinaryValue binary => binary.Value.Length,
        StringSetValue set => Sum(set.Values, Encoding.UTF8.GetByteCount),
        NumberSetValue set => Sum(set.Values, Of),
        BinarySetValue set => Sum(set.Values, static bytes => bytes.Length),
        MapValue map => Of(map),
        ListValue list => ContainerOverhead + Sum(list.Values, static element => ElementOverhead + Of(element)),
        _ => 1,
    };

    /// <summary>
    /// The size of a number: one byte, one more for every two significant digits before the point and after it, and one for a negative
    /// sign. Zeros at either end do not count.
    /// </summary>
    /// <param name="number">The number.</param>
    /// <returns>Bytes.</returns>
    public static int Of(DynamoNumber number)
    {
        if (number.Sign == 0) return 1;
        int digits = number.DigitCount;
        int whole = Math.Clamp(digits + number.Exponent, 0, digits);
        int fraction = whole == 0 ? digits : Decimal128.CountDigits(number.Coefficient % Decimal128.PowerOfTen(digits - whole));
        if (whole == digits) fraction = 0;
        return 1 + (whole + 1) / 2 + (fraction + 1) / 2 + (number.Sign < 0 ? 1 : 0);
    }

    private static int Of(MapValue map)
    {
        int size = ContainerOverhead;
        foreach ((string name, AttributeValue value) in map.Values) size += ElementOverhead + Of(name, value);
        return size;
    }

    private static int Sum<T>(IReadOnlyList<T> values, Func<T, int> size)
    {
        int sum = 0;
        for (int i = 0; i < values.Count; i++) sum += size(values[i]);
        return sum;
    }
}
