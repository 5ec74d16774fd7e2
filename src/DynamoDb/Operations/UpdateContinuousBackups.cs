using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Backups;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Operations;

/// <summary>UpdateContinuousBackups. The setting is kept and described; there is nothing to restore from.</summary>
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
        PointInTimeRecovery? recovery;
        JournalReceipt saved;
        lock (table.Gate)
        {
            if (table.Lifecycle.Status == TableStatus.Creating) throw TableStateErrors.BackupsUnavailable(table.Definition.Name);
            recovery = Apply(table.Definition.PointInTimeRecovery, wanted, context.Time);
            saved = table.Redefine(table.Definition with { PointInTimeRecovery = recovery });
        }

        await saved.CommittedAsync();
        return new() { ContinuousBackupsDescription = ContinuousBackups.Describe(recovery, context.Time) };
    }

    // Enabling what is enabled keeps what can be recovered; a period that is not named stays as it is.
    private static PointInTimeRecovery? Apply(PointInTimeRecovery? current, PointInTimeRecoverySpecification wanted, DateTimeOffset now)
    {
        if (wanted.PointInTimeRecoveryEnabled == false) return null;
        int period = wanted.RecoveryPeriodInDays ?? current?.PeriodInDays ?? DefaultPeriodInDays;
        return new(current?.EnabledAt ?? now, period);
    }
}
