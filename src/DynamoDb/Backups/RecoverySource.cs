using RustStack.Core.Collections;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Tags;

namespace RustStack.DynamoDb.Backups;

/// <summary>Finds what a table is restored from to a point in time: first what the request says, then the table, then the time.</summary>
/// <param name="input">The request.</param>
/// <param name="context">Who asks, where and when.</param>
internal sealed class RecoverySource(RestoreTableToPointInTimeInput input, RequestContext context)
{
    private const string OneSource = "Must provide exactly one of: sourceTableArn, sourceTableName";
    private const string NoSource = "The parameter 'TableName' is required but was not present in the request";
    private const string InvalidArn = "sourceTableArn is not a valid ARN";
    private const string OtherAccount = "This action is only supported by accounts that match the resource owner’s account.";
    private const string OneTime = "Either one of RestoreDateTime or UseLatestRestorableTime must be specified, but not both";

    private const string BothTimes = "Both RestoreDateTime and UseLatestRestorableTime cannot be set for point-in-time restore request. "
        + "Please specify either RestoreDateTime time or UseLatestRestorableTime";

    /// <summary>Checks the request, before anything is looked for.</summary>
    /// <returns>The name of the source.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public TableName ReadName()
    {
        if (input is { SourceTableArn: not null, SourceTableName: not null }) throw BackupErrors.Validation(OneSource);
        TableName name = input switch
        {
            { SourceTableName: { } plain } => TableNameRules.Read(plain, context),
            { SourceTableArn: { } arn } => ReadArn(arn),
            _ => throw BackupErrors.Validation(NoSource),
        };
        bool usesLatest = input.UseLatestRestorableTime == true;
        if (usesLatest && input.RestoreDateTime is not null) throw BackupErrors.InvalidRestore(BothTimes);
        if (!usesLatest && input.RestoreDateTime is null) throw BackupErrors.InvalidRestore(OneTime);
        return name.Region != context.Region && input.SSESpecificationOverride is null
            ? throw BackupErrors.InvalidRestore("sseSpecificationOverride must be provided for cross-region restores")
            : name;
    }

    /// <summary>The table as it was.</summary>
    /// <param name="table">The table.</param>
    /// <param name="time">The time that it is restored to.</param>
    /// <returns>The items, and the definition as it is now: of definitions no history is kept.</returns>
    /// <exception cref="Core.Errors.AwsException">PointInTimeRecoveryUnavailableException or InvalidRestoreTimeException.</exception>
    public (TableDefinition Definition, OrderedMapSnapshot<byte[], Item> Items) Take(Table table, out DateTimeOffset time)
    {
        lock (table.Gate)
        {
            TableDefinition definition = table.Definition;
            if (table.IsDeleted) throw TableStateErrors.TableNotFound(definition.Name.Name);
            if (definition.PointInTimeRecovery is not { } recovery || table.History is not { } history)
                throw BackupErrors.RecoveryUnavailable(definition.Name.Name);
            DateTimeOffset latest = ContinuousBackups.WholeSecond(context.Time);
            time = input.RestoreDateTime ?? latest;
            DateTimeOffset earliest = ContinuousBackups.Earliest(table, recovery, context.Time);
            if (time < earliest || ContinuousBackups.WholeSecond(time) > latest) throw BackupErrors.InvalidTime(time, earliest, latest);
            return (definition, history.At(table.Items, time));
        }
    }

    private TableName ReadArn(string arn)
    {
        if (!arn.StartsWith("arn:", StringComparison.Ordinal)) throw BackupErrors.Validation(TagErrorText.NotAnArn(arn));
        string[] parts = arn.Split(':', 6);
        bool isTable = parts is [_, "aws", "dynamodb", { Length: > 0 }, _, { } resource]
            && resource.StartsWith("table/", StringComparison.Ordinal)
            && resource.IndexOf('/', "table/".Length) < 0;
        if (!isTable) throw BackupErrors.Validation(InvalidArn);
        return parts[4] == context.AccountId ? TableNameRules.Read(arn, context) : throw BackupErrors.Validation(OtherAccount);
    }
}
