using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Operations;

/// <summary>DescribeTable.</summary>
internal sealed class DescribeTable(TableCatalog tables) : DescribeTableOperation
{
    /// <inheritdoc/>
    protected override ValueTask<DescribeTableOutput> HandleAsync(
        DescribeTableInput input, RequestContext context, CancellationToken cancellationToken)
    {
        TableName name = TableNameRules.Read(input.TableName, context);
        Table table = tables.Find(name) ?? throw DynamoDbErrors.TableNotFound(name.Name);
        return new(new DescribeTableOutput { Table = TableDescriber.Describe(table) });
    }
}
