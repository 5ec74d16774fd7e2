using RustStack.Expressions.Values;

namespace RustStack.Expressions.Updates;

/// <summary>A top-level attribute after an update.</summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="Value">Its new value; null when the item no longer has it (it may not have had it before either).</param>
public sealed record AttributeChange(string Name, AttributeValue? Value);
