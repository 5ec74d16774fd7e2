using RustStack.Expressions.Paths;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Conditions;

/// <summary>Whether an operand has a data type.</summary>
internal sealed class TypeCondition(Operand operand, AttributeType type) : Condition
{
    public override bool Matches(IAttributeSource source) => operand.Evaluate(source) is { } value && value.Type == type;

    internal override void AddTo(UsedAttributes attributes) => operand.AddTo(attributes);
}
