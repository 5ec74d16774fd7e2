using RustStack.Expressions.Paths;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Conditions;

/// <summary>A bound operand of a condition.</summary>
internal abstract class Operand
{
    /// <summary>The type that the operand has whatever the item is, or null when that depends on the item.</summary>
    public virtual AttributeType? StaticType => null;

    /// <summary>The operand's value for an item, or null when there is none.</summary>
    public abstract AttributeValue? Evaluate(IAttributeSource source);

    /// <summary>Adds the attributes that the operand reads.</summary>
    /// <param name="attributes">Receives them.</param>
    public virtual void AddTo(UsedAttributes attributes)
    {
    }
}
