using RustStack.Expressions.Errors;
using RustStack.Expressions.Paths;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Updates;

/// <summary>A sum or difference of two numbers.</summary>
internal sealed class ArithmeticOperand(bool isSum, UpdateOperand first, UpdateOperand second) : UpdateOperand
{
    public override ExpressionResult<AttributeValue> Evaluate(IAttributeSource source)
    {
        if (!first.Evaluate(source).TryGet(out AttributeValue? left, out ExpressionError? error)) return new(error);
        if (!second.Evaluate(source).TryGet(out AttributeValue? right, out error)) return new(error);
        if (left is not NumberValue a || right is not NumberValue b) return new(ExpressionErrors.OperandOfWrongType);
        NumberResult result = isSum ? a.Value.Add(b.Value) : a.Value.Subtract(b.Value);
        return result.Error is { } message ? new(new ExpressionError(message)) : new(new NumberValue(result.Value));
    }

    public override AttributeType? StaticType => AttributeType.N;

    public override void AddTo(UsedAttributes attributes)
    {
        first.AddTo(attributes);
        second.AddTo(attributes);
    }
}
