using RustStack.Core.Requests;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.KinesisDestinations;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Operations;

/// <summary>DescribeKinesisStreamingDestination.</summary>
internal sealed class DescribeKinesisStreamingDestination(TableCatalog tables) : DescribeKinesisStreamingDestinationOperation
{
    /// <inheritdoc/>
    protected override ValueTask<DescribeKinesisStreamingDestinationOutput> HandleAsync(
        DescribeKinesisStreamingDestinationInput input, RequestContext context, CancellationToken cancellationToken)
    {
        Table table = TableDestinations.Find(tables, input.TableName, context);
        return new(new DescribeKinesisStreamingDestinationOutput
        {
            TableName = table.Definition.Name.Name,
            KinesisDataStreamDestinations = [.. table.Definition.KinesisDestinations.Select(one => Describe(one, context.Time))],
        });
    }

    private KinesisDataStreamDestination Describe(KinesisDestination destination, DateTimeOffset now)
    {
        string status = destination.Status(now, tables.StatusDelay);
        return new()
        {
            StreamArn = destination.StreamArn,
            DestinationStatus = status,
            DestinationStatusDescription = status == DestinationStatus.EnableFailed ? destination.Failure : null,
            ApproximateCreationDateTimePrecision = destination.Precision,
        };
    }
}
