using Microsoft.Data.Sqlite;
using RustStack.Core.Persistence;
using RustStack.DynamoDb.Persistence;
using RustStack.Storage.Sqlite.Journal;

namespace RustStack.Storage.Sqlite.Tables;

/// <summary>
/// Writes what DynamoDB saves. A table that is removed leaves its items, which may be many; they are deleted piece by piece when nothing
/// else is to be done.
/// </summary>
/// <param name="connection">The connection that writes.</param>
internal sealed class TableRecordWriter(SqliteConnection connection) : IRecordWriter
{
    private const int ItemsInPiece = 2_000;

    private readonly PreparedStatement _saveItem = new(
        connection,
        "INSERT INTO dynamodb_item (table_id, key, data) VALUES (?1, ?2, ?3) ON CONFLICT (table_id, key) DO UPDATE SET data = excluded.data",
        SqliteType.Integer,
        SqliteType.Blob,
        SqliteType.Blob);

    private readonly PreparedStatement _removeItem = new(
        connection, "DELETE FROM dynamodb_item WHERE table_id = ?1 AND key = ?2", SqliteType.Integer, SqliteType.Blob);

    private readonly PreparedStatement _saveTable = new(
        connection,
        "INSERT INTO dynamodb_table (id, definition) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET definition = excluded.definition",
        SqliteType.Integer,
        SqliteType.Blob);

    private readonly PreparedStatement _removeTable = new(connection, "DELETE FROM dynamodb_table WHERE id = ?1", SqliteType.Integer);

    private readonly PreparedStatement _saveToken = new(
        connection,
        "INSERT OR REPLACE INTO dynamodb_token (account_id, region, token, fingerprint, done_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        SqliteType.Text,
        SqliteType.Text,
        SqliteType.Text,
        SqliteType.Blob,
        SqliteType.Integer);

    private readonly PreparedStatement _forgetTokens = new(connection, "DELETE FROM dynamodb_token WHERE done_at < ?1", SqliteType.Integer);

    private readonly PreparedStatement _nextTableOfItems = new(
        connection, "SELECT min(table_id) FROM dynamodb_item WHERE table_id > ?1", SqliteType.Integer);

    private readonly PreparedStatement _isTable = new(connection, "SELECT 1 FROM dynamodb_table WHERE id = ?1", SqliteType.Integer);

    private readonly PreparedStatement _deletePiece = new(
        connection,
        $"""
        DELETE FROM dynamodb_item WHERE table_id = ?1
        AND key IN (SELECT key FROM dynamodb_item WHERE table_id = ?1 ORDER BY key LIMIT {ItemsInPiece})
        """,
        SqliteType.Integer);

    /// <inheritdoc/>
    public bool HasLeftovers { get; private set; } = true;

    /// <inheritdoc/>
    public bool TryWrite(JournalRecord record)
    {
        switch (record)
        {
            case SavedItem item:
                _saveItem.Run(item.TableId, item.Key, item.Data);
                return true;
            case RemovedItem item:
                _removeItem.Run(item.TableId, item.Key);
                return true;
            case SavedTable table:
                _saveTable.Run(table.Id, table.Definition);
                return true;
            case RemovedTable table:
                _removeTable.Run(table.Id);
                HasLeftovers = true;
                return true;
            case SavedToken token:
                _forgetTokens.Run((token.DoneAt - SavedToken.Lifetime).ToUnixTimeMilliseconds());
                _saveToken.Run(token.AccountId, token.Region, token.Token, token.Fingerprint, token.DoneAt.ToUnixTimeMilliseconds());
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
        _removeItem.Dispose();
        _saveTable.Dispose();
        _removeTable.Dispose();
        _saveToken.Dispose();
        _forgetTokens.Dispose();
        _nextTableOfItems.Dispose();
        _isTable.Dispose();
        _deletePiece.Dispose();
    }

    private object? FirstOrphan()
    {
        object? id = _nextTableOfItems.Scalar(long.MinValue);
        while (id is not null && _isTable.Scalar(id) is not null) id = _nextTableOfItems.Scalar(id);
        return id;
    }
}
