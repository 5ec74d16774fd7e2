using RustStack.Expressions.Values;

namespace RustStack.Expressions.Legacy;

/// <summary>One entry of <c>AttributeUpdates</c>.</summary>
/// <param name="AttributeName">The top-level attribute that it changes.</param>
/// <param name="Action"><c>PUT</c>, <c>ADD</c> or <c>DELETE</c>; null means PUT.</param>
/// <param name="Value">The value that is put, added or deleted.</param>
public sealed record LegacyUpdate(string AttributeName, string? Action, AttributeValue? Value);
