using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.KinesisDestinations;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Operations;

/// <summary>
/// EnableKinesisStreamingDestination. As at AWS every stream is accepted, and one that cannot be used fails afterwards. Nothing is delivered.
/// </summary>
internal sealed class EnableKinesisStreamingDestination(TableCatalog tables) : EnableKinesisStreamingDestinationOperation
{
    /// <inheritdoc/>
    protected override async ValueTask<KinesisStreamingDestinationOutput> HandleAsync(
        KinesisStreamingDestinationInput input, RequestContext context, CancellationToken cancellationToken)
    {
        Table table = TableDestinations.Find(tables, input.TableName, context);
        string? precision = input.EnableKinesisStreamingConfiguration?.ApproximateCreationDateTimePrecision;
        JournalReceipt saved;
        lock (table.Gate)
        {
            TableStateErrors.ThrowIfUnavailable(table);
            var destinations = new TableDestinations(table, context.Time, tables.StatusDelay);
            destinations.CheckNoneInUse();
            string? failure = KinesisStreamArn.Failure(input.StreamArn, table.Definition.Name);
            saved = destinations.Set(new(input.StreamArn, DestinationStatus.Enabling, context.Time, precision, failure));
        }

        await saved.CommittedAsync();
        return new()
        {
            TableName = table.Definition.Name.Name,
            StreamArn = input.StreamArn,
            DestinationStatus = DestinationStatus.Enabling,
            EnableKinesisStreamingConfiguration = input.EnableKinesisStreamingConfiguration ?? new(),
        };
    }
}
