using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Backups;

/// <summary>Whether a table may be restored under a name, or from a backup.</summary>
internal static class RestoreAdmission
{
    /// <summary>Whether a table is being restored from a backup.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="backupArn">The backup.</param>
    /// <param name="now">The time.</param>
    /// <returns>True when there is one that is not active yet.</returns>
    public static bool IsBeingRestored(TableCatalog tables, string backupArn, DateTimeOffset now) => tables.All()
        .Where(table => table.Definition.Restore?.BackupArn == backupArn)
        .Any(table => tables.Find(table.Definition.Name, now) == table && table.Lifecycle.Status == TableStatus.Creating);

    /// <summary>Checks the name of the table that is to be.</summary>
    /// <param name="other">The table that has the name; null when there is none.</param>
    /// <exception cref="Core.Errors.AwsException">TableAlreadyExistsException or TableInUseException.</exception>
    public static void CheckTarget(Table? other)
    {
        if (other is null) return;
        TableDefinition definition = other.Definition;
        if (definition.Restore is { } restore && other.Lifecycle.Status == TableStatus.Creating)
            throw BackupErrors.RestoreInProgress(definition.Name.Name, restore.BackupArn ?? restore.TableArn);
        throw BackupErrors.TableExists(definition.Name.Name);
    }
}
