using RustStack.Expressions.Values;

namespace RustStack.Expressions.Updates;

/// <summary>A bound operand on the right-hand side of an update.</summary>
internal abstract class UpdateOperand
{
    /// <summary>The operand's value for the item as it is before the update.</summary>
    public abstract ExpressionResult<AttributeValue> Evaluate(IAttributeSource source);
}
