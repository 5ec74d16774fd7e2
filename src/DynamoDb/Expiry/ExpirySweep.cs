using RustStack.Core.Collections;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Expiry;

/// <summary>
/// Deletes expired items of the tables that have time to live enabled, a bounded piece in each pass: a pass goes on where the one before
/// stopped, table after table, and ends when it has looked at so many items as it may, or has come round. An item that a transaction
/// has is left to a later pass. One pass at a time.
/// </summary>
/// <param name="tables">The tables.</param>
/// <param name="time">The clock.</param>
/// <param name="mostItemsInPass">The most items that one pass looks at.</param>
internal sealed class ExpirySweep(TableCatalog tables, TimeProvider time, int mostItemsInPass = 100_000)
{
    // A table's gate is held no longer than it takes to look at so many.
    private const int MostItemsAtOnce = 1_000;

    private long _table;
    private byte[] _after = [];

    /// <summary>Does one pass.</summary>
    public void Pass()
    {
        List<Table> all = tables.All();
        int first = all.FindIndex(table => table.Sequence >= _table);
        if (first < 0) first = 0;
        int budget = mostItemsInPass;
        for (int i = 0; i < all.Count && budget > 0; i++)
        {
            Table table = all[(first + i) % all.Count];
            if (table.Sequence != _table) _after = [];
            _table = table.Sequence;
            while (budget > 0 && Sweep(table, ref budget))
            {
            }

            // The budget may end with the table: the next pass must not begin it again.
            if (_after.Length == 0) _table++;
        }
    }

    // Says whether the table has more.
    private bool Sweep(Table table, ref int budget)
    {
        lock (table.Gate)
        {
            if (table.IsDeleted || table.Definition.TimeToLiveAttribute is not { } attribute)
            {
                _after = [];
                return false;
            }

            var test = new ExpiryTest(attribute, time.GetUtcNow());
            int most = Math.Min(budget, MostItemsAtOnce);
            List<ItemChange> expired = [];
            int seen = 0;
            var cursor = table.Items.Above(_after.AsSpan());
            for (; cursor.IsValid && seen < most; cursor.MoveNext(), seen++)
            {
                Item item = cursor.Value;
                _after = cursor.Key;
                if (test.IsExpired(item) && !table.Claims.Holds(new(table, cursor.Key))) expired.Add(new(cursor.Key, item, null) { IsExpiry = true });
            }

            bool hasMore = cursor.IsValid;
            foreach (ItemChange change in expired) table.Commit(change);
            if (!hasMore) _after = [];
            budget -= seen;
            return hasMore;
        }
    }
}
