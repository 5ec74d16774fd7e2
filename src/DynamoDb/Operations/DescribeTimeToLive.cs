using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Operations;

/// <summary>DescribeTimeToLive.</summary>
internal sealed class DescribeTimeToLive(TableCatalog tables) : DescribeTimeToLiveOperation
{
    /// <inheritdoc/>
    protected override ValueTask<DescribeTimeToLiveOutput> HandleAsync(
        DescribeTimeToLiveInput input, RequestContext context, CancellationToken cancellationToken)
    {
        Table table = tables.GetAny(input.TableName, context);
        string status = table.Lifecycle.Status;
        if (status is TableStatus.Creating or TableStatus.Deleting) throw TableStateErrors.NoTimeToLive(status);
        string? attribute = table.Definition.TimeToLiveAttribute;
        return new(new DescribeTimeToLiveOutput
        {
            TimeToLiveDescription = new()
            {
                TimeToLiveStatus = attribute is null ? TimeToLiveStatus.Disabled : TimeToLiveStatus.Enabled,
                AttributeName = attribute,
            },
        });
    }
}
