using RustStack.Core.Requests;
using RustStack.DynamoDb.Backups;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Operations;

/// <summary>DescribeContinuousBackups.</summary>
internal sealed class DescribeContinuousBackups(TableCatalog tables) : DescribeContinuousBackupsOperation
{
    /// <inheritdoc/>
    protected override ValueTask<DescribeContinuousBackupsOutput> HandleAsync(
        DescribeContinuousBackupsInput input, RequestContext context, CancellationToken cancellationToken)
    {
        Table table = ContinuousBackups.Find(tables, input.TableName, context);
        return new(new DescribeContinuousBackupsOutput
        {
            ContinuousBackupsDescription = ContinuousBackups.Describe(table, context.Time),
        });
    }
}
