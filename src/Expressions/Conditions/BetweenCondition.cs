using RustStack.Expressions.Paths;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Conditions;

/// <summary>An operand within two bounds, both included.</summary>
internal sealed class BetweenCondition(Operand operand, Operand lower, Operand upper) : Condition
{
    public Operand Operand { get; } = operand;

    public Operand Lower { get; } = lower;

    public Operand Upper { get; } = upper;

    public override bool Matches(IAttributeSource source)
    {
        if (Operand.Evaluate(source) is not { } value || Lower.Evaluate(source) is not { } lower || Upper.Evaluate(source) is not { } upper)
            return false;
        return ValueOrder.TryCompare(value, lower, out int fromLower) && fromLower >= 0
            && ValueOrder.TryCompare(value, upper, out int fromUpper) && fromUpper <= 0;
    }

    internal override void AddTo(UsedAttributes attributes)
    {
        Operand.AddTo(attributes);
        Lower.AddTo(attributes);
        Upper.AddTo(attributes);
    }
}
