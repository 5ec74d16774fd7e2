using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Backups;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Operations;

/// <summary>UpdateContinuousBackups. From then on the table can be restored to what it was at each second.</summary>
internal sealed class UpdateContinuousBackups(TableCatalog tables) : UpdateContinuousBackupsOperation
{
    private const int DefaultPeriodInDays = 35;
    private const string PeriodWithoutRecovery =
        "Invalid Request: Cannot specify RecoveryPeriodInDays when disabling point-in-time recovery.";

    /// <inheritdoc/>
    protected override async ValueTask<UpdateContinuousBackupsOutput> HandleAsync(
        UpdateContinuousBackupsInput input, RequestContext context, CancellationToken cancellationToken)
    {
        PointInTimeRecoverySpecification wanted = input.PointInTimeRecoverySpecification;
        if (wanted is { PointInTimeRecoveryEnabled: false, RecoveryPeriodInDays: not null })
            throw DynamoDbErrors.Validation(PeriodWithoutRecovery);
        Table table = ContinuousBackups.Find(tables, input.TableName, context);
        ContinuousBackupsDescription description;
        JournalReceipt saved;
        lock (table.Gate)
        {
            if (table.Lifecycle.Status == TableStatus.Creating) throw TableStateErrors.BackupsUnavailable(table.Definition.Name);
            if (table.IsDeleted) throw TableStateErrors.TableNotFound(table.Definition.Name.Name);
            PointInTimeRecovery? recovery = Apply(table.Definition.PointInTimeRecovery, wanted, context.Time);
            saved = table.Redefine(table.Definition with { PointInTimeRecovery = recovery });
            description = ContinuousBackups.Describe(table, context.Time);
        }

        await saved.CommittedAsync();
        return new() { ContinuousBackupsDescription = description };
    }

    // Enabling what is enabled keeps what can be recovered; a period that is not named stays as it is.
    private static PointInTimeRecovery? Apply(PointInTimeRecovery? current, PointInTimeRecoverySpecification wanted, DateTimeOffset now)
    {
        if (wanted.PointInTimeRecoveryEnabled == false) return null;
        int period = wanted.RecoveryPeriodInDays ?? current?.PeriodInDays ?? DefaultPeriodInDays;
        return new(current?.EnabledAt ?? now, period);
    }
}
