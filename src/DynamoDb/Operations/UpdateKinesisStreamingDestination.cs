using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.KinesisDestinations;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Operations;

/// <summary>UpdateKinesisStreamingDestination: the precision of timestamps.</summary>
internal sealed class UpdateKinesisStreamingDestination(TableCatalog tables) : UpdateKinesisStreamingDestinationOperation
{
    /// <inheritdoc/>
    protected override async ValueTask<UpdateKinesisStreamingDestinationOutput> HandleAsync(
        UpdateKinesisStreamingDestinationInput input, RequestContext context, CancellationToken cancellationToken)
    {
        string precision = input.UpdateKinesisStreamingConfiguration?.ApproximateCreationDateTimePrecision
            ?? throw DynamoDbErrors.Validation(DestinationErrorText.NothingToUpdate);
        Table table = TableDestinations.Find(tables, input.TableName, context);
        JournalReceipt saved;
        lock (table.Gate)
        {
            TableStateErrors.ThrowIfUnavailable(table);
            var destinations = new TableDestinations(table, context.Time, tables.StatusDelay);
            if (destinations.StatusOf(input.StreamArn) != DestinationStatus.Active)
                throw DynamoDbErrors.Validation(DestinationErrorText.NotUpdatable(table.Definition.Name.Name, input.StreamArn));
            KinesisDestination current = destinations.Of(input.StreamArn)!;
            if ((current.Precision ?? ApproximateCreationDateTimePrecision.Millisecond) == precision)
                throw DynamoDbErrors.Validation(DestinationErrorText.SamePrecision(precision, table.Definition.Id, input.StreamArn));
            saved = destinations.Set(current with { LastStep = DestinationStatus.Updating, ChangedAt = context.Time, Precision = precision });
        }

        await saved.CommittedAsync();
        return new()
        {
            TableName = table.Definition.Name.Name,
            StreamArn = input.StreamArn,
            DestinationStatus = DestinationStatus.Updating,
            UpdateKinesisStreamingConfiguration = input.UpdateKinesisStreamingConfiguration,
        };
    }
}
