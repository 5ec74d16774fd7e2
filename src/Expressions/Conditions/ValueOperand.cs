using RustStack.Expressions.Values;

namespace RustStack.Expressions.Conditions;

/// <summary>A value that the request brought along.</summary>
internal sealed class ValueOperand(AttributeValue value) : Operand
{
    public AttributeValue Value { get; } = value;

    public override AttributeType? StaticType => Value.Type;

    public override AttributeValue Evaluate(IAttributeSource source) => Value;
}
