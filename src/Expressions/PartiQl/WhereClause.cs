using RustStack.Expressions.Conditions;
using RustStack.Expressions.Keys;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.PartiQl;

/// <summary>The condition of a statement, which may name an item or partitions by key; what it asks besides is left as a condition.</summary>
public sealed class WhereClause
{
    /// <summary>
    /// The most partitions that are put together of a key's attributes, far beyond what a statement may name: IN on each of four would
    /// make millions.
    /// </summary>
    internal const int MostPartitions = 1_000;

    private readonly List<Condition> _conjuncts = [];

    internal WhereClause(Condition condition)
    {
        Condition = condition;
        Flatten(condition);
    }

    /// <summary>The whole condition.</summary>
    public Condition Condition { get; }

    /// <summary>Finds the item that the condition names: an equality with a value for each attribute of a key.</summary>
    /// <param name="keyNames">The key's attributes.</param>
    /// <returns>The key and the rest; null when the condition does not have such equalities.</returns>
    public ItemMatch? FindItem(IReadOnlyList<string> keyNames)
    {
        List<Condition> rest = [.. _conjuncts];
        List<KeyValuePair<string, AttributeValue>> key = new(keyNames.Count);
        foreach (string name in keyNames)
        {
            if (TakeEqual(rest, name) is not { } value) return null;
            key.Add(new(name, value));
        }

        return new(key, Join(rest));
    }

    /// <summary>
    /// Finds the partitions that the condition names: equalities or IN on each attribute of a partition key; and, where there are, the
    /// predicates on the leading attributes of the sort key. What names too many is cut off at a thousand.
    /// </summary>
    /// <param name="partitionNames">The partition key's attributes.</param>
    /// <param name="sortNames">The sort key's attributes.</param>
    /// <returns>The partitions and the rest; null when the condition names none, so that all items must be looked at.</returns>
    public PartitionMatch? FindPartitions(IReadOnlyList<string> partitionNames, IReadOnlyList<string> sortNames)
    {
        List<Condition> rest = [.. _conjuncts];
        List<List<KeyPredicate>> partitions = [[]];
        foreach (string name in partitionNames)
        {
            IReadOnlyList<AttributeValue>? values = TakeEqual(rest, name) is { } value ? [value] : TakeAlternatives(rest, name);
            if (values is null) return null;
            partitions =
            [
                .. partitions
                    .SelectMany(earlier => values.Select(choice => (List<KeyPredicate>)[.. earlier, new(name, KeyOperator.Equal, choice)]))
                    .Take(MostPartitions),
            ];
        }

        List<KeyPredicate> sort = TakeSort(rest, sortNames);
        return new([.. partitions.Select(partition => new KeyCondition([.. partition, .. sort]))], Join(rest));
    }

    private static List<KeyPredicate> TakeSort(List<Condition> rest, IReadOnlyList<string> sortNames)
    {
        List<KeyPredicate> sort = [];
        foreach (string name in sortNames)
        {
            if (TakeEqual(rest, name) is { } value)
            {
                sort.Add(new(name, KeyOperator.Equal, value));
                continue;
            }

            int index = rest.FindIndex(part => KeyAlternatives.ReadPredicate(part, name) is not null);
            if (index < 0) break;
            sort.Add(KeyAlternatives.ReadPredicate(rest[index], name)!);
            rest.RemoveAt(index);
            break;
        }

        return sort;
    }

    private static AttributeValue? TakeEqual(List<Condition> rest, string name)
    {
        int index = rest.FindIndex(part => KeyAlternatives.ReadEqual(part, name) is not null);
        if (index < 0) return null;
        AttributeValue value = KeyAlternatives.ReadEqual(rest[index], name)!;
        rest.RemoveAt(index);
        return value;
    }

    private static List<AttributeValue>? TakeAlternatives(List<Condition> rest, string name)
    {
        int index = rest.FindIndex(part => KeyAlternatives.Read(part, name) is not null);
        if (index < 0) return null;
        List<AttributeValue> values = KeyAlternatives.Read(rest[index], name)!;
        rest.RemoveAt(index);
        return values;
    }

    private static Condition? Join(List<Condition> parts) => parts switch
    {
        [] => null,
        [{ } part] => part,
        _ => new LogicalCondition(isAnd: true, [.. parts]),
    };

    private void Flatten(Condition condition)
    {
        if (condition is not LogicalCondition { IsAnd: true } conjunction)
        {
            _conjuncts.Add(condition);
            return;
        }

        foreach (Condition part in conjunction.Parts) Flatten(part);
    }
}
