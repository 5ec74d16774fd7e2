using RustStack.Core.Requests;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Operations;

/// <summary>ListTables.</summary>
internal sealed class ListTables(TableCatalog tables) : ListTablesOperation
{
    private const int MostNames = 100;

    /// <inheritdoc/>
    protected override ValueTask<ListTablesOutput> HandleAsync(
        ListTablesInput input, RequestContext context, CancellationToken cancellationToken)
    {
        List<string> names = tables.Names(context);
        int start = input.ExclusiveStartTableName is { } after ? FirstAfter(names, after) : 0;
        int count = Math.Min(names.Count - start, input.Limit ?? MostNames);
        bool more = start + count < names.Count;
        return new(new ListTablesOutput
        {
            TableNames = names.GetRange(start, count),
            LastEvaluatedTableName = more ? names[start + count - 1] : null,
        });
    }

    private static int FirstAfter(List<string> names, string name)
    {
        int index = names.BinarySearch(name, StringComparer.Ordinal);
        return index < 0 ? ~index : index + 1;
    }
}
