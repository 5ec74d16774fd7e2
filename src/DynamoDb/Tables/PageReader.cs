using RustStack.Core.Collections;
using RustStack.DynamoDb.Items;

namespace RustStack.DynamoDb.Tables;

/// <summary>Reads pages: as many items as fit, of one state of the table. What is then filtered and projected needs no lock.</summary>
internal static class PageReader
{
    /// <summary>The most bytes that one page evaluates: entries, and the items that are fetched for entries of a local index.</summary>
    public const int MaxPageBytes = 1024 * 1024;

    /// <summary>Reads a page.</summary>
    /// <param name="table">The table.</param>
    /// <param name="request">Which items.</param>
    /// <returns>The page.</returns>
    public static Page Read(Table table, PageRequest request)
    {
        using (table.Enter()) return ReadGuarded(table, request);
    }

    private static Page ReadGuarded(Table table, PageRequest request)
    {
        List<Item> items = [];
        long bytes = 0;
        long fetchedBytes = 0;
        Item? last = null;
        OrderedMap<byte[], Item, BytesComparer> entries = request.Index?.Entries ?? table.Items;
        OrderedMapCursor<byte[], Item> cursor = First(entries, request);
        for (; cursor.IsValid && request.Range.Contains(cursor.Key); Advance(ref cursor, request.Forward))
        {
            Item entry = cursor.Value;
            Item item = request.FetchWhole ? table.Find(table.Definition.Key.Encode(entry))! : entry;
            int itemBytes = request.FetchWhole ? item.SizeBytes : 0;
            if (items.Count > 0 && bytes + fetchedBytes + entry.SizeBytes + itemBytes > MaxPageBytes)
                return new(items, bytes, request.FetchWhole, last);
            bytes += entry.SizeBytes;
            fetchedBytes += itemBytes;
            items.Add(item);
            last = entry;
            if (items.Count == request.Limit) return new(items, bytes, request.FetchWhole, last);
        }

        return new(items, bytes, request.FetchWhole, null);
    }

    private static OrderedMapCursor<byte[], Item> First(OrderedMap<byte[], Item, BytesComparer> entries, PageRequest request)
    {
        if (request.Forward) return entries.AtLeast(request.Range.From.AsSpan());
        return request.Range.Before is { } bound ? entries.Below(bound.AsSpan()) : entries.Last();
    }

    private static void Advance(ref OrderedMapCursor<byte[], Item> cursor, bool forward)
    {
        if (forward) cursor.MoveNext();
        else cursor.MovePrevious();
    }
}
