using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using RustStack.Core.Persistence;
using RustStack.DynamoDb.Persistence;

namespace RustStack.Storage.Sqlite.Tables;

/// <summary>Gives DynamoDB back what it saved.</summary>
/// <param name="journal">Takes its changes.</param>
/// <param name="reader">Reads the rows.</param>
internal sealed class TableStorage(IJournal journal, StateReader reader) : ITableStorage
{
    /// <inheritdoc/>
    public IJournal Journal => journal;

    /// <inheritdoc/>
    public long LastTableId() => reader.Value(static connection => connection.ExecuteScalar<long>(
        "SELECT max(coalesce((SELECT max(id) FROM dynamodb_table), 0), coalesce((SELECT max(table_id) FROM dynamodb_item), 0))"));

    /// <inheritdoc/>
    public IEnumerable<SavedTable> Tables() => reader.Rows(static connection => connection.Query<TableRow>(
        "SELECT id, definition FROM dynamodb_table ORDER BY id", buffered: false)).Select(static row => new SavedTable(row.Id, row.Definition));

    /// <inheritdoc/>
    public IEnumerable<SavedItem> Items(long tableId) => reader.Rows(connection => ReadItems(connection, tableId));

    /// <inheritdoc/>
    public IEnumerable<SavedToken> Tokens() => reader.Rows(static connection => connection.Query<TokenRow>(
        "SELECT account_id AS accountid, region, token, fingerprint, done_at AS doneat FROM dynamodb_token ORDER BY done_at", buffered: false))
        .Select(static row => new SavedToken(
            row.AccountId, row.Region, row.Token, row.Fingerprint, DateTimeOffset.FromUnixTimeMilliseconds(row.DoneAt)));

    /// <inheritdoc/>
    public long LastStreamId() => reader.Value(static connection => connection.ExecuteScalar<long>(
        """
        SELECT max(coalesce((SELECT max(id) FROM dynamodb_stream), 0), coalesce((SELECT max(id) FROM dynamodb_shard), 0),
        coalesce((SELECT max(shard_id) FROM dynamodb_stream_record), 0))
        """));

    /// <inheritdoc/>
    public IEnumerable<SavedStream> Streams() => reader.Rows(static connection => connection.Query<StreamRow>(
        "SELECT id, definition FROM dynamodb_stream ORDER BY id", buffered: false)).Select(static row => new SavedStream(row.Id, row.Definition));

    /// <inheritdoc/>
    public IEnumerable<SavedShard> Shards() => reader.Rows(static connection => connection.Query<ShardRow>(
        "SELECT id, stream_id AS streamid, horizon, definition FROM dynamodb_shard ORDER BY id", buffered: false))
        .Select(static row => new SavedShard(row.Id, row.StreamId, row.Horizon, row.Definition));

    /// <inheritdoc/>
    public IEnumerable<SavedStreamRecord> StreamRecords(long shardId, long horizon) =>
        reader.Rows(connection => ReadStreamRecords(connection, shardId, horizon));

    // Of items there may be millions: they are read without a mapper between.
    private static IEnumerable<SavedItem> ReadItems(SqliteConnection connection, long tableId)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture, $"SELECT key, data FROM dynamodb_item WHERE table_id = {tableId} ORDER BY key");
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read()) yield return new(tableId, row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1));
    }

    private static IEnumerable<SavedStreamRecord> ReadStreamRecords(SqliteConnection connection, long shardId, long horizon)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT number, data FROM dynamodb_stream_record WHERE shard_id = {shardId} AND number > {horizon} ORDER BY number");
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read()) yield return new(shardId, row.GetInt64(0), row.GetFieldValue<byte[]>(1));
    }
}
