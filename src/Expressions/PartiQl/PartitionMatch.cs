using RustStack.Expressions.Conditions;
using RustStack.Expressions.Keys;

namespace RustStack.Expressions.PartiQl;

/// <summary>A WHERE that names one partition key or several.</summary>
/// <param name="Partitions">A key condition for each, with what it asks of the sort key; in the order of the text, each once.</param>
/// <param name="Rest">What else must hold; null for nothing.</param>
public sealed record PartitionMatch(IReadOnlyList<KeyCondition> Partitions, Condition? Rest);
