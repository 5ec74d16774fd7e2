using RustStack.Expressions.Paths;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Conditions;

/// <summary>Conditions joined by AND or by OR, evaluated from left to right until one decides.</summary>
internal sealed class LogicalCondition(bool isAnd, Condition[] parts) : Condition
{
    public bool IsAnd { get; } = isAnd;

    public Condition[] Parts { get; } = parts;

    public override bool Matches(IAttributeSource source)
    {
        foreach (Condition part in Parts)
        {
            if (part.Matches(source) != IsAnd) return !IsAnd;
        }

        return IsAnd;
    }

    internal override void AddTo(UsedAttributes attributes)
    {
        foreach (Condition part in Parts) part.AddTo(attributes);
    }
}
