using RustStack.Core.Persistence;
using RustStack.DynamoDb.Persistence;

namespace RustStack.DynamoDb.Tests.Persistence;

/// <summary>A storage whose commits a test decides: nothing that was appended is saved, or refused, before it says so.</summary>
internal sealed class HeldJournal : ITableStorage, IJournal
{
    private readonly List<Action> _undos = [];
    private TaskCompletionSource _commit = new();

    public IJournal Journal => this;

    /// <summary>Everything that was appended, in order.</summary>
    public List<JournalRecord> Records { get; } = [];

    public JournalReceipt Append(ReadOnlySpan<JournalRecord> records, Action undo)
    {
        lock (_undos)
        {
            Records.AddRange(records);
            _undos.Add(undo);
            return new(_commit.Task);
        }
    }

    public void Save() => Next().SetResult();

    public void Fail()
    {
        for (int i = _undos.Count - 1; i >= 0; i--) _undos[i]();
        Next().SetException(new JournalException("The disk is full."));
    }

    public long LastTableId() => 0;

    public IEnumerable<SavedTable> Tables() => [];

    public IEnumerable<SavedItem> Items(long tableId) => [];

    public IEnumerable<SavedToken> Tokens() => [];

    public long LastStreamId() => 0;

    public IEnumerable<SavedStream> Streams() => [];

    public IEnumerable<SavedShard> Shards() => [];

    public IEnumerable<SavedStreamRecord> StreamRecords(long shardId, long horizon) => [];

    private TaskCompletionSource Next()
    {
        _undos.Clear();
        TaskCompletionSource commit = _commit;
        _commit = new();
        return commit;
    }
}
