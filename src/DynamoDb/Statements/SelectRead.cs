using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.Reads;
using RustStack.DynamoDb.Requests;
using RustStack.DynamoDb.Tables;
using RustStack.Expressions.Keys;
using RustStack.Expressions.PartiQl;
using Condition = RustStack.Expressions.Conditions.Condition;

namespace RustStack.DynamoDb.Statements;

/// <summary>
/// A SELECT on its way: a look-up where its WHERE names an item, a query where it names a partition, queries one after the other where it
/// names several, else a scan.
/// </summary>
internal sealed class SelectRead
{
    /// <summary>The most partition keys that IN or OR may name.</summary>
    public const int MaxPartitions = 50;

    /// <summary>The most items of one page when there are several partition keys.</summary>
    public const int MaxItemsOfPartitions = 10;

    private readonly ReadTarget _target;
    private readonly ReadSelection _selection;
    private readonly Condition? _filter;
    private readonly List<QueryRange>? _partitions;
    private readonly bool _forward = true;
    private readonly bool _isOneItem;
    private readonly bool _isConsistent;

    private SelectRead(SelectStatement select, ReadTarget target, bool isConsistent)
    {
        _target = target;
        _isConsistent = isConsistent;
        _selection = ReadSelection.Of(select: null, select.Columns is null ? null : new(select.Columns), "SELECT", target);
        PartitionMatch? match = select.Where?.FindPartitions(target.Key.PartitionNames, target.Key.SortNames);
        SelectOrder order = SelectOrder.Of(select, target.Key, match);
        _filter = match is null ? select.Where?.Condition : match.Rest;
        if (match is null) return;
        _forward = order.Forward;
        _partitions = RangesOf(match, target.Key, order.Partitions);
        _isOneItem = target.Index is null && match.Partitions is [{ Predicates: { } predicates }]
            && predicates.Count(static predicate => predicate.Operator == KeyOperator.Equal) == target.Key.Declared.Length;
    }

    /// <summary>Validates a SELECT.</summary>
    /// <param name="select">The statement.</param>
    /// <param name="table">Its table.</param>
    /// <param name="isConsistent">Whether the read is to be strongly consistent.</param>
    /// <returns>The read.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public static SelectRead Of(SelectStatement select, Table table, bool isConsistent)
    {
        ReadTarget target = ReadTarget.Of(table, select.TableName, select.IndexName, isConsistent);
        KeyPathRules.Check(table.Definition, select.Columns?.Attributes);
        KeyPathRules.Check(table.Definition, select.Where?.Condition.FindAttributes());
        return new(select, target, isConsistent);
    }

    /// <summary>Reads a page.</summary>
    /// <param name="startKey">The key at which the page before ended; null for the first.</param>
    /// <param name="limit">The most items to evaluate; null for no limit.</param>
    /// <param name="returnConsumedCapacity">The request's <c>ReturnConsumedCapacity</c>.</param>
    /// <returns>The page.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException: the statement has no such key.</exception>
    public PageAnswer Execute(Item? startKey, int? limit, string? returnConsumedCapacity)
    {
        byte[]? start = startKey is null ? null : _target.EncodeStartKey(startKey);
        IReadOnlyList<Page> pages = _partitions switch
        {
            null => [Read(start is null ? KeyRange.All : KeyRange.All.Above(start), limit)],
            [{ } partition] => [Read(Rest(partition, start), _isOneItem ? null : limit)],
            _ => ReadPartitions(_partitions, start, Math.Min(limit ?? MaxItemsOfPartitions, MaxItemsOfPartitions)),
        };
        return PageAnswer.Of(_target, pages, _selection, _filter, _isConsistent, returnConsumedCapacity);
    }

    private static List<QueryRange> RangesOf(PartitionMatch match, KeyLayout layout, bool? isDescending)
    {
        int count = match.Partitions.Count;
        if (count > MaxPartitions) throw DynamoDbErrors.Validation(StatementErrorText.TooManyPartitions(count));
        List<QueryRange> ranges = [.. match.Partitions.Select(partition => QueryRange.Of(partition, layout))];
        if (isDescending is not { } descending) return ranges;
        ranges.Sort(static (one, other) => ValueBytes(one).SequenceCompareTo(ValueBytes(other)));
        if (descending) ranges.Reverse();
        return ranges;
    }

    // Behind the hash, the bytes of a key are in the order of its values.
    private static ReadOnlySpan<byte> ValueBytes(QueryRange range) => range.Partition.From.AsSpan(KeyEncoder.HashBytes);

    private Page Read(KeyRange range, int? limit) =>
        PageReader.Read(_target.Table, new(_target.Index, range, _forward, limit, _selection.FetchWhole));

    private KeyRange Rest(QueryRange partition, byte[]? start)
    {
        if (start is null) return partition.Keys;
        if (!partition.Partition.Contains(start)) throw DynamoDbErrors.Validation(StatementErrorText.ForeignToken);
        return _forward ? partition.Keys.Above(start) : partition.Keys.Below(start);
    }

    private List<Page> ReadPartitions(List<QueryRange> partitions, byte[]? start, int limit)
    {
        List<Page> pages = [];
        int first = start is null ? 0 : partitions.FindIndex(partition => partition.Partition.Contains(start));
        if (first < 0) throw DynamoDbErrors.Validation(StatementErrorText.ForeignToken);
        long bytes = 0;
        for (int i = first; i < partitions.Count; i++)
        {
            Page page = Read(i == first ? Rest(partitions[i], start) : partitions[i].Keys, limit);
            limit -= page.Items.Count;
            bytes += page.EvaluatedBytes;
            bool isFull = bytes > PageReader.MaxPageBytes && i < partitions.Count - 1 && page.Items.Count > 0;
            pages.Add(isFull && page.Last is null ? page with { Last = page.Items[^1] } : page);
            if (pages[^1].Last is not null) break;
        }

        return pages;
    }
}
