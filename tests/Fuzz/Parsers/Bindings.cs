using RustStack.Expressions;
using RustStack.Expressions.Values;

namespace RustStack.Fuzz.Parsers;

/// <summary>The names, values and item that the expressions of the corpus speak of.</summary>
internal sealed class Bindings : IAttributeSource
{
    private static readonly Dictionary<string, AttributeValue> Attributes = new(StringComparer.Ordinal)
    {
        ["pk"] = new StringValue("a"),
        ["a"] = Number("1"),
        ["n"] = Number("9.9999999999999999999999999999999999999E+125"),
        ["s"] = new StringValue("text"),
        ["l"] = new ListValue([Number("1"), new StringValue("x")]),
        ["m"] = new MapValue(new Dictionary<string, AttributeValue> { ["x"] = new ListValue([new MapValue(new Dictionary<string, AttributeValue> { ["y"] = new StringValue("z") })]) }),
        ["ss"] = new StringSetValue(["a", "b"]),
        ["ns"] = new NumberSetValue([DynamoNumber.FromInt64(1)]),
    };

    /// <summary>New ones: an expression notes in them what it uses.</summary>
    public static ExpressionBindings New() => new(
        new Dictionary<string, string> { ["#n"] = "m", ["#m"] = "x" },
        new Dictionary<string, AttributeValue>
        {
            [":a"] = Number("1"),
            [":b"] = Number("2"),
            [":c"] = BooleanValue.True,
            [":n"] = Number("9.9999999999999999999999999999999999999E+125"),
            [":s"] = new StringValue("S"),
            [":l"] = new ListValue([Number("3")]),
            [":ss"] = new StringSetValue(["b"]),
            [":ns"] = new NumberSetValue([DynamoNumber.FromInt64(1)]),
        });

    public AttributeValue? Get(string attributeName) => Attributes.GetValueOrDefault(attributeName);

    private static NumberValue Number(string text) => new(DynamoNumber.Parse(text.AsSpan()).Value);
}
