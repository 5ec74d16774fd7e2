using RustStack.Core.Collections;

namespace RustStack.Core.Tests.Collections;

/// <summary>Seeded random operations on the map and on a plain sorted list beside it, snapshots alive throughout.</summary>
public sealed class OrderedMapModelTests
{
    private const int MaxSnapshots = 6;

    [Theory]
    [InlineData(1, 3_000, 40, 50)]
    [InlineData(2, 30_000, 400, 50)]
    [InlineData(3, 60_000, 20_000, 70)]
    [InlineData(4, 60_000, 5_000, 45)]
    [InlineData(5, 60_000, 100_000, 60)]
    [InlineData(6, 40_000, 10_000, 30)]
    public void RandomOperations_AgreeWithASortedList(int seed, int operations, int keySpace, int setPercent)
    {
        var random = new Random(seed);
        var map = new OrderedMap<byte[], int, BytesComparer>();
        var model = new SortedList<byte[], int>(new BytesComparer());
        var snapshots = new List<(OrderedMapSnapshot<byte[], int> View, KeyValuePair<byte[], int>[] Entries)>();
        for (int step = 0; step < operations; step++)
        {
            string context = $"seed {seed}, step {step}";
            Write(random, map, model, keySpace, PhasePercent(setPercent, step, operations), step, context);
            CheckBounds(random, map, model, keySpace, context);
            if (random.Next(operations / 20) != 0) continue;
            TreeChecker.Check(map, new BytesComparer(), context);
            if (snapshots.Count == MaxSnapshots) snapshots.RemoveAt(random.Next(MaxSnapshots));
            snapshots.Add((map.Snapshot(), [.. model]));
            foreach (var (view, entries) in snapshots) CheckAll(view, entries, context);
        }

        CheckAll(map, [.. model], $"seed {seed}, end");
        foreach (var (view, entries) in snapshots) CheckAll(view, entries, $"seed {seed}, end");
        Drain(map, model, seed);
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void OneHundredThousandInOrder_FillAndEmptyAgain(int seed, bool ascending)
    {
        const int Count = 120_000;
        var map = new OrderedMap<int, int, IntComparer>();
        for (int i = 0; i < Count; i++) map.Set(ascending ? i : Count - 1 - i, i);
        TreeChecker.Check(map, new IntComparer(), "filled");

        int[] order = [.. Enumerable.Range(0, Count)];
        new Random(seed).Shuffle(order);
        for (int i = 0; i < Count; i++)
        {
            Assert.True(map.Remove(order[i], out int previous), $"seed {seed}, key {order[i]}");
            Assert.Equal(ascending ? order[i] : Count - 1 - order[i], previous);
            if (i % 10_000 == 0) TreeChecker.Check(map, new IntComparer(), $"seed {seed}, removed {i + 1}");
        }

        Assert.Equal(0, map.Count);
        Assert.False(map.First().IsValid);
    }

    private static int PhasePercent(int setPercent, int step, int operations) =>
        (step * 6 / operations) % 3 == 2 ? 100 - setPercent : setPercent;

    private static void Write(
        Random random, OrderedMap<byte[], int, BytesComparer> map, SortedList<byte[], int> model,
        int keySpace, int setPercent, int step, string context)
    {
        byte[] key = Key(random, keySpace);
        bool had = model.TryGetValue(key, out int expected);
        bool did;
        int previous;
        if (random.Next(100) < setPercent)
        {
            did = map.Set(key, step, out previous);
            model[key] = step;
        }
        else
        {
            did = random.Next(2) == 0 ? map.Remove(key, out previous) : map.Remove(key.AsSpan(), out previous);
            model.Remove(key);
        }

        Assert.True(did == had && previous == expected, $"{context}: previous {did}/{previous}, expected {had}/{expected}");
        Assert.True(map.Count == model.Count, $"{context}: Count {map.Count}, expected {model.Count}");
    }

    private static void CheckBounds(
        Random random, OrderedMap<byte[], int, BytesComparer> map, SortedList<byte[], int> model, int keySpace, string context)
    {
        byte[] bound = Key(random, keySpace);
        int lower = LowerBound(model.Keys, bound);
        bool has = lower < model.Count && model.Keys[lower].AsSpan().SequenceEqual(bound);
        int upper = has ? lower + 1 : lower;
        bool found = map.TryGetValue(bound, out int value);
        Assert.True(found == has && (!found || value == model.Values[lower]), $"{context}: TryGetValue");
        CheckCursor(map.AtLeast(bound), model, lower, context);
        CheckCursor(map.Above(bound), model, upper, context);
        CheckCursor(map.AtMost(bound), model, upper - 1, context);
        CheckCursor(map.Below(bound), model, lower - 1, context);
    }

    private static void CheckCursor(OrderedMapCursor<byte[], int> cursor, SortedList<byte[], int> model, int index, string context)
    {
        bool exists = index >= 0 && index < model.Count;
        Assert.True(cursor.IsValid == exists, $"{context}: cursor valid {cursor.IsValid}");
        if (!exists) return;
        Assert.True(cursor.Value == model.Values[index], $"{context}: cursor value");
        Assert.True(cursor.Key.AsSpan().SequenceEqual(model.Keys[index]), $"{context}: cursor key");
    }

    private static void CheckAll(OrderedMapView<byte[], int> view, KeyValuePair<byte[], int>[] expected, string context)
    {
        TreeChecker.Check(view, new BytesComparer(), context);
        int index = 0;
        foreach (KeyValuePair<byte[], int> entry in view)
        {
            Assert.True(entry.Value == expected[index].Value, $"{context}: value {index}");
            Assert.True(entry.Key.AsSpan().SequenceEqual(expected[index].Key), $"{context}: key {index}");
            index++;
        }

        Assert.True(index == expected.Length, $"{context}: {index} entries forwards");
        for (OrderedMapCursor<byte[], int> cursor = view.Last(); cursor.IsValid; cursor.MovePrevious())
        {
            index--;
            Assert.True(cursor.Value == expected[index].Value, $"{context}: entry {index} backwards");
        }

        Assert.True(index == 0, $"{context}: {index} entries left backwards");
    }

    private static void Drain(OrderedMap<byte[], int, BytesComparer> map, SortedList<byte[], int> model, int seed)
    {
        while (map.First() is { IsValid: true } first)
        {
            Assert.True(map.Remove(first.Key), $"seed {seed}, draining");
            if (map.Count % 997 == 0) TreeChecker.Check(map, new BytesComparer(), $"seed {seed}, draining at {map.Count} of {model.Count}");
        }

        Assert.Equal(0, map.Count);
    }

    private static byte[] Key(Random random, int keySpace)
    {
        byte[] key = BitConverter.GetBytes(random.Next(keySpace));
        return key[..random.Next(1, 5)];
    }

    private static int LowerBound(IList<byte[]> keys, byte[] bound)
    {
        int low = 0;
        int high = keys.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (keys[middle].AsSpan().SequenceCompareTo(bound) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
