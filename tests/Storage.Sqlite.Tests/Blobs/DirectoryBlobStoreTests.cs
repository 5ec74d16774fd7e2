using RustStack.Core.Persistence;
using RustStack.S3.Blobs;
using RustStack.S3.Persistence;
using RustStack.Storage.Sqlite.Blobs;

namespace RustStack.Storage.Sqlite.Tests.Blobs;

public sealed class DirectoryBlobStoreTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private string[] Files => Directory.Exists(_directory["objects"])
        ? [.. Directory.GetFiles(_directory["objects"], "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_directory["objects"], file))]
        : [];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Blob_IsAFileUntilItsLastReferenceGoes(bool survivesPowerLoss)
    {
        using DirectoryBlobStore store = Open(survivesPowerLoss);
        Blob blob = await WriteAsync(store, [1, 2, 3], [4, 5]);
        string file = Assert.Single(Files);
        Assert.Matches("^([0-9a-f]{2})/\\1[0-9a-f]{30}$", file);
        Assert.Equal([1, 2, 3, 4, 5], await ReadAsync(blob, 0, 5));
        Assert.Equal([3, 4], await ReadAsync(blob, 2, 2));

        Stream reader = blob.Open();
        blob.Release();
        Assert.Equal([file], Files);
        await reader.DisposeAsync();
        Assert.Empty(Files);
    }

    [Fact]
    public async Task EmptyBlob_HasNoFile()
    {
        using DirectoryBlobStore store = Open();
        Blob blob = await WriteAsync(store);
        Assert.Equal(0, blob.LengthBytes);
        Assert.Empty(References(blob));
        Assert.Empty(Files);
    }

    [Fact]
    public async Task UnfinishedBlob_LeavesNothing()
    {
        using DirectoryBlobStore store = Open();
        using (BlobWriter writer = store.CreateWriter(null))
        {
            await writer.WriteAsync(new byte[100], CancellationToken.None);
            Assert.StartsWith("tmp/", Assert.Single(Files), StringComparison.Ordinal);
        }

        Assert.Empty(Files);
    }

    [Fact]
    public async Task DisposedStore_KeepsItsFiles_AndTheNextFindsThem()
    {
        BlobReference reference;
        using (DirectoryBlobStore store = Open()) reference = References(await WriteAsync(store, [7, 8, 9])).Single();

        using DirectoryBlobStore next = Open();
        Blob blob = next.Find(reference);
        Assert.Equal((0, 0), next.EndLoad());
        Assert.Equal([7, 8, 9], await ReadAsync(blob, 0, 3));
    }

    [Fact]
    public async Task BlobThatTwoRowsName_GoesWithTheSecond()
    {
        BlobReference reference;
        using (DirectoryBlobStore store = Open()) reference = References(await WriteAsync(store, [1])).Single();
        using DirectoryBlobStore next = Open();
        Blob blob = next.Find(reference);
        Assert.Same(blob, next.Find(reference));
        next.EndLoad();
        blob.Release();
        Assert.Single(Files);
        blob.Release();
        Assert.Empty(Files);
    }

    [Fact]
    public async Task Orphans_AreSwept_AndNothingElse()
    {
        BlobReference kept;
        using (DirectoryBlobStore store = Open())
        {
            await WriteAsync(store, [1]);
            await WriteAsync(store, [2]);
            kept = References(await WriteAsync(store, [3])).Single();
        }

        File.WriteAllText(_directory["objects/tmp/0123"], "half");
        File.WriteAllText(_directory["objects/README"], "not ours");
        using DirectoryBlobStore next = Open();
        Blob blob = next.Find(kept);
        Assert.Equal((3, 0), next.EndLoad());
        Assert.Equal([3], await ReadAsync(blob, 0, 1));
        Assert.Equal(2, Files.Length);
    }

    [Fact]
    public async Task MissingOrShortFiles_AreCounted()
    {
        List<BlobReference> references = [];
        using (DirectoryBlobStore store = Open())
        {
            for (byte i = 0; i < 3; i++) references.AddRange(References(await WriteAsync(store, [i, i])));
        }

        string[] files = [.. Files.Order().Select(file => _directory[$"objects/{file}"])];
        File.Delete(files[0]);
        File.WriteAllText(files[1], "x");
        using DirectoryBlobStore next = Open();
        foreach (BlobReference reference in references) next.Find(reference);
        Assert.Equal((0, 2), next.EndLoad());
    }

    [Fact]
    public async Task FolderThatCannotBeWritten_IsAJournalException()
    {
        File.WriteAllText(_directory["objects"], "a file in the way");
        using DirectoryBlobStore store = Open();
        using BlobWriter writer = store.CreateWriter(3);
        JournalException failure = await Assert.ThrowsAsync<JournalException>(
            async () => await writer.WriteAsync(new byte[3], CancellationToken.None));
        Assert.Equal("The bytes were not saved: the disk failed.", failure.Message);
    }

    [Fact]
    public async Task FailedWrite_IsRemembered_UntilOneSucceeds()
    {
        BlobFolder folder = new(_directory["objects"], survivesPowerLoss: false);
        using DirectoryBlobStore store = new(folder, new SeededIds(3));
        File.WriteAllText(_directory["objects"], "a file in the way");
        await Assert.ThrowsAsync<JournalException>(() => WriteAsync(store, [1]));
        Assert.True(folder.IsDegraded);
        File.Delete(_directory["objects"]);
        await WriteAsync(store, [1]);
        Assert.False(folder.IsDegraded);
    }

    [Fact]
    public async Task FileThatCannotBeMoved_LeavesNothing()
    {
        using DirectoryBlobStore store = Open();
        using (BlobWriter writer = store.CreateWriter(3))
        {
            await writer.WriteAsync(new byte[3], CancellationToken.None);
            string name = Path.GetFileName(Assert.Single(Files));
            File.WriteAllText(_directory[$"objects/{name[..2]}"], "a file in the way");
            await Assert.ThrowsAsync<JournalException>(async () => await writer.FinishAsync(CancellationToken.None));
        }

        Assert.Single(Files);
    }

    private DirectoryBlobStore Open(bool survivesPowerLoss = true) => new(new BlobFolder(_directory["objects"], survivesPowerLoss), new SeededIds(1 + Files.Length));

    private static List<BlobReference> References(Blob blob)
    {
        List<BlobReference> references = [];
        blob.AddReferencesTo(references);
        return references;
    }

    private static async Task<Blob> WriteAsync(DirectoryBlobStore store, params byte[][] pieces)
    {
        using BlobWriter writer = store.CreateWriter(null);
        foreach (byte[] piece in pieces) await writer.WriteAsync(piece, CancellationToken.None);
        return await writer.FinishAsync(CancellationToken.None);
    }

    private static async Task<byte[]> ReadAsync(Blob blob, long offset, long lengthBytes)
    {
        await using Stream stream = blob.Open(offset, lengthBytes);
        using MemoryStream copy = new();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
