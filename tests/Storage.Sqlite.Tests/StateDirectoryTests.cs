using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using RustStack.Core.Persistence;
using RustStack.DynamoDb.Persistence;
using RustStack.Storage.Sqlite.Directories;
using RustStack.Storage.Sqlite.Schema;

namespace RustStack.Storage.Sqlite.Tests;

public sealed class StateDirectoryTests : IDisposable
{
    private const string Damaged = "Restore it from a backup, or move it away.";

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Reopened_HasWhatWasSaved()
    {
        using (StateDirectory state = Open())
        {
            await SaveAsync(state, Table(7, "first"), Item(7, "b", "2"), Item(7, "a", "1"), Item(7, "c", "3"));
            await SaveAsync(state, Table(7, "second"), new RemovedItem(7, "c"u8.ToArray()), Item(7, "a", "4"));
        }

        using StateDirectory reopened = Open();
        Assert.Equal(["second"], reopened.Tables.Tables().Select(static table => Encoding.UTF8.GetString(table.Definition)));
        Assert.Equal(["a=4", "b=2"], Items(reopened, 7));
    }

    [Fact]
    public async Task Killed_HasWhatWasCommitted()
    {
        using StateDirectory state = Open();
        await SaveAsync(state, Table(1, "table"), Item(1, "a", "1"));
        using TemporaryDirectory copy = _directory.Copy();

        using StateDirectory survivor = Open(copy.Path);
        Assert.Equal(["a=1"], Items(survivor, 1));
    }

    [Fact]
    public async Task StoppedDirectory_HasNoLogLeft()
    {
        using (StateDirectory state = Open()) await SaveAsync(state, Table(1, "table"), Item(1, "a", "1"));

        Assert.Equal([DirectoryLock.FileName, Database.FileName], Directory.EnumerateFiles(_directory.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void SecondProcess_IsRefused()
    {
        using StateDirectory state = Open();

        Assert.Equal($"DATA_DIR '{_directory.Path}' is in use by another process.", Refused());
    }

    [Fact]
    public void DirectoryThatCannotBeMade_IsRefused()
    {
        File.WriteAllText(_directory["file"], "");
        string path = Path.Combine(_directory["file"], "state");

        string message = Assert.Throws<StateException>(() => Open(path)).Message;
        Assert.StartsWith($"DATA_DIR '{path}' cannot be written: ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void NewerSchema_IsRefusedAndNothingChanges()
    {
        Open().Dispose();
        Execute("PRAGMA user_version = 9999");
        Dictionary<string, string> before = _directory.Contents();

        Assert.Equal(
            $"The saved state was written by a newer version of RustStack (schema 9999; this one knows {Migrations.Latest}): use that version.", Refused());
        Assert.Equal(before, _directory.Contents());
    }

    [Fact]
    public void DatabaseOfAnotherProgram_IsRefusedAndNothingChanges()
    {
        Execute("CREATE TABLE theirs (x); PRAGMA application_id = 77");
        Dictionary<string, string> before = _directory.Contents();

        Assert.Equal($"'{_directory[Database.FileName]}' is another program's database: name another DATA_DIR.", Refused());
        before[DirectoryLock.FileName] = "";
        Assert.Equal(before, _directory.Contents());
    }

    [Fact]
    public void FileThatIsNoDatabase_IsRefused()
    {
        File.WriteAllText(_directory[Database.FileName], "not a database at all");

        Assert.Equal($"The saved state is damaged: '{_directory[Database.FileName]}' is not a database. {Damaged}", Refused());
    }

    [Fact]
    public async Task CorruptPageAfterAKill_IsRefusedAndNothingChanges()
    {
        using TemporaryDirectory killed = await KilledWithManyItemsAsync();
        using (FileStream file = new(killed[Database.FileName], FileMode.Open))
        {
            file.Position = 5 * 8192;
            file.Write(new byte[8192]);
        }

        Dictionary<string, string> before = killed.Contents();
        string message = Assert.Throws<StateException>(() => Open(killed.Path)).Message;

        Assert.StartsWith("The saved state ", message, StringComparison.Ordinal);
        Assert.EndsWith(Damaged, message, StringComparison.Ordinal);
        Assert.Equal(before, killed.Contents());
    }

    [Fact]
    public async Task CutLog_LeavesWhatWasCommittedBeforeTheCut()
    {
        using StateDirectory state = Open();
        await SaveAsync(state, Table(1, "table"));
        for (int i = 0; i < 20; i++) await SaveAsync(state, Item(1, $"k{i:d2}", "v"), Item(1, $"l{i:d2}", "v"));
        using TemporaryDirectory copy = _directory.Copy();
        using (FileStream log = new(copy[Database.FileName + "-wal"], FileMode.Open)) log.SetLength(log.Length / 2);

        using StateDirectory survivor = Open(copy.Path);
        string[] items = [.. Items(survivor, 1)];
        Assert.NotEmpty(items);
        Assert.True(items.Length < 40);
        Assert.Equal(items.Where(static item => item[0] == 'k').Select(static item => item[1..]), items.Where(static item => item[0] == 'l').Select(static item => item[1..]));
    }

    [Fact]
    public async Task ItemsOfARemovedTable_AreForgotten()
    {
        using (StateDirectory state = Open())
        {
            await SaveAsync(state, [Table(1, "gone"), Table(2, "stays"), Item(2, "a", "1"), .. Enumerable.Range(0, 5_000).Select(i => Item(1, $"k{i}", "v"))]);
            await SaveAsync(state, new RemovedTable(1));
        }

        using (StateDirectory reopened = Open())
        {
            Assert.Equal(2, reopened.Tables.LastTableId());
            await SaveAsync(reopened, Item(2, "b", "2"));
        }

        using StateDirectory again = Open();
        Assert.Equal(["a=1", "b=2"], Items(again, 2));
        Assert.True(SpinWait.SpinUntil(() => !Items(again, 1).Any(), TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Tokens_AreKeptForTenMinutes()
    {
        DateTimeOffset time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        using StateDirectory state = Open();
        await SaveAsync(state, Token("old", time), Token("young", time.AddMinutes(9)), Token("new", time.AddMinutes(11)));

        Assert.Equal(["young", "new"], state.Tables.Tokens().Select(static token => token.Token));
        Assert.Equal(time.AddMinutes(9), state.Tables.Tokens().First().DoneAt);
    }

    private static SavedToken Token(string token, DateTimeOffset doneAt) => new("000000000000", "us-east-1", token, new byte[16], doneAt);

    private static SavedTable Table(long id, string definition) => new(id, Encoding.UTF8.GetBytes(definition));

    private static SavedItem Item(long tableId, string key, string data) => new(tableId, Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(data));

    private static IEnumerable<string> Items(StateDirectory state, long tableId) =>
        state.Tables.Items(tableId).Select(static item => $"{Encoding.UTF8.GetString(item.Key)}={Encoding.UTF8.GetString(item.Data)}");

    private static async Task SaveAsync(StateDirectory state, params JournalRecord[] records) =>
        await state.Tables.Journal.Append(records, () => { }).CommittedAsync();

    private static StateDirectory Open(string path) => StateDirectory.Open(new(path, SurvivesPowerLoss: false), TimeProvider.System, NullLogger.Instance);

    private StateDirectory Open() => Open(_directory.Path);

    private string Refused() => Assert.Throws<StateException>(Open).Message;

    private async Task<TemporaryDirectory> KilledWithManyItemsAsync()
    {
        using (StateDirectory state = Open())
            await SaveAsync(state, [Table(1, "table"), .. Enumerable.Range(0, 2_000).Select(i => Item(1, $"k{i}", new string('v', 500)))]);
        using StateDirectory running = Open();
        await SaveAsync(running, Item(1, "last", "1"));
        return _directory.Copy();
    }

    private void Execute(string sql)
    {
        using SqliteConnection connection = Database.Open(_directory[Database.FileName], survivesPowerLoss: false);
        Database.CheckpointOnClose(connection);
        Database.Execute(connection, sql);
    }
}
