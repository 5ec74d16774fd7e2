using RustStack.Expressions.Paths;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Updates;

/// <summary>What the item has at a path, else another operand.</summary>
internal sealed class IfNotExistsOperand(DocumentPath path, UpdateOperand otherwise) : UpdateOperand
{
    public override ExpressionResult<AttributeValue> Evaluate(IAttributeSource source) =>
        path.Read(source) is { } value ? new(value) : otherwise.Evaluate(source);

    public override void AddTo(UsedAttributes attributes)
    {
        attributes.Add(path);
        otherwise.AddTo(attributes);
    }
}
