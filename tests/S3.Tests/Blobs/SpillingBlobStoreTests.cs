using RustStack.S3.Blobs;

namespace RustStack.S3.Tests.Blobs;

public sealed class SpillingBlobStoreTests
{
    private const int Limit = 200_000;

    [Theory]
    [InlineData(0, true)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(65_536, true)]
    [InlineData(65_537, false)]
    [InlineData(Limit, true)]
    [InlineData(Limit, false)]
    [InlineData(Limit + 1, true)]
    [InlineData(Limit + 1, false)]
    [InlineData(700_000, false)]
    public async Task Bytes_ComeBackAsTheyWentIn(int length, bool lengthKnown)
    {
        using var store = new SpillingBlobStore(Limit);
        byte[] bytes = Bytes(length, seed: length);
        Blob blob = await WriteAsync(store, bytes, lengthKnown ? length : null, new Random(7));
        Assert.Equal(length, blob.LengthBytes);
        Assert.Equal(length > Limit, blob is FileBlob);
        Assert.Equal(bytes, await ReadAsync(blob.Open()));
        blob.Release();
        Assert.Empty(Files(store));
    }

    [Fact]
    public async Task Ranges_AreSlicesOfTheBytes()
    {
        const int Seed = 11;
        var random = new Random(Seed);
        using var store = new SpillingBlobStore(Limit);
        byte[] first = Bytes(150_000, 1), second = Bytes(300_000, 2), third = Bytes(10, 3);
        List<Blob> parts = [];
        foreach (byte[] part in new[] { first, [], second, third }) parts.Add(await WriteAsync(store, part, null, random));
        byte[] whole = [.. first, .. second, .. third];
        Blob blob = new CompositeBlob(parts);
        for (int round = 0; round < 200; round++)
        {
            int offset = random.Next(whole.Length + 1);
            int length = random.Next(whole.Length - offset + 1);
            byte[] read = await ReadAsync(blob.Open(offset, length));
            Assert.True(read.AsSpan().SequenceEqual(whole.AsSpan(offset, length)), $"seed {Seed}, round {round}: {offset}+{length}");
        }

        blob.Release();
        Assert.Empty(Files(store));
    }

    [Fact]
    public async Task ReleasedWhileRead_IsReadToItsEndAndThenGone()
    {
        using var store = new SpillingBlobStore(Limit);
        byte[] bytes = Bytes(400_000, 5);
        Blob blob = await WriteAsync(store, bytes, null, new Random(5));
        Stream reader = blob.Open();
        blob.Release();
        Assert.Single(Files(store));
        Assert.Equal(bytes, await ReadAsync(reader));
        Assert.Empty(Files(store));
        Assert.Throws<ObjectDisposedException>(blob.AddReference);
        Assert.Throws<ObjectDisposedException>(blob.Open);
    }

    [Fact]
    public async Task AbandonedWriter_LeavesNothing()
    {
        using var store = new SpillingBlobStore(Limit);
        using (BlobWriter writer = store.CreateWriter(null))
        {
            await writer.WriteAsync(Bytes(Limit * 2, 1), CancellationToken.None);
            Assert.Single(Files(store));
        }

        Assert.Empty(Files(store));
    }

    [Fact]
    public async Task Folder_IsPrivateMadeWhenNeededAndRemoved()
    {
        var store = new SpillingBlobStore(Limit);
        Blob small = await WriteAsync(store, Bytes(Limit, 1), null, new Random(1));
        Assert.Null(store.Folder);
        Blob large = await WriteAsync(store, Bytes(Limit + 1, 1), Limit + 1, new Random(1));
        string folder = store.Folder!;
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        }

        store.Dispose();
        Assert.False(Directory.Exists(folder));
        large.Release();
        small.Release();
    }

    private static string[] Files(SpillingBlobStore store) => store.Folder is { } folder ? Directory.GetFiles(folder) : [];

    private static byte[] Bytes(int length, int seed)
    {
        byte[] bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static async Task<Blob> WriteAsync(SpillingBlobStore store, byte[] bytes, long? expectedLength, Random random)
    {
        using BlobWriter writer = store.CreateWriter(expectedLength);
        for (int at = 0; at < bytes.Length;)
        {
            int count = Math.Min(bytes.Length - at, random.Next(1, 100_000));
            await writer.WriteAsync(bytes.AsMemory(at, count), CancellationToken.None);
            at += count;
        }

        return await writer.FinishAsync(CancellationToken.None);
    }

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        await using (stream)
        {
            var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            return copy.ToArray();
        }
    }
}
