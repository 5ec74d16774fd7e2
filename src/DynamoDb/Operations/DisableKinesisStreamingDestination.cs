using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.KinesisDestinations;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Operations;

/// <summary>DisableKinesisStreamingDestination. The destination stays in the list as a disabled one.</summary>
internal sealed class DisableKinesisStreamingDestination(TableCatalog tables) : DisableKinesisStreamingDestinationOperation
{
    /// <inheritdoc/>
    protected override async ValueTask<KinesisStreamingDestinationOutput> HandleAsync(
        KinesisStreamingDestinationInput input, RequestContext context, CancellationToken cancellationToken)
    {
        if (input.EnableKinesisStreamingConfiguration is not null)
            throw DynamoDbErrors.Validation(DestinationErrorText.ConfigurationOfDisable);
        Table table = TableDestinations.Find(tables, input.TableName, context);
        JournalReceipt saved;
        lock (table.Gate)
        {
            TableStateErrors.ThrowIfUnavailable(table);
            var destinations = new TableDestinations(table, context.Time, tables.StatusDelay);
            string? status = destinations.StatusOf(input.StreamArn);
            if (status is not (DestinationStatus.Active or DestinationStatus.Disabling))
                throw DynamoDbErrors.Validation(DestinationErrorText.NotActive);
            KinesisDestination current = destinations.Of(input.StreamArn)!;
            saved = destinations.Set(status == DestinationStatus.Disabling
                ? current
                : current with { LastStep = DestinationStatus.Disabling, ChangedAt = context.Time, Precision = null });
        }

        await saved.CommittedAsync();
        return new()
        {
            TableName = table.Definition.Name.Name,
            StreamArn = input.StreamArn,
            DestinationStatus = DestinationStatus.Disabling,
        };
    }
}
