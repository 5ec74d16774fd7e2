using RustStack.Expressions.Paths;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Conditions;

/// <summary>A condition or filter with its names and values bound. It is immutable and may be evaluated by many threads at once.</summary>
public abstract class Condition
{
    private protected Condition()
    {
    }

    /// <summary>Evaluates the condition; only the attributes that it names are read, and operands that do not fit make it false.</summary>
    /// <param name="source">The item, or a source without attributes when there is no item.</param>
    /// <returns>Whether the condition holds.</returns>
    public abstract bool Matches(IAttributeSource source);

    /// <summary>Finds the attributes that the condition reads.</summary>
    /// <returns>The attributes.</returns>
    public UsedAttributes FindAttributes()
    {
        var attributes = new UsedAttributes();
        AddTo(attributes);
        return attributes;
    }

    internal abstract void AddTo(UsedAttributes attributes);
}
