using RustStack.Expressions.Paths;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Updates;

/// <summary>A bound operand on the right-hand side of an update.</summary>
internal abstract class UpdateOperand
{
    /// <summary>The operand's value for the item as it is before the update.</summary>
    public abstract ExpressionResult<AttributeValue> Evaluate(IAttributeSource source);

    /// <summary>The type that the operand has whatever the item is, or null when that depends on the item.</summary>
    public virtual AttributeType? StaticType => null;

    /// <summary>Adds the attributes that the operand reads.</summary>
    /// <param name="attributes">Receives them.</param>
    public virtual void AddTo(UsedAttributes attributes)
    {
    }
}
