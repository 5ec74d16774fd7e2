using RustStack.Core.Persistence;

namespace RustStack.DynamoDb.Persistence;

/// <summary>
/// Where tables are saved: what DynamoDB asks of a storage. The kinds of records are those of this folder; the storage gives back what it was
/// given and has no rules of its own.
/// </summary>
public interface ITableStorage
{
    /// <summary>Takes the changes: records of this folder.</summary>
    IJournal Journal { get; }

    /// <summary>The highest number that a table ever had, removed ones that are not forgotten yet included; 0 when there was none.</summary>
    /// <returns>The number.</returns>
    long LastTableId();

    /// <summary>The saved tables, by ascending number.</summary>
    /// <returns>The tables, one by one.</returns>
    /// <exception cref="StateException">They cannot be read.</exception>
    IEnumerable<SavedTable> Tables();

    /// <summary>The saved items of a table, by ascending key.</summary>
    /// <param name="tableId">The table's number.</param>
    /// <returns>The items, one by one.</returns>
    /// <exception cref="StateException">They cannot be read.</exception>
    IEnumerable<SavedItem> Items(long tableId);

    /// <summary>The saved tokens, in the order in which their transactions were done.</summary>
    /// <returns>The tokens, one by one.</returns>
    /// <exception cref="StateException">They cannot be read.</exception>
    IEnumerable<SavedToken> Tokens();

    /// <summary>The highest number that a stream or shard ever had, removed ones that are not forgotten yet included; 0 when there was none.</summary>
    /// <returns>The number.</returns>
    long LastStreamId();

    /// <summary>The saved streams.</summary>
    /// <returns>The streams, one by one.</returns>
    /// <exception cref="StateException">They cannot be read.</exception>
    IEnumerable<SavedStream> Streams();

    /// <summary>The saved shards of all streams.</summary>
    /// <returns>The shards, one by one.</returns>
    /// <exception cref="StateException">They cannot be read.</exception>
    IEnumerable<SavedShard> Shards();

    /// <summary>The saved records of a shard, by ascending number.</summary>
    /// <param name="shardId">The shard's number.</param>
    /// <param name="horizon">The number after which they begin.</param>
    /// <returns>The records, one by one.</returns>
    /// <exception cref="StateException">They cannot be read.</exception>
    IEnumerable<SavedStreamRecord> StreamRecords(long shardId, long horizon);
}
