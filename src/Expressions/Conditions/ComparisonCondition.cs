using RustStack.Expressions.Paths;
using RustStack.Expressions.Syntax;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Conditions;

/// <summary>Two operands compared. A missing operand equals nothing and has no order.</summary>
internal sealed class ComparisonCondition(ComparisonOperator comparison, Operand left, Operand right) : Condition
{
    public ComparisonOperator Operator { get; } = comparison;

    public Operand Left { get; } = left;

    public Operand Right { get; } = right;

    public override bool Matches(IAttributeSource source)
    {
        AttributeValue? left = Left.Evaluate(source);
        AttributeValue? right = Right.Evaluate(source);
        if (left is null || right is null) return Operator == ComparisonOperator.NotEqual;
        if (Operator == ComparisonOperator.Equal) return left.Equals(right);
        if (Operator == ComparisonOperator.NotEqual) return !left.Equals(right);
        return ValueOrder.TryCompare(left, right, out int order) && Holds(order);
    }

    internal override void AddTo(UsedAttributes attributes)
    {
        Left.AddTo(attributes);
        Right.AddTo(attributes);
    }

    private bool Holds(int order) => Operator switch
    {
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        _ => order >= 0,
    };
}
