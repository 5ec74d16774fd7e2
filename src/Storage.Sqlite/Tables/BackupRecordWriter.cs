using Microsoft.Data.Sqlite;
using RustStack.Core.Persistence;
using RustStack.DynamoDb.Persistence;
using RustStack.Storage.Sqlite.Journal;

namespace RustStack.Storage.Sqlite.Tables;

/// <summary>
/// Writes DynamoDB's backups. A backup that is removed leaves its items, which may be many; they are deleted piece by piece when nothing
/// else is to be done.
/// </summary>
/// <param name="connection">The connection that writes.</param>
internal sealed class BackupRecordWriter(SqliteConnection connection) : IRecordWriter
{
    private const int ItemsInPiece = 2_000;

    private readonly PreparedStatement _saveItem = new(
        connection,
        "INSERT OR REPLACE INTO dynamodb_backup_item (backup_id, key, data) VALUES (?1, ?2, ?3)",
        SqliteType.Integer,
        SqliteType.Blob,
        SqliteType.Blob);

    private readonly PreparedStatement _saveBackup = new(
        connection,
        "INSERT OR REPLACE INTO dynamodb_backup (id, document, is_complete) VALUES (?1, ?2, ?3)",
        SqliteType.Integer,
        SqliteType.Blob,
        SqliteType.Integer);

    private readonly PreparedStatement _removeBackup = new(connection, "DELETE FROM dynamodb_backup WHERE id = ?1", SqliteType.Integer);

    private readonly PreparedStatement _nextBackupOfItems = new(
        connection, "SELECT min(backup_id) FROM dynamodb_backup_item WHERE backup_id > ?1", SqliteType.Integer);

    private readonly PreparedStatement _isBackup = new(connection, "SELECT 1 FROM dynamodb_backup WHERE id = ?1", SqliteType.Integer);

    private readonly PreparedStatement _deletePiece = new(
        connection,
        $"""
        DELETE FROM dynamodb_backup_item WHERE backup_id = ?1
        AND key IN (SELECT key FROM dynamodb_backup_item WHERE backup_id = ?1 ORDER BY key LIMIT {ItemsInPiece})
        """,
        SqliteType.Integer);

    /// <inheritdoc/>
    public bool HasLeftovers { get; private set; } = true;

    /// <inheritdoc/>
    public bool TryWrite(JournalRecord record)
    {
        switch (record)
        {
            case SavedBackupItem item:
                _saveItem.Run(item.BackupId, item.Key, item.Data);
                return true;
            case SavedBackup backup:
                _saveBackup.Run(backup.Id, backup.Document, backup.IsComplete ? 1 : 0);
                return true;
            case RemovedBackup backup:
                _removeBackup.Run(backup.Id);
                HasLeftovers = true;
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public void Tidy()
    {
        HasLeftovers = FirstOrphan() is { } id && _deletePiece.Run(id) >= 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _saveItem.Dispose();
        _saveBackup.Dispose();
        _removeBackup.Dispose();
        _nextBackupOfItems.Dispose();
        _isBackup.Dispose();
        _deletePiece.Dispose();
    }

    private object? FirstOrphan()
    {
        object? id = _nextBackupOfItems.Scalar(long.MinValue);
        while (id is not null && _isBackup.Scalar(id) is not null) id = _nextBackupOfItems.Scalar(id);
        return id;
    }
}
