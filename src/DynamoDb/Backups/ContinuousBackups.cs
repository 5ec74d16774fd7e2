using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Backups;

/// <summary>Finds and describes tables as the operations on continuous backups do.</summary>
internal static class ContinuousBackups
{
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
    /// <param name="table">The table.</param>
    /// <param name="now">The time.</param>
    /// <returns>The description.</returns>
    public static ContinuousBackupsDescription Describe(Table table, DateTimeOffset now)
    {
        lock (table.Gate)
        {
            return new()
            {
                ContinuousBackupsStatus = ContinuousBackupsStatus.Enabled,
                PointInTimeRecoveryDescription = table.Definition.PointInTimeRecovery is not { } recovery
                    ? new() { PointInTimeRecoveryStatus = PointInTimeRecoveryStatus.Disabled }
                    : new()
                    {
                        PointInTimeRecoveryStatus = PointInTimeRecoveryStatus.Enabled,
                        RecoveryPeriodInDays = recovery.PeriodInDays,
                        EarliestRestorableDateTime = Earliest(table, recovery, now),
                        LatestRestorableDateTime = WholeSecond(now),
                    },
            };
        }
    }

    /// <summary>The earliest time that a table can be restored to. The table's gate is held.</summary>
    /// <param name="table">The table.</param>
    /// <param name="recovery">Its point-in-time recovery.</param>
    /// <param name="now">The time.</param>
    /// <returns>A whole second.</returns>
    public static DateTimeOffset Earliest(Table table, PointInTimeRecovery recovery, DateTimeOffset now)
    {
        DateTimeOffset earliest = Later(recovery.EnabledAt, now - TimeSpan.FromDays(recovery.PeriodInDays));
        return WholeSecond(table.History is { } history ? Later(earliest, history.Earliest) : earliest);
    }

    /// <summary>Cuts a time to the second: what recovery goes by.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The second that it is in.</returns>
    public static DateTimeOffset WholeSecond(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
