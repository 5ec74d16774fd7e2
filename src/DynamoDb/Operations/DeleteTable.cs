using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Operations;

/// <summary>DeleteTable. The table is gone at once.</summary>
internal sealed class DeleteTable(TableCatalog tables) : DeleteTableOperation
{
    private const string Protected =
        "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.";

    /// <inheritdoc/>
    protected override ValueTask<DeleteTableOutput> HandleAsync(
        DeleteTableInput input, RequestContext context, CancellationToken cancellationToken)
    {
        TableName name = TableNameRules.Read(input.TableName, context);
        Table table = tables.Find(name) ?? throw DynamoDbErrors.TableNotFound(name.Name);
        if (table.Definition.DeletionProtectionEnabled) throw DynamoDbErrors.Validation(Protected);
        tables.Delete(table);
        return new(new DeleteTableOutput { TableDescription = TableDescriber.DescribeDeleted(table) });
    }
}
