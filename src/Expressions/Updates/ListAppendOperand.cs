using RustStack.Expressions.Errors;
using RustStack.Expressions.Paths;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Updates;

/// <summary>One list followed by another.</summary>
internal sealed class ListAppendOperand(UpdateOperand first, UpdateOperand second) : UpdateOperand
{
    public override ExpressionResult<AttributeValue> Evaluate(IAttributeSource source)
    {
        if (!first.Evaluate(source).TryGet(out AttributeValue? left, out ExpressionError? error)) return new(error);
        if (!second.Evaluate(source).TryGet(out AttributeValue? right, out error)) return new(error);
        return left is ListValue head && right is ListValue tail
            ? new(new ListValue([.. head.Values, .. tail.Values]))
            : new(ExpressionErrors.OperandOfWrongType);
    }

    public override AttributeType? StaticType => AttributeType.L;

    public override void AddTo(UsedAttributes attributes)
    {
        first.AddTo(attributes);
        second.AddTo(attributes);
    }
}
