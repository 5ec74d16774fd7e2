using RustStack.Expressions.Paths;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Conditions;

/// <summary>Whether a string or binary value contains another, or a set or list has an element.</summary>
internal sealed class ContainsCondition(Operand operand, Operand element) : Condition
{
    public override bool Matches(IAttributeSource source) => (operand.Evaluate(source), element.Evaluate(source)) switch
    {
        (StringValue text, StringValue part) => text.Value.Contains(part.Value, StringComparison.Ordinal),
        (BinaryValue bytes, BinaryValue part) => bytes.Value.AsSpan().IndexOf(part.Value) >= 0,
        (StringSetValue set, StringValue text) => set.Contains(text.Value),
        (NumberSetValue set, NumberValue number) => set.Contains(number.Value),
        (BinarySetValue set, BinaryValue bytes) => set.Contains(bytes.Value),
        (ListValue list, { } value) => SetEquality.Contains(list.Values, value, EqualityComparer<AttributeValue>.Default),
        _ => false,
    };

    internal override void AddTo(UsedAttributes attributes)
    {
        operand.AddTo(attributes);
        element.AddTo(attributes);
    }
}
