using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Keys;
using RustStack.Expressions;
using RustStack.Expressions.Keys;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Reads;

/// <summary>The keys that a query asks for.</summary>
/// <param name="Partition">The keys of its partition.</param>
/// <param name="Keys">Those of them that its condition on the sort key lets through.</param>
internal readonly record struct QueryRange(KeyRange Partition, KeyRange Keys)
{
    /// <summary>Turns a key condition into a range.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="layout">The key of the table or index.</param>
    /// <returns>The range.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException: the condition does not fit the key.</exception>
    public static QueryRange Of(KeyCondition condition, KeyLayout layout)
    {
        if (!condition.Fit(layout.PartitionNames, layout.SortNames).TryGet(out KeySelection? selection, out ExpressionError? error))
            throw DynamoDbErrors.Validation(error.Message);

        KeyEncoder encoder = KeyEncoder.Shared;
        encoder.Start();
        AddEqual(encoder, selection.Partition, layout);
        encoder.EndPartition();
        KeyRange range = KeyRange.Of(encoder.Written);
        KeyRange whole = range;
        foreach (KeyPredicate predicate in selection.Sort)
        {
            Check(predicate, layout);
            range = Narrow(encoder, range, predicate);
        }

        return new(whole, range);
    }

    /// <summary>The keys that are left after the page before.</summary>
    /// <param name="startKey">The key at which that page ended.</param>
    /// <param name="startPartition">The beginning of that key: its partition.</param>
    /// <param name="forward">Whether keys ascend.</param>
    /// <returns>The range.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException: the query does not have such a key.</exception>
    public KeyRange After(ReadOnlySpan<byte> startKey, ReadOnlySpan<byte> startPartition, bool forward)
    {
        // Without a condition on the sort key the two ranges are one and the same.
        bool isOfPartition = startPartition.SequenceEqual(Partition.From);
        if (Partition == Keys)
        {
            if (!isOfPartition) throw DynamoDbErrors.Validation(ReadErrorText.StartKeyOutsidePartition);
        }
        else
        {
            // The sort key is judged first, whatever the partition is.
            if (!Keys.Contains([.. Partition.From, .. startKey[startPartition.Length..]]))
                throw DynamoDbErrors.Validation(ReadErrorText.StartKeyOutsideRange);
            if (!isOfPartition) throw DynamoDbErrors.Validation(ReadErrorText.StartKeyOfOneRow);
        }

        return forward ? Keys.Above(startKey) : Keys.Below(startKey);
    }

    private static void AddEqual(KeyEncoder encoder, IReadOnlyList<KeyPredicate> predicates, KeyLayout layout)
    {
        foreach (KeyPredicate predicate in predicates)
        {
            Check(predicate, layout);
            encoder.Add(predicate.Operand);
        }
    }

    private static void Check(KeyPredicate predicate, KeyLayout layout)
    {
        KeyAttribute attribute = layout.Find(predicate.AttributeName)!;
        Check(attribute, predicate.Operand, mayBeEmpty: predicate.Operator == KeyOperator.BeginsWith);
        if (predicate.UpperBound is { } upper) Check(attribute, upper, mayBeEmpty: false);
    }

    private static void Check(KeyAttribute attribute, AttributeValue value, bool mayBeEmpty)
    {
        if (value.Type != attribute.Type) throw DynamoDbErrors.Validation(ReadErrorText.KeyConditionType);
        if (!mayBeEmpty && value is StringValue { Value: "" } or BinaryValue { Value: [] })
            throw DynamoDbErrors.Validation(KeyErrorText.Empty(attribute));
    }

    /// <summary>Narrows the keys that begin with what the range begins with: all earlier parts of the key are equal.</summary>
    private static KeyRange Narrow(KeyEncoder encoder, KeyRange range, KeyPredicate predicate)
    {
        byte[] prefix = range.From;
        byte[] bound = encoder.Extend(prefix, predicate.Operand, asPrefix: predicate.Operator == KeyOperator.BeginsWith);
        return predicate.Operator switch
        {
            KeyOperator.Equal or KeyOperator.BeginsWith => KeyRange.Of(bound),
            KeyOperator.Less => range with { Before = bound },
            KeyOperator.LessOrEqual => range with { Before = KeyRange.After(bound) },
            KeyOperator.Greater => range with { From = KeyRange.After(bound)! },
            KeyOperator.GreaterOrEqual => range with { From = bound },
            _ => new(bound, KeyRange.After(encoder.Extend(prefix, predicate.UpperBound!, asPrefix: false))),
        };
    }
}
