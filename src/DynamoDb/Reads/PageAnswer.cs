using RustStack.DynamoDb.Capacity;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Tables;
using Condition = RustStack.Expressions.Conditions.Condition;

namespace RustStack.DynamoDb.Reads;

/// <summary>What a query or scan answers with, made of a page: filtered, projected, counted.</summary>
internal sealed record PageAnswer
{
    /// <summary>The items; null when only their number is wanted.</summary>
    public required IReadOnlyList<Item>? Items { get; init; }

    /// <summary>How many items passed the filter.</summary>
    public required int Count { get; init; }

    /// <summary>How many items were evaluated.</summary>
    public required int ScannedCount { get; init; }

    /// <summary>Where the next page starts after; null when there is none.</summary>
    public required Item? LastEvaluatedKey { get; init; }

    /// <summary>What the read consumed, when the request asks.</summary>
    public required ConsumedCapacity? ConsumedCapacity { get; init; }

    /// <summary>Reads a page and makes the answer.</summary>
    /// <param name="target">What is read.</param>
    /// <param name="request">Which page.</param>
    /// <param name="selection">What is returned of the items.</param>
    /// <param name="filter">Which items are returned; null for all.</param>
    /// <param name="isConsistent">Whether the read is strongly consistent.</param>
    /// <param name="returnConsumedCapacity">The request's <c>ReturnConsumedCapacity</c>.</param>
    /// <returns>The answer.</returns>
    public static PageAnswer Of(
        ReadTarget target,
        PageRequest request,
        ReadSelection selection,
        Condition? filter,
        bool isConsistent,
        string? returnConsumedCapacity)
    {
        Page page = PageReader.Read(target.Table, request);
        return Of(target, [page], selection, filter, isConsistent, returnConsumedCapacity);
    }

    /// <summary>Makes the answer of pages that follow each other.</summary>
    /// <param name="target">What was read.</param>
    /// <param name="pages">The pages; only the last may end before its range does.</param>
    /// <param name="selection">What is returned of the items.</param>
    /// <param name="filter">Which items are returned; null for all.</param>
    /// <param name="isConsistent">Whether the reads were strongly consistent.</param>
    /// <param name="returnConsumedCapacity">The request's <c>ReturnConsumedCapacity</c>.</param>
    /// <returns>The answer.</returns>
    public static PageAnswer Of(
        ReadTarget target,
        IReadOnlyList<Page> pages,
        ReadSelection selection,
        Condition? filter,
        bool isConsistent,
        string? returnConsumedCapacity)
    {
        IReadOnlyList<Item> read = pages is [{ } page] ? page.Items : [.. pages.SelectMany(static each => each.Items)];
        IReadOnlyList<Item> items = filter is null ? read : Filter(read, filter);
        var capacity = new CapacityReport(target.Table.Definition, target.TableName);
        foreach (Page each in pages) AddTo(capacity, target, each, isConsistent);
        return new()
        {
            Items = selection.CountOnly ? null : Project(items, selection.Projection),
            Count = items.Count,
            ScannedCount = read.Count,
            LastEvaluatedKey = pages is [.., { Last: { } last }] ? target.KeyOf(last) : null,
            ConsumedCapacity = capacity.ToOutput(returnConsumedCapacity),
        };
    }

    private static List<Item> Filter(IReadOnlyList<Item> items, Condition filter)
    {
        List<Item> passed = [];
        for (int i = 0; i < items.Count; i++)
        {
            if (filter.Matches(items[i])) passed.Add(items[i]);
        }

        return passed;
    }

    private static IReadOnlyList<Item> Project(IReadOnlyList<Item> items, ItemProjection? projection)
    {
        if (projection is null) return items;
        Item[] projected = new Item[items.Count];
        for (int i = 0; i < projected.Length; i++) projected[i] = projection.Apply(items[i]);
        return projected;
    }

    private static void AddTo(CapacityReport capacity, ReadTarget target, Page page, bool isConsistent)
    {
        double units = ReadUnits.Of(page.EvaluatedBytes, isConsistent);
        if (target.Index is null) capacity.AddTableRead(units);
        else capacity.AddIndexRead(target.Index.Definition, units);
        if (!page.Fetched) return;
        foreach (Item item in page.Items) capacity.AddTableRead(ReadUnits.Of(item.SizeBytes, isConsistent));
    }
}
