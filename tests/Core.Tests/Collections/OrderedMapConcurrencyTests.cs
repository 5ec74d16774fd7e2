using RustStack.Core.Collections;

namespace RustStack.Core.Tests.Collections;

public sealed class OrderedMapConcurrencyTests
{
    /// <summary>Every entry of one generation has the generation as its value, so that a torn snapshot shows more than one.</summary>
    [Fact]
    public async Task SnapshotsReadWhileTheWriterGoesOn_AreOfOneMoment()
    {
        const int Keys = 5_000;
        const int Generations = 30;
        var map = new OrderedMap<int, int, IntComparer>();
        for (int i = 0; i < Keys; i++) map.Set(i, 0);
        var readers = new List<Task>();
        for (int generation = 1; generation <= Generations; generation++)
        {
            OrderedMapSnapshot<int, int> snapshot = map.Snapshot();
            int expected = generation - 1;
            readers.Add(Task.Run(() => ReadAll(snapshot, Keys, expected)));
            for (int i = 0; i < Keys; i++)
            {
                map.Set(i, generation);
                if (i % 3 == 0) map.Remove(i);
                if (i % 3 == 0) map.Set(i, generation);
            }
        }

        await Task.WhenAll(readers);
        ReadAll(map, Keys, Generations);
    }

    private static void ReadAll(OrderedMapView<int, int> view, int count, int expected)
    {
        for (int round = 0; round < 3; round++)
        {
            int seen = 0;
            for (OrderedMapCursor<int, int> cursor = view.First(); cursor.IsValid; cursor.MoveNext())
            {
                Assert.Equal(seen++, cursor.Key);
                Assert.Equal(expected, cursor.Value);
            }

            Assert.Equal(count, seen);
            Assert.True(view.TryGetValue(new KeyProbe<int, IntComparer>(count / 2), out int value));
            Assert.Equal(expected, value);
        }
    }
}
