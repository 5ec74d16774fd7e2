namespace RustStack.Expressions.Keys;

/// <summary>The condition of a query on the key of a table or index: at most one predicate for each attribute.</summary>
/// <param name="predicates">The predicates in the order of the text.</param>
public sealed class KeyCondition(IReadOnlyList<KeyPredicate> predicates)
{
    private static readonly ExpressionError TooMany = new("Conditions can be of length 1 or 2 only");
    private static readonly ExpressionError NotSupported = new("Query key condition not supported");

    /// <summary>The predicates in the order of the text.</summary>
    public IReadOnlyList<KeyPredicate> Predicates { get; } = predicates;

    /// <summary>
    /// Fits the condition to a key schema: equality on every partition key attribute; on the sort key attributes, from the left, equality
    /// and at last one predicate of any kind.
    /// </summary>
    /// <param name="partitionKey">The names of the partition key's attributes, 1 to 4.</param>
    /// <param name="sortKey">The names of the sort key's attributes, none to 4.</param>
    /// <returns>The predicates by key part, or AWS's error.</returns>
    public ExpressionResult<KeySelection> Fit(IReadOnlyList<string> partitionKey, IReadOnlyList<string> sortKey)
    {
        if (partitionKey.Count == 1 && sortKey.Count <= 1 && Predicates.Count > 2) return new(TooMany);
        List<KeyPredicate> partition = new(partitionKey.Count);
        foreach (string name in partitionKey)
        {
            if (Find(name) is not { } predicate) return new(Missing(name));
            if (predicate.Operator != KeyOperator.Equal) return new(NotSupported);
            partition.Add(predicate);
        }

        List<KeyPredicate> sort = [];
        int left = Predicates.Count - partition.Count;
        for (int i = 0; left > 0; i++, left--)
        {
            if (i == sortKey.Count) return new(NotSupported);
            if (Find(sortKey[i]) is not { } predicate) return new(Missing(sortKey[i]));
            if (sort is [.., { Operator: not KeyOperator.Equal }]) return new(NotSupported);
            sort.Add(predicate);
        }

        return new(new KeySelection(partition, sort));
    }

    private static ExpressionError Missing(string name) => new($"Query condition missed key schema element: {name}");

    private KeyPredicate? Find(string name)
    {
        foreach (KeyPredicate predicate in Predicates)
        {
            if (predicate.AttributeName == name) return predicate;
        }

        return null;
    }
}
