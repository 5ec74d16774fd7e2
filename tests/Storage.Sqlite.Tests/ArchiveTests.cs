using System.Formats.Tar;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using RustStack.Core.Persistence;
using RustStack.DynamoDb.Persistence;
using RustStack.S3.Blobs;
using RustStack.Storage.Sqlite.Schema;

namespace RustStack.Storage.Sqlite.Tests;

public sealed class ArchiveTests : IDisposable
{
    private readonly TemporaryDirectory _source = new();
    private readonly TemporaryDirectory _target = new();
    private readonly TemporaryDirectory _files = new();

    public void Dispose()
    {
        _source.Dispose();
        _target.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task ExportedState_IsThereAfterAnImport()
    {
        string path = await PopulateAsync();
        await StoppedState.ExportAsync(_source.Path, _files["state.tar"], CancellationToken.None);
        await StoppedState.ImportAsync(_target.Path, _files["state.tar"], CancellationToken.None);

        using StateDirectory state = Open(_target);
        Assert.Equal("v"u8, Assert.Single(state.Tables.Items(1)).Data);
        Assert.Equal("bytes", File.ReadAllText(Path.Combine(_target.Path, path)));
    }

    [Fact]
    public async Task RunningState_IsSavedWhileItChanges_AndWhatIsDeletedMeanwhileGoesAfterwards()
    {
        using StateDirectory state = Open(_source);
        await SaveAsync(state, new SavedTable(1, "{}"u8.ToArray()), new SavedItem(1, "k"u8.ToArray(), "v"u8.ToArray()));
        Blob blob = await WriteBlobAsync(state);
        string file = Directory.EnumerateFiles(_source.Path, "*", SearchOption.AllDirectories).Single(static path => path.Contains("objects", StringComparison.Ordinal));
        using (MemoryStream archive = new())
        {
            await state.SaveAsync(new CallbackStream(archive, () =>
            {
                if (File.Exists(file) && blob.LengthBytes > 0) Release(ref blob);
            }), CancellationToken.None);
            Assert.False(File.Exists(file));
            await File.WriteAllBytesAsync(_files["state.tar"], archive.ToArray());
        }

        await StoppedState.ImportAsync(_target.Path, _files["state.tar"], CancellationToken.None);
        Assert.Equal("bytes", File.ReadAllText(Path.Combine(_target.Path, Path.GetRelativePath(_source.Path, file))));
        Assert.DoesNotContain(Directory.EnumerateFiles(_source.Path), static name => name.Contains("backup-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DirectoryInUse_IsNotExported()
    {
        using StateDirectory state = Open(_source);

        StateException refusal = await Assert.ThrowsAsync<StateException>(() => StoppedState.ExportAsync(_source.Path, _files["x"], CancellationToken.None));
        Assert.Equal($"DATA_DIR '{_source.Path}' is in use by another process.", refusal.Message);
        Assert.False(File.Exists(_files["x"]));
    }

    [Fact]
    public async Task DirectoryWithoutState_IsNotExported()
    {
        StateException refusal = await Assert.ThrowsAsync<StateException>(() => StoppedState.ExportAsync(_source.Path, _files["x"], CancellationToken.None));
        Assert.Equal($"DATA_DIR '{_source.Path}' holds no state.", refusal.Message);
    }

    [Fact]
    public async Task ExistingFile_IsNotOverwritten()
    {
        await PopulateAsync();
        await File.WriteAllTextAsync(_files["x"], "mine");

        StateException refusal = await Assert.ThrowsAsync<StateException>(() => StoppedState.ExportAsync(_source.Path, _files["x"], CancellationToken.None));
        Assert.StartsWith($"The state cannot be exported to '{_files["x"]}': ", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(_files["x"]));
    }

    [Fact]
    public async Task DirectoryWithState_IsNotOverwritten()
    {
        await PopulateAsync();
        await StoppedState.ExportAsync(_source.Path, _files["state.tar"], CancellationToken.None);

        StateException refusal = await Assert.ThrowsAsync<StateException>(() => StoppedState.ImportAsync(_source.Path, _files["state.tar"], CancellationToken.None));
        Assert.Equal($"DATA_DIR '{_source.Path}' holds state already: name an empty one, or move it away.", refusal.Message);
    }

    [Theory]
    [InlineData("../escape", "The file is no archive of a state: it holds '../escape'.")]
    [InlineData("/etc/escape", "The file is no archive of a state: it holds '/etc/escape'.")]
    [InlineData("objects/ab/../../escape", "The file is no archive of a state: it holds 'objects/ab/../../escape'.")]
    [InlineData("objects/ab/ab0000000000000000000000000000zz", "The file is no archive of a state: it holds 'objects/ab/ab0000000000000000000000000000zz'.")]
    [InlineData("objects/cd/ab000000000000000000000000000000", "The file is no archive of a state: it holds 'objects/cd/ab000000000000000000000000000000'.")]
    [InlineData("objects/ab/ab000000000000000000000000000000", "The file is no archive of a state: it holds no database.")]
    [InlineData("state.db", "The saved state is damaged: ")]
    public async Task ArchiveOfSomethingElse_LeavesNoState(string name, string message)
    {
        await using (TarWriter archive = new(File.Create(_files["bad.tar"])))
            await archive.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes("content")) });

        StateException refusal = await Assert.ThrowsAsync<StateException>(() => StoppedState.ImportAsync(_target.Path, _files["bad.tar"], CancellationToken.None));
        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_target[Database.FileName]));
        Assert.False(File.Exists(Path.Combine(_target.Path, "..", "escape")));
    }

    [Fact]
    public async Task FileThatIsNoArchive_IsRefused()
    {
        await File.WriteAllTextAsync(_files["bad.tar"], new string('x', 2_000));

        StateException refusal = await Assert.ThrowsAsync<StateException>(() => StoppedState.ImportAsync(_target.Path, _files["bad.tar"], CancellationToken.None));
        Assert.Equal("The file is no archive of a state.", refusal.Message);
    }

    private static StateDirectory Open(TemporaryDirectory directory) =>
        StateDirectory.Open(new(directory.Path, SurvivesPowerLoss: false), TimeProvider.System, NullLogger.Instance);

    private static async Task SaveAsync(StateDirectory state, params JournalRecord[] records) =>
        await state.Tables.Journal.Append(records, () => { }).CommittedAsync();

    private static async Task<Blob> WriteBlobAsync(StateDirectory state)
    {
        using BlobWriter writer = state.Buckets.Blobs.CreateWriter(null);
        await writer.WriteAsync("bytes"u8.ToArray(), CancellationToken.None);
        return await writer.FinishAsync(CancellationToken.None);
    }

    private static void Release(ref Blob blob)
    {
        blob.Release();
        blob = new MemoryBlob([], 0);
    }

    // Gives the path of the file of an object, below the directory.
    private async Task<string> PopulateAsync()
    {
        using StateDirectory state = Open(_source);
        await SaveAsync(state, new SavedTable(1, "{}"u8.ToArray()), new SavedItem(1, "k"u8.ToArray(), "v"u8.ToArray()));
        await WriteBlobAsync(state);
        return Path.GetRelativePath(_source.Path, Directory.EnumerateFiles(_source["objects"], "*", SearchOption.AllDirectories).Single());
    }
}
