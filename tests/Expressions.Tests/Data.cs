using RustStack.Expressions.Values;

namespace RustStack.Expressions.Tests;

/// <summary>Short ways to write attribute values and items.</summary>
internal static class Data
{
    public static StringValue S(string value) => new(value);

    public static NumberValue N(string value) => new(DynamoNumber.Parse(value).Value);

    public static BinaryValue B(params byte[] value) => new(value);

    public static StringSetValue Strings(params string[] values) => new(values);

    public static NumberSetValue Numbers(params string[] values) =>
        new([.. values.Select(static value => DynamoNumber.Parse(value).Value)]);

    public static ListValue List(params AttributeValue[] values) => new(values);

    public static MapValue Map(params (string Name, AttributeValue Value)[] values) =>
        new(values.ToDictionary(static pair => pair.Name, static pair => pair.Value));

    public static TestItem Item(params (string Name, AttributeValue Value)[] attributes) =>
        new(attributes.ToDictionary(static pair => pair.Name, static pair => pair.Value));

    public static ExpressionBindings Bindings(params (string Placeholder, object Meaning)[] meanings)
    {
        Dictionary<string, string> names = [];
        Dictionary<string, AttributeValue> values = [];
        foreach ((string placeholder, object meaning) in meanings)
        {
            if (meaning is AttributeValue value) values.Add(placeholder, value);
            else names.Add(placeholder, (string)meaning);
        }

        return new(names, values);
    }

    /// <summary>A value as text, to compare results by.</summary>
    public static string Show(AttributeValue? value) => value switch
    {
        null => "-",
        StringValue text => $"'{text.Value}'",
        NumberValue number => number.Value.ToString(),
        BinaryValue binary => Convert.ToHexString(binary.Value),
        BooleanValue boolean => boolean.Value ? "true" : "false",
        NullValue => "null",
        StringSetValue set => $"{{{string.Join(",", set.Values)}}}",
        NumberSetValue set => $"{{{string.Join(",", set.Values)}}}",
        BinarySetValue set => $"{{{string.Join(",", set.Values.Select(Convert.ToHexString))}}}",
        ListValue list => $"[{string.Join(",", list.Values.Select(Show))}]",
        MapValue map => $"({string.Join(",", Sorted(map).Select(static entry => $"{entry.Key}:{Show(entry.Value)}"))})",
        _ => "invalid",
    };

    private static IOrderedEnumerable<KeyValuePair<string, AttributeValue>> Sorted(MapValue map) =>
        map.Values.OrderBy(static entry => entry.Key, StringComparer.Ordinal);
}
