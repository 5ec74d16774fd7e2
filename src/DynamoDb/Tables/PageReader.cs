using RustStack.Core.Collections;
using RustStack.DynamoDb.Items;

namespace RustStack.DynamoDb.Tables;

/// <summary>Reads pages: as many items as fit, of one state of the table. What is then filtered and projected needs no lock.</summary>
internal static class PageReader
{
    /// <summary>The most bytes of items that one page evaluates.</summary>
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
        Item? last = null;
        OrderedMap<byte[], Item, BytesComparer> entries = request.Index?.Entries ?? table.Items;
        OrderedMapCursor<byte[], Item> cursor = First(entries, request);
        for (; cursor.IsValid && request.Range.Contains(cursor.Key); Advance(ref cursor, request.Forward))
        {
            Item entry = cursor.Value;
            if (items.Count > 0 && bytes + entry.SizeBytes > MaxPageBytes) return new(items, bytes, request.FetchWhole, last);
            bytes += entry.SizeBytes;
            items.Add(request.FetchWhole ? table.Find(table.Definition.Key.Encode(entry))! : entry);
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
