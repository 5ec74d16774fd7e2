using RustStack.Expressions.Paths;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Conditions;

/// <summary>An operand that equals one of several.</summary>
internal sealed class InCondition(Operand operand, Operand[] candidates) : Condition
{
    public Operand Operand { get; } = operand;

    public Operand[] Candidates { get; } = candidates;

    public override bool Matches(IAttributeSource source)
    {
        if (Operand.Evaluate(source) is not { } value) return false;
        foreach (Operand candidate in Candidates)
        {
            if (value.Equals(candidate.Evaluate(source))) return true;
        }

        return false;
    }

    internal override void AddTo(UsedAttributes attributes)
    {
        Operand.AddTo(attributes);
        foreach (Operand candidate in Candidates) candidate.AddTo(attributes);
    }
}
