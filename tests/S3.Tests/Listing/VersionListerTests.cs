using System.Text;
using RustStack.Core.Ids;
using RustStack.S3.Blobs;
using RustStack.S3.Listing;
using RustStack.S3.Objects;
using RustStack.S3.Tests.Objects;

namespace RustStack.S3.Tests.Listing;

public sealed class VersionListerTests
{
    private const int Seed = 42;

    private readonly IdSource _ids = new();

    [Fact]
    public void Pages_TogetherAreTheReference()
    {
        var random = new Random(Seed);
        for (int round = 0; round < 300; round++)
        {
            SortedDictionary<string, List<string>> model = new(StringComparer.Ordinal);
            VersionedObjects objects = new();
            for (int i = random.Next(0, 60); i > 0; i--) Push(objects, model, Key(random), isNull: random.Next(4) == 0);
            string prefix = random.Next(2) == 0 ? "" : Key(random)[..1];
            string delimiter = random.Next(3) == 0 ? "" : "/";
            int pageSize = random.Next(1, 8);

            List<string> listed = [];
            (byte[]? keyMarker, string? versionIdMarker) = ((byte[]?)null, (string?)null);
            VersionPage page;
            do
            {
                page = VersionLister.List(
                    objects.Snapshot(), KeyGrouping.Parse(prefix, delimiter), keyMarker, versionIdMarker, pageSize);
                List<string> entries =
                [
                    .. page.Versions.Select(version => $"{Text(version.Key)} {version.Version.Order:d9}"),
                    .. page.CommonPrefixes.Select(Text),
                ];
                Assert.True(page.IsTruncated ? entries.Count == pageSize : entries.Count <= pageSize, $"seed {Seed}, round {round}");
                listed.AddRange(entries);
                (keyMarker, versionIdMarker) = (page.Last, page.LastVersionId);
            }
            while (page.IsTruncated);

            Assert.Equal(Reference(model, prefix, delimiter), listed.Order(StringComparer.Ordinal));
            Assert.Equal(listed.Count, listed.Distinct().Count());
        }
    }

    [Fact]
    public void Marker_NeedNotBeThereAnyMore()
    {
        SortedDictionary<string, List<string>> model = new(StringComparer.Ordinal);
        VersionedObjects objects = new();
        for (int i = 0; i < 5; i++) Push(objects, model, "a", isNull: false);
        Push(objects, model, "b", isNull: false);
        List<string> ids = [.. List(objects, null, null, 1000)];
        foreach (string gone in new[] { ids[0], ids[2] })
        {
            string next = ids[ids.IndexOf(gone) + 1];
            Assert.NotNull(objects.Remove("a"u8.ToArray(), gone.Split(' ')[1]));
            Assert.Equal(next, List(objects, "a", gone.Split(' ')[1], 1).Single());
        }

        Assert.Equal("b", List(objects, "a", null, 1).Single().Split(' ')[0]);
    }

    [Fact]
    public void NullMarkerThatIsGone_BeginsWithTheKey()
    {
        SortedDictionary<string, List<string>> model = new(StringComparer.Ordinal);
        VersionedObjects objects = new();
        Push(objects, model, "a", isNull: false);
        Push(objects, model, "a", isNull: true);
        List<string> ids = [.. List(objects, null, null, 1000)];
        Assert.Equal(["a null", ids[1]], ids);
        Assert.Equal([ids[1]], List(objects, "a", VersionId.Null, 10));
        objects.Remove("a"u8.ToArray(), VersionId.Null);
        Assert.Equal([ids[1]], List(objects, "a", VersionId.Null, 10));
    }

    private static IEnumerable<string> List(VersionedObjects objects, string? keyMarker, string? versionIdMarker, int maxKeys) =>
        VersionLister.List(
            objects.Snapshot(),
            KeyGrouping.Parse(null, null),
            keyMarker is null ? null : Encoding.UTF8.GetBytes(keyMarker),
            versionIdMarker,
            maxKeys).Versions.Select(version => $"{Text(version.Key)} {version.Version.VersionId}");

    private static IEnumerable<string> Reference(SortedDictionary<string, List<string>> model, string prefix, string delimiter)
    {
        SortedSet<string> entries = new(StringComparer.Ordinal);
        foreach ((string key, List<string> versions) in model.Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            int at = delimiter.Length == 0 ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
            if (at >= 0) entries.Add(key[..(at + delimiter.Length)]);
            else entries.UnionWith(versions);
        }

        return entries;
    }

    private void Push(VersionedObjects objects, SortedDictionary<string, List<string>> model, string key, bool isNull)
    {
        long order = objects.NextOrder();
        string id = isNull ? VersionId.Null : VersionId.Create(order, _ids);
        StoredObject version = new() { LastModified = default, Blob = new MemoryBlob([], 0) };
        StoredObject? displaced = objects.Push(Encoding.UTF8.GetBytes(key), version.At(id, order));
        if (!model.TryGetValue(key, out List<string>? versions)) model[key] = versions = [];
        if (displaced is not null) versions.Remove($"{key} {displaced.Order:d9}");
        versions.Add($"{key} {order:d9}");
    }

    private static string Key(Random random)
    {
        const string Alphabet = "ab/";
        return string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
    }

    private static string Text(byte[] key) => Encoding.UTF8.GetString(key);
}
