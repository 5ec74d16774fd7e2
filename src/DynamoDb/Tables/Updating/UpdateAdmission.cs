using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;

namespace RustStack.DynamoDb.Tables.Updating;

/// <summary>Checks that a table and its indexes are in states that admit an update. The table's gate is held.</summary>
internal static class UpdateAdmission
{
    /// <summary>Checks an update.</summary>
    /// <param name="table">The table.</param>
    /// <param name="input">The request.</param>
    /// <exception cref="Core.Errors.AwsException">ResourceInUseException or LimitExceededException.</exception>
    public static void Check(Table table, UpdateTableInput input)
    {
        TableStateErrors.ThrowIfUnavailable(table);
        IReadOnlyList<GlobalSecondaryIndexUpdate> updates = input.GlobalSecondaryIndexUpdates ?? [];
        foreach (GlobalSecondaryIndexUpdate update in updates) CheckIndex(table, update);
        int changes = updates.Count(static update => update.Update is null);
        if (changes > 1 || (changes == 1 && IsChangingIndexes(table))) throw TableStateErrors.OneIndexAtATime();
        if (table.Lifecycle.Status == TableStatus.Updating && !MayComeMeanwhile(input, changes))
            throw TableStateErrors.BeingUpdated(table.Definition.Name);
    }

    /// <summary>Checks a deletion of the table.</summary>
    /// <param name="table">The table.</param>
    /// <exception cref="Core.Errors.AwsException">ResourceInUseException.</exception>
    public static void CheckDeletion(Table table)
    {
        if (table.Lifecycle.Status == TableStatus.Creating) throw TableStateErrors.BeingCreated(table.Definition.Name);
        bool isBusy = table.Lifecycle.LeavingIndexes.Count > 0;
        foreach (TableIndex index in table.Indexes) isBusy |= index.Status != IndexStatus.Active;
        if (isBusy) throw TableStateErrors.IndexesBusy();
        if (table.Lifecycle.Status == TableStatus.Updating) throw TableStateErrors.BeingUpdated(table.Definition.Name);
    }

    private static void CheckIndex(Table table, GlobalSecondaryIndexUpdate update)
    {
        string name = update.Update?.IndexName ?? update.Create?.IndexName ?? update.Delete!.IndexName;
        TableName owner = table.Definition.Name;
        if (table.Lifecycle.LeavingIndexes.Any(index => index.Definition.Name == name))
            throw TableStateErrors.IndexBusy(owner, name, IndexStatus.Deleting);
        if (table.FindIndex(name) is not { } index || index.Status == IndexStatus.Active || update.Create is not null) return;
        if (update.Delete is null || index.Status != IndexStatus.Creating) throw TableStateErrors.IndexBusy(owner, name, index.Status);
        if (index.IsBackfilling != true) throw TableStateErrors.IndexNotBackfilling(owner, name);
        throw TableStateErrors.OneIndexAtATime();
    }

    private static bool IsChangingIndexes(Table table)
    {
        bool isChanging = table.Lifecycle.LeavingIndexes.Count > 0;
        foreach (TableIndex index in table.Indexes) isChanging |= index.Status == IndexStatus.Creating;
        return isChanging;
    }

    private static bool MayComeMeanwhile(UpdateTableInput input, int indexChanges)
    {
        bool changesIndexThroughput = input is { GlobalSecondaryIndexUpdates.Count: > 0, BillingMode: null, ProvisionedThroughput: null };
        return input.DeletionProtectionEnabled is not null
            || input.SSESpecification is not null
            || input.WarmThroughput is not null
            || (changesIndexThroughput && indexChanges == 0);
    }
}
