using RustStack.Expressions.Values;

namespace RustStack.Expressions.Updates;

/// <summary>A value that the request brought along.</summary>
internal sealed class UpdateValue(AttributeValue value) : UpdateOperand
{
    public AttributeValue Value { get; } = value;

    public override ExpressionResult<AttributeValue> Evaluate(IAttributeSource source) => new(Value);

    public override AttributeType? StaticType => Value.Type;
}
