using RustStack.Expressions.Errors;
using RustStack.Expressions.Paths;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Updates;

/// <summary>What the item has at a document path; it must have something there.</summary>
internal sealed class UpdatePath(DocumentPath path) : UpdateOperand
{
    public DocumentPath Path { get; } = path;

    public override ExpressionResult<AttributeValue> Evaluate(IAttributeSource source) =>
        Path.Read(source) is { } value ? new(value) : new(ExpressionErrors.AttributeMissing);

    public override void AddTo(UsedAttributes attributes) => attributes.Add(Path);
}
