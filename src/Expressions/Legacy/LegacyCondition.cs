using RustStack.Expressions.Values;

namespace RustStack.Expressions.Legacy;

/// <summary>One entry of <c>KeyConditions</c>, <c>QueryFilter</c> or <c>ScanFilter</c>.</summary>
/// <param name="AttributeName">The top-level attribute that it is about.</param>
/// <param name="ComparisonOperator">One of the model's operators, such as <c>EQ</c>.</param>
/// <param name="Values">The operands; null means none.</param>
public sealed record LegacyCondition(string AttributeName, string ComparisonOperator, IReadOnlyList<AttributeValue>? Values);
