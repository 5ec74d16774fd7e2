using System.Diagnostics;
using System.Globalization;
using System.Text;
using RustStack.Core.Collections;
using RustStack.S3.Blobs;
using RustStack.S3.Listing;
using RustStack.S3.Objects;
using RustStack.S3.Tests.Objects;

namespace RustStack.S3.Tests.Listing;

/// <summary>A bucket of a hundred thousand keys: a page costs what it shows, wherever it begins.</summary>
public sealed class ListingCostTests
{
    private const int Keys = 100_000;
    private const int Folders = 500;
    private const int Pages = 20_000;
    private const long MaxPageBytes = 200_000;

    private static readonly OrderedMapSnapshot<byte[], StoredObject> Objects = Fill();

    [Theory]
    [InlineData("", 0)]
    [InlineData("/", 0)]
    [InlineData("/", 3)]
    public void Pages_AllocateWhatTheyShow(string delimiter, int pagesAtMost)
    {
        OrderedMapSnapshot<byte[], StoredObject> objects = Objects;
        var grouping = KeyGrouping.Parse(pagesAtMost > 0 ? "d0000/" : null, delimiter);
        (byte[]? after, int entries, int pages) = ((byte[]?)null, 0, 0);
        do
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            ObjectPage page = ObjectLister.List(objects, grouping, new(after, SkipsGroup: true), 100);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < MaxPageBytes, $"page {pages} allocates {allocated} bytes");
            (after, entries, pages) = (page.Last, entries + page.KeyCount, pages + 1);
        }
        while (after is not null);

        int expected = pagesAtMost > 0 ? Keys / Folders : delimiter.Length > 0 ? Folders : Keys;
        Assert.Equal(expected, entries);
        Assert.Equal((expected + 99) / 100, pages);
    }

    /// <summary>Pages of one entry at the far end: two thousand million steps if each looked at all keys.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public void Pages_DoNotLookAtOtherKeys(string delimiter)
    {
        var grouping = KeyGrouping.Parse(null, delimiter);
        byte[] after = Encoding.UTF8.GetBytes(Key(Keys - 2));
        var clock = Stopwatch.StartNew();
        for (int i = 0; i < Pages; i++) ObjectLister.List(Objects, grouping, new(after, SkipsGroup: false), 1);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}: a page looks at keys that it does not show.");
    }

    /// <summary>Three delete markers before every object: each page looks at those between its own objects, not at those before.</summary>
    [Fact]
    public void Pages_PassEveryDeleteMarkerAtMostTwice()
    {
        OrderedMap<byte[], StoredObject, BytesComparer> map = new();
        StoredObject version = new() { LastModified = default, Blob = new MemoryBlob([], 0) };
        var marker = StoredObject.Marker(default);
        for (int i = 0; i < Keys; i++) map.Set(Encoding.UTF8.GetBytes(Key(i)), i % 4 == 3 ? version : marker);
        OrderedMapSnapshot<byte[], StoredObject> objects = map.Snapshot();
        var grouping = KeyGrouping.Parse(null, null);
        (byte[]? after, int entries) = (null, 0);
        var clock = Stopwatch.StartNew();
        do
        {
            ObjectPage page = ObjectLister.List(objects, grouping, new(after, SkipsGroup: true), 1);
            (after, entries) = (page.Last, entries + page.KeyCount);
        }
        while (after is not null);

        Assert.Equal(Keys / 4, entries);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}: a page looks at markers that earlier pages passed.");
    }

    [Fact]
    public void VersionPages_DoNotLookAtOtherVersions()
    {
        VersionedObjects objects = new();
        CountedIds ids = new();
        byte[] key = "key"u8.ToArray();
        for (int i = 0; i < Keys; i++)
        {
            long order = objects.NextOrder();
            StoredObject version = new() { LastModified = default, Blob = new MemoryBlob([], 0) };
            objects.Push(key, version.At(VersionId.Create(order, ids), order));
        }

        VersionedSnapshot snapshot = objects.Snapshot();
        var grouping = KeyGrouping.Parse(null, null);
        string last = VersionLister.List(snapshot, grouping, null, null, Keys - 1).LastVersionId!;
        var clock = Stopwatch.StartNew();
        for (int i = 0; i < Pages; i++) Assert.Single(VersionLister.List(snapshot, grouping, key, last, 1).Versions);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}: a page looks at versions that it does not show.");
    }

    private static OrderedMapSnapshot<byte[], StoredObject> Fill()
    {
        OrderedMap<byte[], StoredObject, BytesComparer> map = new();
        StoredObject version = new() { LastModified = default, Blob = new MemoryBlob([], 0) };
        for (int i = 0; i < Keys; i++) map.Set(Encoding.UTF8.GetBytes(Key(i)), version);
        return map.Snapshot();
    }

    private static string Key(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"d{number / (Keys / Folders):d4}/key{number:d6}");
}
