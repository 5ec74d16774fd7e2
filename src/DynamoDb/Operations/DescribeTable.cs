using RustStack.Core.Requests;
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
        Table table = tables.GetAny(input.TableName, context);
        return new(new DescribeTableOutput { Table = TableDescriber.Describe(table, context.Time) });
    }
}
