using RustStack.Expressions.Conditions;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.PartiQl;

/// <summary>A WHERE that names one item.</summary>
/// <param name="Key">The key's attributes.</param>
/// <param name="Rest">What else must hold; null for nothing.</param>
public sealed record ItemMatch(IReadOnlyList<KeyValuePair<string, AttributeValue>> Key, Condition? Rest);
