using RustStack.Expressions.Values;

namespace RustStack.Expressions.Legacy;

/// <summary>One entry of <c>Expected</c>.</summary>
/// <param name="AttributeName">The top-level attribute that it is about.</param>
/// <param name="Value">The value expected, in the older form.</param>
/// <param name="Exists">Whether there must be one, in the older form.</param>
/// <param name="ComparisonOperator">One of the model's operators, in the newer form.</param>
/// <param name="Values">The operands of the newer form.</param>
public sealed record LegacyExpectation(
    string AttributeName, AttributeValue? Value, bool? Exists, string? ComparisonOperator, IReadOnlyList<AttributeValue>? Values);
