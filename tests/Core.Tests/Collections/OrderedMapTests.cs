using System.Text;
using RustStack.Core.Collections;

namespace RustStack.Core.Tests.Collections;

public sealed class OrderedMapTests
{
    [Fact]
    public void Empty_HasNothing()
    {
        var map = new OrderedMap<byte[], string, BytesComparer>();

        Assert.Equal(0, map.Count);
        Assert.False(map.TryGetValue("a"u8, out string? value));
        Assert.Null(value);
        Assert.False(map.First().IsValid);
        Assert.False(map.Last().IsValid);
        Assert.False(map.AtLeast("a"u8).IsValid);
        Assert.False(map.AtMost("a"u8).IsValid);
        Assert.False(map.Remove("a"u8, out _));
    }

    [Fact]
    public void Set_OfNewKey_AddsAndReportsNothingReplaced()
    {
        var map = new OrderedMap<byte[], string, BytesComparer>();

        Assert.False(map.Set("k"u8.ToArray(), "one", out string? previous));
        Assert.Null(previous);
        Assert.Equal(1, map.Count);
        Assert.True(map.TryGetValue("k"u8, out string? value));
        Assert.Equal("one", value);
    }

    [Fact]
    public void Set_OfPresentKey_ReplacesAndReturnsPrevious()
    {
        OrderedMap<byte[], string, BytesComparer> map = Map("k");

        Assert.True(map.Set("k"u8.ToArray(), "two", out string? previous));
        Assert.Equal("k", previous);
        Assert.Equal(1, map.Count);
    }

    [Fact]
    public void Remove_OfPresentKey_ReturnsPrevious()
    {
        OrderedMap<byte[], string, BytesComparer> map = Map("a", "b");

        Assert.True(map.Remove("a"u8.ToArray(), out string? previous));
        Assert.Equal("a", previous);
        Assert.Equal(1, map.Count);
        Assert.False(map.TryGetValue("a"u8, out _));
        Assert.False(map.Remove("a"u8.ToArray()));
    }

    [Fact]
    public void MapsOfASnapshot_AreWrittenToApart()
    {
        var map = new OrderedMap<int, int, IntComparer>();
        for (int i = 0; i < 1_000; i++) map.Set(i, i);
        OrderedMapSnapshot<int, int> snapshot = map.Snapshot();
        var one = new OrderedMap<int, int, IntComparer>(snapshot);
        var other = new OrderedMap<int, int, IntComparer>(snapshot);
        for (int i = 0; i < 1_000; i += 2)
        {
            map.Set(i, -1);
            one.Remove(i);
            other.Set(i, -2);
            other.Set(1_000 + i, i);
        }

        OrderedMapSnapshot<int, int> ofOther = other.Snapshot();
        var third = new OrderedMap<int, int, IntComparer>(ofOther);
        third.Clear();
        other.Set(1, -3);

        Assert.Equal((1_000, 500, 1_500, 0), (map.Count, one.Count, other.Count, third.Count));
        for (int i = 0; i < 1_000; i++) Assert.Equal((true, i), (snapshot.TryGetValue(new KeyProbe<int, IntComparer>(i), out int value), value));
        Assert.Equal((-1, 1), (Value(map, 0), Value(map, 1)));
        Assert.Equal((null, 1), (Value(one, 0), Value(one, 1)));
        Assert.Equal((-2, -3, 998), (Value(other, 0), Value(other, 1), Value(other, 1_998)));

        static int? Value(OrderedMap<int, int, IntComparer> map, int key) => map.TryGetValue(key, out int value) ? value : null;
    }

    [Fact]
    public void Clear_RemovesEverythingButNotFromSnapshots()
    {
        OrderedMap<byte[], string, BytesComparer> map = Map("a", "b", "c");
        OrderedMapSnapshot<byte[], string> snapshot = map.Snapshot();

        map.Clear();

        Assert.Equal(0, map.Count);
        Assert.False(map.First().IsValid);
        Assert.Equal(3, snapshot.Count);
        Assert.True(snapshot.TryGetValue("b"u8, out _));
    }

    [Theory]
    [InlineData("", "b", "b", null, null)]
    [InlineData("a", "b", "b", null, null)]
    [InlineData("b", "b", "d", "b", null)]
    [InlineData("c", "d", "d", "b", "b")]
    [InlineData("d", "d", "f", "d", "b")]
    [InlineData("da", "f", "f", "d", "d")]
    [InlineData("f", "f", null, "f", "d")]
    [InlineData("g", null, null, "f", "f")]
    public void Bounds_FindTheirNeighbours(string bound, string? atLeast, string? above, string? atMost, string? below)
    {
        OrderedMap<byte[], string, BytesComparer> map = Map("b", "d", "f");
        byte[] key = Encoding.UTF8.GetBytes(bound);

        Assert.Equal(atLeast, ValueOf(map.AtLeast(key)));
        Assert.Equal(above, ValueOf(map.Above(key)));
        Assert.Equal(atMost, ValueOf(map.AtMost(key)));
        Assert.Equal(below, ValueOf(map.Below(key)));
    }

    [Theory]
    [InlineData("a", "b", null)]
    [InlineData("b", "b/", "b")]
    [InlineData("b/", "c", "b/2")]
    [InlineData("b/2", "c", "b/2")]
    [InlineData("c", null, "c")]
    [InlineData("z", null, "c")]
    [InlineData("", null, "c")]
    public void Prefixes_AreSkippedAsAWhole(string prefix, string? above, string? atMost)
    {
        OrderedMap<byte[], string, BytesComparer> map = Map("b", "b/", "b/1", "b/2", "c");
        byte[] key = Encoding.UTF8.GetBytes(prefix);
        string? expectedAbove = prefix == "b" ? "c" : above;
        string? expectedAtMost = prefix == "b" ? "b/2" : atMost;

        Assert.Equal(expectedAbove, ValueOf(map.AbovePrefix(key)));
        Assert.Equal(expectedAtMost, ValueOf(map.AtMostPrefix(key)));
    }

    [Fact]
    public void Bytes_AreOrderedUnsigned()
    {
        var map = new OrderedMap<byte[], string, BytesComparer>();
        map.Set([0xFF], "high");
        map.Set([0x7F], "low");
        map.Set([], "empty");
        map.Set([0x7F, 0x00], "longer");

        Assert.Equal(["empty", "low", "longer", "high"], Values(map));
    }

    [Fact]
    public void Cursor_AfterAWrite_IsRefused()
    {
        OrderedMap<byte[], string, BytesComparer> map = Map("a", "b");
        OrderedMapCursor<byte[], string> cursor = map.First();
        map.Set("c"u8.ToArray(), "c");

        var error = Assert.Throws<InvalidOperationException>(() => cursor.MoveNext());
        Assert.Equal("The map was written to since the cursor was made.", error.Message);
    }

    [Fact]
    public void Cursor_OnNoEntry_HasNoKey()
    {
        OrderedMapCursor<byte[], string> cursor = Map("a").Above("a"u8);

        var error = Assert.Throws<InvalidOperationException>(() => cursor.Key);
        Assert.Equal("The cursor stands on no entry.", error.Message);
    }

    [Fact]
    public void Cursor_TurnsAroundAtBothEnds()
    {
        OrderedMap<byte[], string, BytesComparer> map = Map("a", "b");
        OrderedMapCursor<byte[], string> cursor = map.Last();

        Assert.False(cursor.MoveNext());
        Assert.False(cursor.MoveNext());
        Assert.True(cursor.MovePrevious());
        Assert.Equal("b", cursor.Value);
        Assert.True(cursor.MovePrevious());
        Assert.False(cursor.MovePrevious());
        Assert.False(cursor.MovePrevious());
        Assert.True(cursor.MoveNext());
        Assert.Equal("a", cursor.Value);
    }

    [Fact]
    public void Snapshots_WithoutAWriteBetween_AreTheSame()
    {
        OrderedMap<byte[], string, BytesComparer> map = Map("a");
        OrderedMapSnapshot<byte[], string> first = map.Snapshot();

        Assert.Same(first, map.Snapshot());
        map.Set("a"u8.ToArray(), "changed");
        Assert.NotSame(first, map.Snapshot());
        Assert.True(first.TryGetValue("a"u8, out string? value));
        Assert.Equal("a", value);
    }

    private static OrderedMap<byte[], string, BytesComparer> Map(params string[] keys)
    {
        var map = new OrderedMap<byte[], string, BytesComparer>();
        foreach (string key in keys) map.Set(Encoding.UTF8.GetBytes(key), key);
        return map;
    }

    private static string? ValueOf(OrderedMapCursor<byte[], string> cursor) => cursor.IsValid ? cursor.Value : null;

    private static List<string> Values(OrderedMapView<byte[], string> view)
    {
        var values = new List<string>();
        foreach (KeyValuePair<byte[], string> entry in view) values.Add(entry.Value);
        return values;
    }
}
