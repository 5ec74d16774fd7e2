using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using RustStack.Core.Persistence;
using RustStack.DynamoDb.Persistence;
using RustStack.Storage.Sqlite.Journal;
using RustStack.Storage.Sqlite.Schema;
using RustStack.Storage.Sqlite.Tables;

namespace RustStack.Storage.Sqlite.Tests.Journal;

/// <summary>The journal on a database that may not grow beyond so many pages: SQLite then says that the disk is full.</summary>
public sealed class SqliteJournalTests : IDisposable
{
    private const int Plenty = 100_000;

    private readonly TemporaryDirectory _directory = new();
    private readonly SqliteJournal _journal;
    private SqliteConnection? _connection;

    public SqliteJournalTests()
    {
        using (SqliteConnection connection = Database.Open(_directory[Database.FileName], survivesPowerLoss: false))
        {
            Migrations.Apply(connection);
            Database.Execute(connection, "INSERT INTO dynamodb_table VALUES (1, x'7B7D')");
        }

        _journal = new(Connect, TimeProvider.System, NullLogger.Instance);
    }

    public void Dispose()
    {
        _journal.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task ConcurrentChanges_AreAllSavedInOrder()
    {
        // Whoever changes state holds a lock meanwhile: so does this.
        Lock order = new();
        byte last = 0;
        await Parallel.ForAsync(0, 2_000, async (_, _) =>
        {
            JournalReceipt receipt;
            lock (order) receipt = _journal.Append([Item("key", [++last])], () => Assert.Fail("Nothing fails here."));
            await receipt.CommittedAsync();
        });

        Assert.Equal([last], Assert.Single(Items()).Data);
    }

    [Fact]
    public async Task FullDisk_TakesBackWhatWaitsTheLastFirst_AndGoesOnWhenThereIsSpace()
    {
        await _journal.Append([Item("small", [1])], () => { }).CommittedAsync();
        Limit(1);
        List<int> undone = [];
        bool wasDegraded = true;
        JournalReceipt[] receipts = [.. Enumerable.Range(0, 50).Select(i => _journal.Append([Item($"large{i}", new byte[100_000])], () =>
        {
            undone.Add(i);
            wasDegraded &= _journal.IsDegraded;
        }))];
        foreach (JournalReceipt receipt in receipts)
        {
            JournalException failure = await Assert.ThrowsAsync<JournalException>(async () => await receipt.CommittedAsync());
            Assert.Equal("The change was not saved: the disk is full.", failure.Message);
        }

        Assert.Equal(Enumerable.Range(0, 50), undone.Order());
        Assert.True(wasDegraded);
        Assert.Equal(["small"], Items().Select(static item => System.Text.Encoding.UTF8.GetString(item.Key)));

        Limit(Plenty);
        await _journal.Append([Item("after", new byte[100_000])], () => { }).CommittedAsync();
        Assert.False(_journal.IsDegraded);
        Assert.Equal(2, Items().Count);
    }

    [Fact]
    public async Task ChangesOfOneGroup_AreTakenBackInReverse()
    {
        Limit(1);
        List<int> undone = [];
        using ManualResetEventSlim blocked = new();
        using ManualResetEventSlim goOn = new();
        JournalReceipt first = _journal.Append([Item("large", new byte[100_000])], () =>
        {
            undone.Add(-1);
            blocked.Set();
            goOn.Wait(TimeSpan.FromSeconds(30));
        });
        Assert.True(blocked.Wait(TimeSpan.FromSeconds(30)));
        JournalException refusal = Assert.Throws<JournalException>(() => _journal.Append([Item("later", [1])], () => undone.Add(1)));
        Assert.Equal("The change was not saved: the disk is full.", refusal.Message);
        goOn.Set();
        await Assert.ThrowsAsync<JournalException>(async () => await first.CommittedAsync());
        Assert.Equal([-1], undone);
    }

    [Fact]
    public async Task RecordThatNobodySaves_TakesItsGroupBack()
    {
        bool undone = false;
        JournalReceipt receipt = _journal.Append([Item("a", [1]), new UnknownRecord()], () => undone = true);

        await Assert.ThrowsAsync<JournalException>(async () => await receipt.CommittedAsync());
        Assert.True(undone);
        Assert.Empty(Items());
    }

    [Fact]
    public async Task Quiet_TheProbeFindsOutThatTheDiskTakesWritesAgain()
    {
        Limit(1);
        await Assert.ThrowsAsync<JournalException>(async () => await _journal.Append([Item("large", new byte[100_000])], () => { }).CommittedAsync());
        Limit(Plenty);

        Assert.True(SpinWait.SpinUntil(() => !_journal.IsDegraded, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Disposed_SavesWhatWaitsAndRefusesTheRest()
    {
        JournalReceipt[] receipts = [.. Enumerable.Range(0, 100).Select(i => _journal.Append([Item($"k{i}", [1])], () => { }))];
        _journal.Dispose();

        foreach (JournalReceipt receipt in receipts) await receipt.CommittedAsync();
        Assert.Equal("The instance is stopping.", Assert.Throws<JournalException>(() => _journal.Append([Item("z", [1])], () => { })).Message);
        Assert.Equal(100, Items().Count);
    }

    private static SavedItem Item(string key, byte[] data) => new(1, System.Text.Encoding.UTF8.GetBytes(key), data);

    private List<SavedItem> Items() =>
        [.. new TableStorage(_journal, new(_directory[Database.FileName], new(TimeProvider.System, NullLogger.Instance))).Items(1)];

    private void Limit(int pages) => Database.Execute(_connection!, $"PRAGMA max_page_count = {pages}");

    private WriteSession Connect()
    {
        _connection = Database.Open(_directory[Database.FileName], survivesPowerLoss: false);
        return new(_connection, [static connection => new TableRecordWriter(connection)]);
    }

    private sealed record UnknownRecord : JournalRecord;
}
