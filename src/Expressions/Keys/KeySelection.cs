namespace RustStack.Expressions.Keys;

/// <summary>A key condition fitted to a key schema.</summary>
/// <param name="Partition">One equality for each partition key attribute, in schema order.</param>
/// <param name="Sort">Predicates on the leading sort key attributes, in schema order: equalities, then at most one of another kind.</param>
public sealed record KeySelection(IReadOnlyList<KeyPredicate> Partition, IReadOnlyList<KeyPredicate> Sort);
