using System.Text;
using RustStack.Core.Collections;
using RustStack.S3.Blobs;
using RustStack.S3.Listing;
using RustStack.S3.Objects;

namespace RustStack.S3.Tests.Listing;

public sealed class ObjectListerTests
{
    private const int Seed = 77;

    [Fact]
    public void Pages_TogetherAreTheSortedReference()
    {
        var random = new Random(Seed);
        for (int round = 0; round < 400; round++)
        {
            List<string> keys = [.. Enumerable.Range(0, random.Next(0, 120)).Select(_ => Key(random)).Distinct()];
            string prefix = random.Next(2) == 0 ? "" : Key(random)[..1];
            string delimiter = random.Next(4) switch { 0 => "", 1 => "b/", _ => "/" };
            int pageSize = random.Next(1, 12);
            List<string> expected = Reference(keys, prefix, delimiter);

            List<string> listed = [];
            OrderedMapSnapshot<byte[], StoredObject> objects = Map(keys).Snapshot();
            var grouping = KeyGrouping.Parse(prefix, delimiter);
            byte[]? after = null;
            do
            {
                ObjectPage page = ObjectLister.List(objects, grouping, new(after, SkipsGroup: true), pageSize);
                List<string> entries = [.. page.Objects.Select(entry => Text(entry.Key)), .. page.CommonPrefixes.Select(Text)];
                entries.Sort(string.CompareOrdinal);
                listed.AddRange(entries);
                Assert.True(page.IsTruncated ? page.KeyCount == pageSize : page.KeyCount <= pageSize, $"seed {Seed}, round {round}");
                after = page.Last;
            }
            while (after is not null);

            Assert.True(
                expected.SequenceEqual(listed), $"seed {Seed}, round {round}: {string.Join(' ', expected)} | {string.Join(' ', listed)}");
        }
    }

    [Fact]
    public void StartAfter_IsAPlaceAmongTheKeys()
    {
        var random = new Random(Seed);
        for (int round = 0; round < 200; round++)
        {
            List<string> keys = [.. Enumerable.Range(0, 60).Select(_ => Key(random)).Distinct()];
            string start = Key(random);
            List<string> expected = Reference([.. keys.Where(key => string.CompareOrdinal(key, start) > 0)], "", "/");
            ObjectPage page = ObjectLister.List(
                Map(keys).Snapshot(), KeyGrouping.Parse("", "/"), new(Encoding.UTF8.GetBytes(start), SkipsGroup: false), 1000);
            List<string> listed = [.. page.Objects.Select(entry => Text(entry.Key)), .. page.CommonPrefixes.Select(Text)];
            listed.Sort(string.CompareOrdinal);
            Assert.True(expected.SequenceEqual(listed), $"seed {Seed}, round {round}: after {start}");
        }
    }

    [Fact]
    public void Keys_AreInTheOrderOfTheirUtf8Bytes()
    {
        string[] keys = ["\uFF5E", "\U0001F600", "z", "\u00E9", "Z"];
        ObjectPage page = ObjectLister.List(Map(keys).Snapshot(), KeyGrouping.Parse(null, null), default, 1000);
        Assert.Equal(["Z", "z", "\u00E9", "\uFF5E", "\U0001F600"], page.Objects.Select(entry => Text(entry.Key)));
    }

    private static List<string> Reference(List<string> keys, string prefix, string delimiter)
    {
        SortedSet<string> entries = new(StringComparer.Ordinal);
        foreach (string key in keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            int at = delimiter.Length == 0 ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
            entries.Add(at < 0 ? key : key[..(at + delimiter.Length)]);
        }

        return [.. entries];
    }

    private static OrderedMap<byte[], StoredObject, BytesComparer> Map(IEnumerable<string> keys)
    {
        OrderedMap<byte[], StoredObject, BytesComparer> map = new();
        foreach (string key in keys) map.Set(Encoding.UTF8.GetBytes(key), new() { LastModified = default, Blob = new MemoryBlob([], 0) });
        return map;
    }

    private static string Key(Random random) => new([.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => "ab/c"[random.Next(4)])]);

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
