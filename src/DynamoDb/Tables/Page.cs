using RustStack.DynamoDb.Items;

namespace RustStack.DynamoDb.Tables;

/// <summary>The items of a page, before any filter.</summary>
/// <param name="Items">The items in key order.</param>
/// <param name="EvaluatedBytes">The size of what was read of the table or index, in bytes.</param>
/// <param name="Fetched">Whether the items are the table's, fetched beside the entries of a local index.</param>
/// <param name="Last">The entry that the page ends at when there may be more; null at the end.</param>
internal sealed record Page(IReadOnlyList<Item> Items, long EvaluatedBytes, bool Fetched, Item? Last);
