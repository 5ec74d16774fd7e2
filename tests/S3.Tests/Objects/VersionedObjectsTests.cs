using System.Diagnostics;
using System.Text;
using RustStack.Core.Ids;
using RustStack.S3.Blobs;
using RustStack.S3.Listing;
using RustStack.S3.Objects;

namespace RustStack.S3.Tests.Objects;

public sealed class VersionedObjectsTests
{
    private const int Seed = 5;

    private readonly IdSource _ids = new CountedIds();

    [Fact]
    public void RandomChanges_AgreeWithLists()
    {
        var random = new Random(Seed);
        for (int round = 0; round < 100; round++)
        {
            VersionedObjects objects = new();
            SortedDictionary<string, List<string>> model = new(StringComparer.Ordinal);
            for (int step = 0; step < 60; step++)
            {
                Step(objects, model, random);
                Assert.True(
                    model.SelectMany(entry => entry.Value.Select(id => $"{entry.Key} {id}")).SequenceEqual(All(objects)),
                    $"seed {Seed}, round {round}, step {step}");
                Assert.Equal(model.Count == 0, objects.IsEmpty);
            }
        }
    }

    [Fact]
    public void Replace_KeepsPlaceAndOthers()
    {
        VersionedObjects objects = new();
        string[] ids = [.. Enumerable.Range(0, 3).Select(_ => Push(objects, "key", isNull: false).Id)];
        foreach (string id in ids)
        {
            objects.Replace("key"u8.ToArray(), objects.Find("key"u8, id)!.With(new() { StorageClass = "GLACIER" }));
            Assert.Equal(ids.Reverse().Select(version => "key " + version), All(objects));
        }

        Assert.All(ids, id => Assert.Equal("GLACIER", objects.Find("key"u8, id)!.Properties.StorageClass));
    }

    [Fact]
    public void Snapshot_KeepsWhatWasThere()
    {
        VersionedObjects objects = new();
        string[] ids = [.. Enumerable.Range(0, 5).Select(_ => Push(objects, "key", isNull: false).Id)];
        VersionedSnapshot snapshot = objects.Snapshot();
        foreach (string id in ids) objects.Remove("key"u8.ToArray(), id);
        Assert.True(objects.IsEmpty);
        Assert.Equal(5, VersionLister.List(snapshot, KeyGrouping.Parse(null, null), null, null, 1000).Versions.Count);
    }

    /// <summary>Whatever was changed, taking it back in reverse order restores each state on the way.</summary>
    [Fact]
    public void Reverts_RestoreEveryStateOnTheWay()
    {
        var random = new Random(Seed);
        for (int round = 0; round < 100; round++)
        {
            VersionedObjects objects = new();
            Stack<(string[] Before, VersionChange Change)> done = new();
            for (int step = 0; step < 60; step++)
            {
                VersionChange change = Decide(objects, $"k{random.Next(3)}", random);
                done.Push(([.. Records(objects)], change));
                objects.Apply(change);
            }

            while (done.TryPop(out (string[] Before, VersionChange Change) last))
            {
                objects.Revert(last.Change);
                Assert.True(last.Before.SequenceEqual(Records(objects)), $"seed {Seed}, round {round}, {done.Count} steps before");
            }

            Assert.True(objects.IsEmpty);
        }
    }

    /// <summary>Each step must not look at the other versions, whatever end it works at: eight times as many take some eight times as long.</summary>
    [Fact]
    public void VersionsOfOneKey_CostNothingToOneAnother()
    {
        const int Few = 12_500;
        PushAndRemove(Few);
        TimeSpan few = Enumerable.Range(0, 3).Select(_ => PushAndRemove(Few)).Max();
        TimeSpan many = PushAndRemove(8 * Few);
        Assert.True(many < few * 32, $"{Few} versions took {few}, eight times as many {many}: steps look at other versions.");
    }

    private VersionChange Decide(VersionedObjects objects, string name, Random random)
    {
        byte[] key = Encoding.UTF8.GetBytes(name);
        StoredObject[] there = [.. Versions(objects).Where(entry => entry.Key == name).Select(static entry => entry.Version)];
        StoredObject? one = there.Length == 0 ? null : there[random.Next(there.Length)];
        switch (random.Next(4))
        {
            case 0:
                return new(key, null, one);
            case 1 when one is not null:
                return new(key, one.With(new() { StorageClass = $"CLASS{random.Next()}" }), one);
            default:
                long order = objects.NextOrder();
                string id = random.Next(3) == 0 ? VersionId.Null : VersionId.Create(order, _ids);
                StoredObject version = new() { LastModified = default, Blob = new MemoryBlob([], 0) };
                return objects.Writing(key, objects.Find(key, null), version.At(id, order));
        }
    }

    private TimeSpan PushAndRemove(int count)
    {
        VersionedObjects objects = new();
        byte[] key = "key"u8.ToArray();
        var clock = Stopwatch.StartNew();
        Push(objects, "key", isNull: true);
        List<string> ids = [.. Enumerable.Range(0, count).Select(_ => Push(objects, "key", isNull: false).Id)];
        Assert.NotNull(objects.Find(key, ids[0]));
        foreach (string id in ids.Take(count / 2)) Assert.NotNull(objects.Remove(key, id));
        foreach (string id in ids.Skip(count / 2).Reverse()) Assert.NotNull(objects.Remove(key, id));
        Assert.Equal(VersionId.Null, objects.Find(key, null)!.VersionId);
        return clock.Elapsed;
    }

    private void Step(VersionedObjects objects, SortedDictionary<string, List<string>> model, Random random)
    {
        string key = $"k{random.Next(3)}";
        if (random.Next(3) == 0 && model.TryGetValue(key, out List<string>? versions))
        {
            string id = random.Next(5) == 0 ? VersionId.Null : versions[random.Next(versions.Count)];
            Assert.Equal(versions.Contains(id) ? id : null, objects.Find(Encoding.UTF8.GetBytes(key), id)?.VersionId);
            Assert.Equal(versions.Remove(id) ? id : null, objects.Remove(Encoding.UTF8.GetBytes(key), id)?.VersionId);
            if (versions.Count == 0) model.Remove(key);
            return;
        }

        (string pushed, StoredObject? displaced) = Push(objects, key, isNull: random.Next(3) == 0);
        if (!model.TryGetValue(key, out versions)) model[key] = versions = [];
        Assert.Equal(versions.Remove(pushed) ? pushed : null, displaced?.VersionId);
        versions.Insert(0, pushed);
    }

    private (string Id, StoredObject? Displaced) Push(VersionedObjects objects, string key, bool isNull)
    {
        long order = objects.NextOrder();
        string id = isNull ? VersionId.Null : VersionId.Create(order, _ids);
        StoredObject version = new() { LastModified = default, Blob = new MemoryBlob([], 0) };
        return (id, objects.Push(Encoding.UTF8.GetBytes(key), version.At(id, order)));
    }

    private static IEnumerable<string> All(VersionedObjects objects) =>
        Versions(objects).Select(static entry => $"{entry.Key} {entry.Version.VersionId}");

    private static IEnumerable<string> Records(VersionedObjects objects) =>
        Versions(objects).Select(static entry => $"{entry.Key} {entry.Version.VersionId} {entry.Version.Order} {entry.Version.Properties.StorageClass}");

    private static IEnumerable<(string Key, StoredObject Version)> Versions(VersionedObjects objects)
    {
        VersionCursor cursor = VersionCursor.AtLeast(objects.Snapshot(), []);
        string? last = null;
        for (; cursor.IsValid; cursor.MoveNext())
        {
            string key = Encoding.UTF8.GetString(cursor.Key);
            Assert.Equal(key != last, cursor.IsLatest);
            last = key;
            yield return (key, cursor.Version);
        }
    }
}
