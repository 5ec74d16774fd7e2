using RustStack.DynamoDb.Streams;

namespace RustStack.DynamoDb.Persistence;

/// <summary>Makes streams of what was saved.</summary>
internal static class StreamLoader
{
    /// <summary>Loads every stream, with its shards and their records.</summary>
    /// <param name="storage">Where they are saved.</param>
    /// <param name="catalog">What they are in.</param>
    /// <returns>The streams.</returns>
    /// <exception cref="Core.Persistence.StateException">They cannot be read.</exception>
    public static IEnumerable<TableStream> Streams(ITableStorage storage, StreamCatalog catalog)
    {
        ILookup<long, SavedShard> shards = storage.Shards().ToLookup(static shard => shard.StreamId);
        foreach (SavedStream saved in storage.Streams())
        {
            var stream = new TableStream(saved.Id, StreamDocument.ReadStream(saved.Definition), catalog);
            stream.Restore([.. shards[saved.Id].Select(shard => Shard(storage, stream, shard)).OrderBy(static shard => shard.Start)]);
            yield return stream;
        }
    }

    // Rows up to the horizon may be there still: they are deleted piece by piece.
    private static StreamShard Shard(ITableStorage storage, TableStream stream, SavedShard saved)
    {
        StreamShard shard = StreamDocument.ReadShard(saved, stream);
        foreach (SavedStreamRecord record in storage.StreamRecords(saved.Id, saved.Horizon)) shard.Add(StreamEntryBytes.Read(record, shard));
        return shard;
    }
}
