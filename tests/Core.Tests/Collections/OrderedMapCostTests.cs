using System.Buffers.Binary;
using RustStack.Core.Collections;

namespace RustStack.Core.Tests.Collections;

[Collection("measures allocation")]
public sealed class OrderedMapCostTests
{
    private const int MaxOverheadBytes = 40;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AMillionEntries_CostAtMostFortyBytesEachBesideTheirKeys(bool ascending)
    {
        const int Count = 1_000_000;
        byte[][] keys = new byte[Count][];
        for (int i = 0; i < Count; i++) BinaryPrimitives.WriteInt32BigEndian(keys[i] = new byte[4], i);
        if (!ascending) new Random(11).Shuffle(keys);
        object value = new();
        long before = GC.GetTotalMemory(forceFullCollection: true);

        var map = new OrderedMap<byte[], object, BytesComparer>();
        foreach (byte[] key in keys) map.Set(key, value);

        double overhead = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / Count;
        Assert.True(overhead <= MaxOverheadBytes, $"{overhead:F1} bytes per entry");
        GC.KeepAlive(map);
        GC.KeepAlive(keys);
    }

    [Fact]
    public void SearchesAndSteps_AllocateNothing()
    {
        var map = new OrderedMap<byte[], int, BytesComparer>();
        for (int i = 0; i < 10_000; i++) map.Set(BitConverter.GetBytes(i), i);
        Span<byte> bound = [1, 2];
        Walk(map, bound);

        long before = GC.GetAllocatedBytesForCurrentThread();
        long sum = Walk(map, bound);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.True(sum > 0);
    }

    [Fact]
    public void AWriteAfterASnapshot_CopiesItsPathOnly()
    {
        var map = new OrderedMap<int, int, IntComparer>();
        for (int i = 0; i < 100_000; i++) map.Set(i, i);
        map.Snapshot();
        map.Set(1, 1);
        map.Snapshot();

        long before = GC.GetAllocatedBytesForCurrentThread();
        map.Set(50_000, 1);
        long first = GC.GetAllocatedBytesForCurrentThread() - before;
        map.Set(50_000, 2);
        long second = GC.GetAllocatedBytesForCurrentThread() - before - first;

        Assert.InRange(first, 1, 8_192);
        Assert.Equal(0, second);
    }

    private static long Walk(OrderedMap<byte[], int, BytesComparer> map, ReadOnlySpan<byte> bound)
    {
        long sum = 0;
        for (OrderedMapCursor<byte[], int> cursor = map.AtLeast(bound); cursor.IsValid; cursor.MoveNext()) sum += cursor.Value;
        for (OrderedMapCursor<byte[], int> cursor = map.Below(bound); cursor.IsValid; cursor.MovePrevious()) sum += cursor.Value;
        return map.TryGetValue(bound, out int value) ? value : sum;
    }
}
