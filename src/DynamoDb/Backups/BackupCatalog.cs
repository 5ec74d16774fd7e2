using System.Collections.Concurrent;
using System.Globalization;
using RustStack.Core.Collections;
using RustStack.Core.Ids;
using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Persistence;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Backups;

/// <summary>Every backup of every account and region. Backups have a life of their own, whatever becomes of their tables.</summary>
internal sealed class BackupCatalog
{
    private readonly ConcurrentDictionary<BackupArn, Backup> _backups = new();
    private readonly ITableStorage? _storage;
    private readonly IdSource _ids;
    private long _number;

    /// <summary>Makes a catalog of the backups that were saved. Those that were not complete are forgotten.</summary>
    /// <param name="ids">Makes up ids.</param>
    /// <param name="storage">Where backups are saved; null to keep everything in memory alone.</param>
    /// <exception cref="StateException">They cannot be read.</exception>
    public BackupCatalog(IdSource ids, ITableStorage? storage)
    {
        _ids = ids;
        _storage = storage;
        if (storage is null) return;
        _number = storage.LastBackupId();
        foreach (SavedBackup saved in storage.Backups())
        {
            if (saved.IsComplete) Add(new(BackupDocument.Read(saved.Document), saved.Id, items: null));
            else storage.Journal.Append([new RemovedBackup(saved.Id)], static () => { });
        }
    }

    /// <summary>Makes a backup of a table as it is, in O(1); its items are saved in the background where they are many.</summary>
    /// <param name="table">The table; its gate is held.</param>
    /// <param name="name">The backup's name.</param>
    /// <param name="type">USER or SYSTEM.</param>
    /// <param name="now">The time.</param>
    /// <param name="saved">What the answer waits for.</param>
    /// <returns>The backup.</returns>
    /// <exception cref="JournalException">Nothing can be saved at the moment.</exception>
    public Backup Create(Table table, string name, string type, DateTimeOffset now, out JournalReceipt saved)
    {
        bool isSystem = type == BackupType.System;
        OrderedMapSnapshot<byte[], Item> items = table.Items.Snapshot();
        var definition = new BackupDefinition
        {
            Id = NewId(table.Definition.Name, isSystem ? "00000000" : _ids.NewHex(4), now),
            Name = name,
            Type = type,
            Table = table.Definition,
            CreatedAt = now,
            ExpiresAt = isSystem ? now + BackupDefinition.SystemLifetime : null,
            SizeBytes = table.SizeBytes,
            ItemCount = items.Count,
        };
        var backup = new Backup(definition, Interlocked.Increment(ref _number), items);
        saved = _storage is null ? default : Save(_storage.Journal, backup, items);
        if (_storage is null) backup.Complete(isSaved: false);
        Add(backup);
        return backup;
    }

    /// <summary>Finds a backup.</summary>
    /// <param name="arn">Its ARN.</param>
    /// <param name="now">The time.</param>
    /// <returns>The backup, or null.</returns>
    public Backup? Find(BackupArn arn, DateTimeOffset now) =>
        _backups.TryGetValue(arn, out Backup? backup) && !(backup.Definition.ExpiresAt <= now) ? backup : null;

    /// <summary>An account's backups in a region. Those whose time is over are forgotten.</summary>
    /// <param name="context">Who asks, where and when.</param>
    /// <returns>The backups in the order in which they were made.</returns>
    public List<Backup> List(RequestContext context)
    {
        List<Backup> backups = [];
        foreach ((BackupArn arn, Backup backup) in _backups)
        {
            if (arn.Table.AccountId != context.AccountId || arn.Table.Region != context.Region) continue;
            if (backup.Definition.ExpiresAt <= context.Time) Delete(backup);
            else backups.Add(backup);
        }

        backups.Sort(static (one, other) => string.CompareOrdinal(Place(one), Place(other)));
        return backups;
    }

    /// <summary>Forgets a backup.</summary>
    /// <param name="backup">The backup.</param>
    /// <returns>What the answer waits for.</returns>
    /// <exception cref="JournalException">Nothing can be saved at the moment; nothing was changed.</exception>
    public JournalReceipt Delete(Backup backup)
    {
        JournalReceipt saved = _storage?.Journal.Append([new RemovedBackup(backup.Number)], () => Add(backup)) ?? default;
        Remove(backup);
        return saved;
    }

    /// <summary>Takes back a backup that nobody was told of.</summary>
    /// <param name="backup">The backup.</param>
    public void Discard(Backup backup)
    {
        Remove(backup);
        if (_storage is not null) Forget(_storage.Journal, backup);
    }

    /// <summary>A backup's items as those of a new table.</summary>
    /// <param name="backup">The backup, available.</param>
    /// <returns>The items by key.</returns>
    public OrderedMap<byte[], Item, BytesComparer> Items(Backup backup) => backup.Items(_storage);

    /// <summary>The place of a backup in lists.</summary>
    /// <param name="backup">The backup.</param>
    /// <returns>Text that is compared by its characters.</returns>
    public static string Place(Backup backup) => Place(backup.Definition.Id, backup.Definition.Table.Name.Name);

    /// <summary>The place in lists of a backup that need not be there.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="table">Its table's name.</param>
    /// <returns>Text that is compared by its characters.</returns>
    public static string Place(string id, string table) => $"{id}/{table}";

    private string NewId(TableName table, string suffix, DateTimeOffset now)
    {
        for (long time = now.ToUnixTimeMilliseconds(); ; time++)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"{time:d14}-{suffix}");
            if (!_backups.ContainsKey(new(table, id))) return id;
        }
    }

    // A backup whose items fit into one piece is complete when it is answered.
    private JournalReceipt Save(IJournal journal, Backup backup, OrderedMapSnapshot<byte[], Item> items)
    {
        byte[] document = BackupDocument.Write(backup.Definition);
        var saver = new SnapshotSaver(journal, items, (key, item) => new SavedBackupItem(backup.Number, key, item.Bytes));
        JournalReceipt begun = saver.Begin(isComplete => new SavedBackup(backup.Number, document, isComplete), () => Remove(backup));
        if (saver.IsDone) return new(CompleteAsync(backup, begun));
        _ = FinishAsync(journal, backup, saver, document, begun);
        return begun;
    }

    private static async Task CompleteAsync(Backup backup, JournalReceipt saved)
    {
        await saved.CommittedAsync();
        backup.Complete(isSaved: true);
    }

    // Whoever made the backup was told that it is being made: when it cannot be, it is as if it never was.
    private async Task FinishAsync(IJournal journal, Backup backup, SnapshotSaver saver, byte[] document, JournalReceipt begun)
    {
        try
        {
            await begun.CommittedAsync();
            await saver.FinishAsync();
            await CompleteAsync(backup, journal.Append([new SavedBackup(backup.Number, document, IsComplete: true)], static () => { }));
        }
        catch (JournalException)
        {
            Discard(backup);
        }
    }

    private static void Forget(IJournal journal, Backup backup)
    {
        try
        {
            journal.Append([new RemovedBackup(backup.Number)], static () => { });
        }
        catch (JournalException)
        {
            // The next start forgets it: it is not complete.
        }
    }

    private void Add(Backup backup) => _backups[Key(backup)] = backup;

    private void Remove(Backup backup) => _backups.TryRemove(KeyValuePair.Create(Key(backup), backup));

    private static BackupArn Key(Backup backup) => new(backup.Definition.Table.Name, backup.Definition.Id);
}
