using Microsoft.Data.Sqlite;
using RustStack.Core.Persistence;
using RustStack.DynamoDb.Persistence;
using RustStack.Storage.Sqlite.Journal;

namespace RustStack.Storage.Sqlite.Tables;

/// <summary>
/// Writes what DynamoDB Streams saves. Records that were trimmed, or whose shard is gone, may be many; they are deleted piece by piece when
/// nothing else is to be done.
/// </summary>
/// <param name="connection">The connection that writes.</param>
internal sealed class StreamRecordWriter(SqliteConnection connection) : IRecordWriter
{
    private const int RecordsInPiece = 2_000;

    private readonly PreparedStatement _saveRecord = new(
        connection,
        "INSERT OR REPLACE INTO dynamodb_stream_record (shard_id, number, data) VALUES (?1, ?2, ?3)",
        SqliteType.Integer,
        SqliteType.Integer,
        SqliteType.Blob);

    private readonly PreparedStatement _saveStream = new(
        connection,
        "INSERT INTO dynamodb_stream (id, definition) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET definition = excluded.definition",
        SqliteType.Integer,
        SqliteType.Blob);

    private readonly PreparedStatement _saveShard = new(
        connection,
        """
        INSERT INTO dynamodb_shard (id, stream_id, horizon, definition) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (id) DO UPDATE SET horizon = excluded.horizon, definition = excluded.definition
        """,
        SqliteType.Integer,
        SqliteType.Integer,
        SqliteType.Integer,
        SqliteType.Blob);

    private readonly PreparedStatement _trimShard = new(
        connection, "UPDATE dynamodb_shard SET horizon = ?2 WHERE id = ?1", SqliteType.Integer, SqliteType.Integer);

    private readonly PreparedStatement _removeShard = new(connection, "DELETE FROM dynamodb_shard WHERE id = ?1", SqliteType.Integer);

    private readonly PreparedStatement _removeShards = new(connection, "DELETE FROM dynamodb_shard WHERE stream_id = ?1", SqliteType.Integer);

    private readonly PreparedStatement _removeStream = new(connection, "DELETE FROM dynamodb_stream WHERE id = ?1", SqliteType.Integer);

    private readonly PreparedStatement _nextShardOfRecords = new(
        connection, "SELECT min(shard_id) FROM dynamodb_stream_record WHERE shard_id > ?1", SqliteType.Integer);

    // Everything goes of a shard that is not there any more.
    private readonly PreparedStatement _horizon = new(
        connection, $"SELECT coalesce((SELECT horizon FROM dynamodb_shard WHERE id = ?1), {long.MaxValue})", SqliteType.Integer);

    private readonly PreparedStatement _hasTrimmed = new(
        connection,
        "SELECT 1 FROM dynamodb_stream_record WHERE shard_id = ?1 AND number <= ?2 LIMIT 1",
        SqliteType.Integer,
        SqliteType.Integer);

    private readonly PreparedStatement _deletePiece = new(
        connection,
        $"""
        DELETE FROM dynamodb_stream_record WHERE shard_id = ?1 AND number IN (
        SELECT number FROM dynamodb_stream_record WHERE shard_id = ?1 AND number <= ?2 ORDER BY number LIMIT {RecordsInPiece})
        """,
        SqliteType.Integer,
        SqliteType.Integer);

    /// <inheritdoc/>
    public bool HasLeftovers { get; private set; } = true;

    /// <inheritdoc/>
    public bool TryWrite(JournalRecord record)
    {
        switch (record)
        {
            case SavedStreamRecord saved:
                _saveRecord.Run(saved.ShardId, saved.Number, saved.Data);
                return true;
            case SavedStream stream:
                _saveStream.Run(stream.Id, stream.Definition);
                return true;
            case SavedShard shard:
                _saveShard.Run(shard.Id, shard.StreamId, shard.Horizon, shard.Definition);
                return true;
            case TrimmedShard shard:
                _trimShard.Run(shard.Id, shard.Horizon);
                HasLeftovers = true;
                return true;
            case RemovedShard shard:
                _removeShard.Run(shard.Id);
                HasLeftovers = true;
                return true;
            case RemovedStream stream:
                _removeStream.Run(stream.Id);
                _removeShards.Run(stream.Id);
                HasLeftovers = true;
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public void Tidy()
    {
        HasLeftovers = FirstTrimmed() is var (id, horizon) && _deletePiece.Run(id, horizon) >= 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _saveRecord.Dispose();
        _saveStream.Dispose();
        _saveShard.Dispose();
        _trimShard.Dispose();
        _removeShard.Dispose();
        _removeShards.Dispose();
        _removeStream.Dispose();
        _nextShardOfRecords.Dispose();
        _horizon.Dispose();
        _hasTrimmed.Dispose();
        _deletePiece.Dispose();
    }

    private (object Id, object Horizon)? FirstTrimmed()
    {
        for (object? id = _nextShardOfRecords.Scalar(long.MinValue); id is not null; id = _nextShardOfRecords.Scalar(id))
        {
            object horizon = _horizon.Scalar(id)!;
            if (_hasTrimmed.Scalar(id, horizon) is not null) return (id, horizon);
        }

        return null;
    }
}
