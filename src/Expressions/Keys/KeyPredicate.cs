using RustStack.Expressions.Values;

namespace RustStack.Expressions.Keys;

/// <summary>What a query asks of one key attribute.</summary>
/// <param name="AttributeName">The key attribute.</param>
/// <param name="Operator">How it is narrowed.</param>
/// <param name="Operand">The value, or the lower bound.</param>
/// <param name="UpperBound">The upper bound of <see cref="KeyOperator.Between"/>, else null.</param>
public sealed record KeyPredicate(string AttributeName, KeyOperator Operator, AttributeValue Operand, AttributeValue? UpperBound = null);
