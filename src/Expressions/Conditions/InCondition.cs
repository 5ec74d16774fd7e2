using RustStack.Expressions.Paths;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Conditions;

/// <summary>An operand that equals one of several.</summary>
internal sealed class InCondition(Operand operand, Operand[] candidates) : Condition
{
    public override bool Matches(IAttributeSource source)
    {
        if (operand.Evaluate(source) is not { } value) return false;
        foreach (Operand candidate in candidates)
        {
            if (value.Equals(candidate.Evaluate(source))) return true;
        }

        return false;
    }

    internal override void AddTo(UsedAttributes attributes)
    {
        operand.AddTo(attributes);
        foreach (Operand candidate in candidates) candidate.AddTo(attributes);
    }
}
