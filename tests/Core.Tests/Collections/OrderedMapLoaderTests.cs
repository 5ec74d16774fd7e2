using RustStack.Core.Collections;

namespace RustStack.Core.Tests.Collections;

public sealed class OrderedMapLoaderTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(56)]
    [InlineData(57)]
    [InlineData(64)]
    [InlineData(56 * 56)]
    [InlineData((56 * 56) + 1)]
    [InlineData(200_003)]
    public void AscendingEntries_MakeTheMap(int count)
    {
        var loader = new OrderedMapLoader<int, int, IntComparer>();
        for (int i = 0; i < count; i++) loader.Add(i * 2, i);
        OrderedMap<int, int, IntComparer> map = loader.ToMap();

        Assert.Equal(count, map.Count);
        TreeChecker.Check(map, new IntComparer(), $"{count} loaded");
        int expected = 0;
        foreach (KeyValuePair<int, int> entry in map) Assert.Equal(new(expected * 2, expected++), entry);
        Assert.Equal(count, expected);
    }

    [Fact]
    public void LoadedMap_TakesWrites()
    {
        var loader = new OrderedMapLoader<int, int, IntComparer>();
        for (int i = 0; i < 10_000; i++) loader.Add(i * 2, i);
        OrderedMap<int, int, IntComparer> map = loader.ToMap();
        OrderedMapSnapshot<int, int> snapshot = map.Snapshot();

        for (int i = 0; i < 10_000; i++) map.Set((i * 2) + 1, i);
        for (int i = 0; i < 10_000; i++) Assert.True(map.Remove(i * 2));

        TreeChecker.Check(map, new IntComparer(), "written");
        TreeChecker.Check(snapshot, new IntComparer(), "snapshot");
        Assert.Equal(10_000, map.Count);
        Assert.Equal(1, map.First().Key);
        Assert.Equal(0, snapshot.First().Key);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public void KeyNotAfterTheOneBefore_IsRefused(int key)
    {
        var loader = new OrderedMapLoader<int, int, IntComparer>();
        loader.Add(5, 0);

        var error = Assert.Throws<ArgumentException>(() => loader.Add(key, 0));
        Assert.Equal("Keys must ascend. (Parameter 'key')", error.Message);
    }

    [Fact]
    public void FinishedLoader_IsOfNoFurtherUse()
    {
        var loader = new OrderedMapLoader<int, int, IntComparer>();
        loader.ToMap();

        Assert.Throws<InvalidOperationException>(() => loader.Add(1, 1));
        Assert.Throws<InvalidOperationException>(loader.ToMap);
    }
}
