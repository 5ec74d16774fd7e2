using RustStack.Expressions.Conditions;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.PartiQl;

/// <summary>A WHERE that names one item.</summary>
/// <param name="Key">The key's attributes.</param>
/// <param name="Rest">What else must hold; null for nothing.</param>
public sealed record ItemMatch(IReadOnlyList<KeyValuePair<string, AttributeValue>> Key, Condition? Rest)
{
    /// <summary>The condition of a write that needs its item: the item is there, and the rest holds.</summary>
    /// <returns>The condition.</returns>
    public Condition RequireItem() => Rest is null ? Exists(true) : new LogicalCondition(isAnd: true, [Exists(true), Rest]);

    /// <summary>The condition of a write that does without its item: there is none, or the rest holds.</summary>
    /// <returns>The condition; null when every item will do.</returns>
    public Condition? AllowNoItem() => Rest is null ? null : new LogicalCondition(isAnd: false, [Exists(false), Rest]);

    private ExistsCondition Exists(bool expected) => new(new(Key[0].Key, []), expected);
}
