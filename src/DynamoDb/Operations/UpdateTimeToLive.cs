using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Expiry;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Operations;

/// <summary>UpdateTimeToLive. It holds at once, and may be followed by another at once.</summary>
internal sealed class UpdateTimeToLive(TableCatalog tables) : UpdateTimeToLiveOperation
{
    /// <inheritdoc/>
    protected override async ValueTask<UpdateTimeToLiveOutput> HandleAsync(
        UpdateTimeToLiveInput input, RequestContext context, CancellationToken cancellationToken)
    {
        TimeToLiveSpecification specification = input.TimeToLiveSpecification;
        Table table = tables.GetAny(input.TableName, context);
        JournalReceipt saved;
        lock (table.Gate)
        {
            TableStateErrors.ThrowIfUnavailable(table);
            Check(specification, table.Definition.TimeToLiveAttribute);
            string? attribute = specification.Enabled!.Value ? specification.AttributeName : null;
            saved = table.Redefine(table.Definition with { TimeToLiveAttribute = attribute });
        }

        await saved.CommittedAsync();
        return new() { TimeToLiveSpecification = specification };
    }

    private static void Check(TimeToLiveSpecification specification, string? current)
    {
        if (current is null)
        {
            if (specification.Enabled == false) throw DynamoDbErrors.Validation(ExpiryErrorText.Disabled);
            return;
        }

        if (specification.AttributeName != current) throw DynamoDbErrors.Validation(ExpiryErrorText.OtherAttribute(current));
        if (specification.Enabled == true) throw DynamoDbErrors.Validation(ExpiryErrorText.Enabled);
    }
}
