using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Backups;

/// <summary>Finds and describes tables as the operations on continuous backups do.</summary>
internal static class ContinuousBackups
{
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(5);

    /// <summary>Finds a table.</summary>
    /// <param name="tables">Where.</param>
    /// <param name="text">Its name or ARN.</param>
    /// <param name="context">Who asks, where and when.</param>
    /// <returns>The table.</returns>
    /// <exception cref="Core.Errors.AwsException">TableNotFoundException.</exception>
    public static Table Find(TableCatalog tables, string text, RequestContext context)
    {
        TableName name = TableNameRules.Read(text, context);
        Table? table = tables.Find(name, context.Time);
        return table is null || table.IsDeleted ? throw TableStateErrors.TableNotFound(name.Name) : table;
    }

    /// <summary>Describes a table's continuous backups: always enabled; recovery to a point in time only on demand.</summary>
    /// <param name="recovery">Point-in-time recovery; null when it is disabled.</param>
    /// <param name="now">The time.</param>
    /// <returns>The description.</returns>
    public static ContinuousBackupsDescription Describe(PointInTimeRecovery? recovery, DateTimeOffset now) => new()
    {
        ContinuousBackupsStatus = ContinuousBackupsStatus.Enabled,
        PointInTimeRecoveryDescription = recovery is null
            ? new() { PointInTimeRecoveryStatus = PointInTimeRecoveryStatus.Disabled }
            : new()
            {
                PointInTimeRecoveryStatus = PointInTimeRecoveryStatus.Enabled,
                RecoveryPeriodInDays = recovery.PeriodInDays,
                EarliestRestorableDateTime = Later(recovery.EnabledAt, now - TimeSpan.FromDays(recovery.PeriodInDays)),
                LatestRestorableDateTime = Later(recovery.EnabledAt, now - Lag),
            },
    };

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
