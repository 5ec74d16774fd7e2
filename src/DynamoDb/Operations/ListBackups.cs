using RustStack.Core.Requests;
using RustStack.DynamoDb.Backups;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Operations;

/// <summary>ListBackups, in the order in which they were made: those that users made, unless the request names other types.</summary>
internal sealed class ListBackups(BackupCatalog backups) : ListBackupsOperation
{
    private const int MostBackups = 100;

    /// <inheritdoc/>
    protected override ValueTask<ListBackupsOutput> HandleAsync(
        ListBackupsInput input, RequestContext context, CancellationToken cancellationToken)
    {
        if (input.TimeRangeLowerBound > input.TimeRangeUpperBound) throw BackupErrors.InvertedRange();
        string? table = input.TableName is { } text ? TableNameRules.Read(text, context).Name : null;
        string? after = Start(input.ExclusiveStartBackupArn, context);
        int most = input.Limit ?? MostBackups;
        List<Backup> page = [.. backups.List(context)
            .Where(backup => table is null || backup.Definition.Table.Name.Name == table)
            .Where(backup => Fits(backup.Definition, input))
            .Where(backup => after is null || string.CompareOrdinal(BackupCatalog.Place(backup), after) > 0)
            .Take(most + 1)];
        return new(new ListBackupsOutput
        {
            BackupSummaries = [.. page.Take(most).Select(BackupDescriber.Summary)],
            LastEvaluatedBackupArn = page.Count > most ? page[most - 1].Definition.Arn : null,
        });
    }

    // The cursor is a place: the backup that it names need not be there any more.
    private static string? Start(string? text, RequestContext context)
    {
        if (text is null) return null;
        var arn = BackupArn.Read(text, context);
        return arn.Table.Region == context.Region ? BackupCatalog.Place(arn.Id, arn.Table.Name) : throw BackupErrors.CursorOfOtherRegion();
    }

    private static bool Fits(BackupDefinition backup, ListBackupsInput input)
    {
        string type = input.BackupType ?? BackupTypeFilter.User;
        return (type == BackupTypeFilter.All || type == backup.Type)
            && !(backup.CreatedAt < input.TimeRangeLowerBound)
            && !(backup.CreatedAt >= input.TimeRangeUpperBound);
    }
}
