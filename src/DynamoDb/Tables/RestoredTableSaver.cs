using RustStack.Core.Persistence;
using RustStack.DynamoDb.Persistence;

namespace RustStack.DynamoDb.Tables;

/// <summary>Saves a table that was restored: its items piece by piece, and last that they are complete.</summary>
/// <param name="journal">Takes the changes.</param>
/// <param name="statusDelay">How long the table stays in its first state after that.</param>
/// <param name="discard">Takes a table away that could not be saved.</param>
internal sealed class RestoredTableSaver(IJournal journal, TimeSpan statusDelay, Action<Table> discard)
{
    /// <summary>Begins to save a table that nobody knows yet.</summary>
    /// <param name="table">The table. It is being created as long as items are missing on the disk.</param>
    /// <returns>What the answer waits for.</returns>
    /// <exception cref="JournalException">Nothing can be saved at the moment.</exception>
    public JournalReceipt Save(Table table)
    {
        var saver = new SnapshotSaver(journal, table.Items.Snapshot(), (key, item) => new SavedItem(table.Sequence, key, item.Bytes));
        JournalReceipt begun = saver.Begin(isComplete => Head(table, isComplete), () => discard(table));
        if (saver.IsDone)
        {
            table.CompleteRestore();
            return begun;
        }

        table.Lifecycle.HoldCreation([.. table.Indexes]);
        _ = FinishAsync(table, saver, begun);
        return begun;
    }

    private static SavedTable Head(Table table, bool isComplete)
    {
        TableDefinition definition = table.Definition;
        return new(table.Sequence, TableDocument.Write(definition with { Restore = definition.Restore! with { IsComplete = isComplete } }));
    }

    private async Task FinishAsync(Table table, SnapshotSaver saver, JournalReceipt begun)
    {
        try
        {
            await begun.CommittedAsync();
            await saver.FinishAsync();
            await journal.Append([Head(table, isComplete: true)], static () => { }).CommittedAsync();
            lock (table.Gate)
            {
                table.CompleteRestore();
                table.Lifecycle.EndCreation([.. table.Indexes]);
                table.Lifecycle.BeginCreation(table.Time.GetUtcNow(), statusDelay, [.. table.Indexes]);
            }
        }
        catch (JournalException)
        {
            discard(table);
            Forget(table);
        }
    }

    private void Forget(Table table)
    {
        try
        {
            journal.Append([new RemovedTable(table.Sequence)], static () => { });
        }
        catch (JournalException)
        {
            // The next start forgets it: it is not complete.
        }
    }
}
