using RustStack.Core.Ids;
using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Tables.Creation;

namespace RustStack.DynamoDb.Operations;

/// <summary>CreateTable. The table is active at once, unless statuses are delayed.</summary>
internal sealed class CreateTable(TableCatalog tables, IdSource ids) : CreateTableOperation
{
    /// <inheritdoc/>
    protected override async ValueTask<CreateTableOutput> HandleAsync(
        CreateTableInput input, RequestContext context, CancellationToken cancellationToken)
    {
        TableDefinition definition = TableCreation.Read(input, context, ids);
        Table table = tables.Create(definition, out JournalReceipt saved);
        await saved.CommittedAsync();
        return new() { TableDescription = TableDescriber.Describe(table, context.Time) };
    }
}
