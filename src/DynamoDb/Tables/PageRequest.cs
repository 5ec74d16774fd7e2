using RustStack.DynamoDb.Keys;

namespace RustStack.DynamoDb.Tables;

/// <summary>Which items a page of a query or scan is made of.</summary>
/// <param name="Index">The index that is read; null for the table itself.</param>
/// <param name="Range">The keys.</param>
/// <param name="Forward">Whether keys ascend.</param>
/// <param name="Limit">The most items to evaluate; null for no limit.</param>
/// <param name="FetchWhole">Whether the table's items are fetched for the entries of a local index.</param>
internal sealed record PageRequest(TableIndex? Index, KeyRange Range, bool Forward, int? Limit, bool FetchWhole);
