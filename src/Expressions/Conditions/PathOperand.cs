using RustStack.Expressions.Paths;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Conditions;

/// <summary>What the item has at a document path.</summary>
internal sealed class PathOperand(DocumentPath path) : Operand
{
    public DocumentPath Path { get; } = path;

    public override AttributeValue? Evaluate(IAttributeSource source) => Path.Read(source);

    public override void AddTo(UsedAttributes attributes) => attributes.Add(Path);
}
