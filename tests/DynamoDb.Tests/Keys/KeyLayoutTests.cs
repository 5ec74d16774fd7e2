using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.Tests.Items;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Tests.Keys;

public sealed class KeyLayoutTests
{
    private static readonly KeyAttribute[] None = [];

    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("1", "1e0")]
    [InlineData("0", "-0.00")]
    [InlineData("1200", "1.2E+3")]
    public void EqualNumbers_AreOneKey(string one, string other)
    {
        KeyLayout layout = new([new("n", AttributeType.N)], None, None);
        Assert.Equal(Encode(layout, Number(one)), Encode(layout, Number(other)));
    }

    [Fact]
    public void SortKeys_AreOrderedAsTheirValues()
    {
        foreach (AttributeType type in new[] { AttributeType.S, AttributeType.N, AttributeType.B })
        {
            KeyLayout layout = new([new("p", AttributeType.S)], [new("s", type)], None);
            for (int seed = 0; seed < 2000; seed++)
            {
                var values = new RandomValues(seed);
                AttributeValue one = Random(values, type);
                AttributeValue other = Random(values, type);
                int expected = Math.Sign(Compare(one, other));
                int actual = Math.Sign(Encode(layout, Pair(one)).AsSpan().SequenceCompareTo(Encode(layout, Pair(other))));
                Assert.True(expected == actual, $"seed {seed}, type {type}");
            }
        }
    }

    [Fact]
    public void PartsAreSelfDelimiting_SoDifferentKeysNeverBeginOneAnother()
    {
        KeyLayout layout = new([new("a", AttributeType.S), new("b", AttributeType.S)], [new("c", AttributeType.B)], None);
        byte[] one = Encode(layout, """{"a":{"S":"x"},"b":{"S":"yz"},"c":{"B":""}}""");
        byte[] other = Encode(layout, """{"a":{"S":"xy"},"b":{"S":"z"},"c":{"B":""}}""");
        Assert.NotEqual(one[KeyEncoder.HashBytes..], other[KeyEncoder.HashBytes..]);
        Assert.NotEqual(one[..KeyEncoder.HashBytes], other[..KeyEncoder.HashBytes]);
    }

    [Fact]
    public void HashOfPartition_IsStable()
    {
        KeyLayout layout = new([new("p", AttributeType.S)], None, None);
        Assert.Equal("846f9f73bf9fd9dd", Convert.ToHexStringLower(Encode(layout, """{"p":{"S":"user#1"}}""").AsSpan(0, KeyEncoder.HashBytes)));
    }

    [Theory]
    [InlineData("""{"p":{"S":"x"}}""")]
    [InlineData("""{"p":{"S":"x"},"s":{"S":"1"}}""")]
    [InlineData("""{"s":{"N":"1"}}""")]
    public void ItemWithoutTheWholeKey_HasNone(string item) =>
        Assert.False(new KeyLayout([new("p", AttributeType.S)], [new("s", AttributeType.N)], None).TryEncode(JsonCodec.Item(item), out _));

    [Fact]
    public void Segments_ShareAllKeysWithoutOverlap()
    {
        KeyLayout layout = new([new("n", AttributeType.N)], None, None);
        foreach (int total in new[] { 1, 2, 3, 7, 1_000_000 })
        {
            for (int i = 0; i < 200; i++)
            {
                byte[] key = Encode(layout, Number($"{i}"));
                int segment = Enumerable.Range(0, Math.Min(total, 7)).Count(candidate => KeyRange.OfSegment(candidate, total).Contains(key));
                Assert.True(total > 7 || segment == 1, $"{total} segments, key {i}");
            }
        }

        Assert.Null(KeyRange.OfSegment(2, 3).Before);
        Assert.Equal(KeyRange.OfSegment(0, 3).Before, KeyRange.OfSegment(1, 3).From);
    }

    [Theory]
    [InlineData("01ff", "02")]
    [InlineData("0100", "0101")]
    [InlineData("ffff", null)]
    public void AfterPrefix_IsTheNextByteString(string prefix, string? after) =>
        Assert.Equal(after, KeyRange.After(Convert.FromHexString(prefix)) is { } bytes ? Convert.ToHexStringLower(bytes) : null);

    private static AttributeValue Random(RandomValues values, AttributeType type) => type switch
    {
        AttributeType.S => new StringValue(values.Text()),
        AttributeType.N => new NumberValue(values.Number()),
        _ => new BinaryValue(values.Bytes()),
    };

    private static int Compare(AttributeValue one, AttributeValue other) => (one, other) switch
    {
        (NumberValue left, NumberValue right) => left.Value.CompareTo(right.Value),
        (BinaryValue left, BinaryValue right) => left.Value.AsSpan().SequenceCompareTo(right.Value),
        _ => System.Text.Encoding.UTF8.GetBytes(((StringValue)one).Value).AsSpan()
            .SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(((StringValue)other).Value)),
    };

    private static string Number(string text) => $$$"""{"n":{"N":"{{{text}}}"}}""";

    private static Item Pair(AttributeValue sort) => ItemEdit.Of([new("p", new StringValue("p")), new("s", sort)]);

    private static byte[] Encode(KeyLayout layout, string json) => Encode(layout, JsonCodec.Item(json));

    private static byte[] Encode(KeyLayout layout, Item item) => layout.Encode(item).ToArray();
}
