using System.Globalization;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Streams;

namespace RustStack.DynamoDb.Tests.Streams;

public sealed class EntryQueueTests
{
    [Fact]
    public void RandomSteps_AreThoseOfAList()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            Random random = new(seed);
            EntryQueue queue = new();
            List<StreamEntry> list = [];
            long number = 0;
            for (int step = 0; step < 3_000; step++)
            {
                // Phases of growing and of shrinking, so that the ring wraps and is resized both ways.
                bool grows = step / 500 % 2 == 0;
                int kind = random.Next(10);
                if (kind < (grows ? 6 : 3)) Add(Entry(number += random.Next(1, 4)));
                else if (kind < 9 && list.Count > 0) DropFirst();
                else if (list.Count > 0) DropLast();
                Check($"seed {seed}, step {step}");
            }

            void Add(StreamEntry entry)
            {
                queue.Add(entry);
                list.Add(entry);
            }

            void DropFirst()
            {
                queue.DropFirst();
                list.RemoveAt(0);
            }

            void DropLast()
            {
                Assert.False(queue.TryDropLast(Entry(number)));
                Assert.True(queue.TryDropLast(list[^1]));
                list.RemoveAt(list.Count - 1);
            }

            void Check(string place)
            {
                Assert.True(list.Count == queue.Count, place);
                if (list.Count == 0) return;
                int index = random.Next(list.Count);
                Assert.True(ReferenceEquals(list[index], queue[index]), place);
                long wanted = list[index].Number + random.Next(-2, 3);
                int expected = list.FindIndex(entry => entry.Number >= wanted);
                Assert.True((expected < 0 ? list.Count : expected) == queue.FirstFrom(wanted), string.Create(CultureInfo.InvariantCulture, $"{place}: {wanted}"));
            }
        }
    }

    private static StreamEntry Entry(long number) => new()
    {
        Shard = null!,
        Number = number,
        EventName = "INSERT",
        CreatedAt = default,
        Keys = Item.Empty,
    };
}
