using System.Text;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Tests.Values;

public sealed class AttributeValueTests
{
    public static TheoryData<AttributeValue, AttributeValue> Equals_ => new()
    {
        { Data.S("a"), Data.S("a") },
        { Data.N("1"), Data.N("1.0") },
        { Data.B(1, 2), Data.B(1, 2) },
        { Data.Strings("a", "b"), Data.Strings("b", "a") },
        { Data.Numbers("1", "2"), Data.Numbers("2.0", "1e0") },
        { new BinarySetValue([[1], [2]]), new BinarySetValue([[2], [1]]) },
        { Data.List(Data.S("a"), Data.N("1")), Data.List(Data.S("a"), Data.N("1.00")) },
        { Data.Map(("a", Data.S("x")), ("b", Data.N("2"))), Data.Map(("b", Data.N("2")), ("a", Data.S("x"))) },
        { NullValue.Instance, NullValue.Instance },
        { BooleanValue.True, BooleanValue.Of(true) },
    };

    public static TheoryData<AttributeValue, AttributeValue> Differs => new()
    {
        { Data.S("1"), Data.N("1") },
        { Data.S("a"), Data.S("A") },
        { Data.B(1), Data.B(1, 0) },
        { Data.Strings("a"), Data.Strings("a", "b") },
        { Data.Strings("1"), Data.Numbers("1") },
        { Data.List(Data.S("a"), Data.S("b")), Data.List(Data.S("b"), Data.S("a")) },
        { Data.Map(("a", Data.S("x"))), Data.Map(("b", Data.S("x"))) },
        { Data.Map(("a", Data.S("x"))), Data.Map(("a", Data.S("y"))) },
        { BooleanValue.True, BooleanValue.False },
        { NullValue.Instance, BooleanValue.False },
    };

    [Theory]
    [MemberData(nameof(Equals_))]
    public void SameContent_IsEqual(AttributeValue left, AttributeValue right)
    {
        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    [Theory]
    [MemberData(nameof(Differs))]
    public void OtherContent_IsNotEqual(AttributeValue left, AttributeValue right) => Assert.NotEqual(left, right);

    [Fact]
    public void BigSets_CompareWithoutOrder()
    {
        string[] elements = [.. Enumerable.Range(0, 500).Select(i => $"e{i}")];
        Assert.Equal(Data.Strings(elements), Data.Strings([.. elements.Reverse()]));
        Assert.NotEqual(Data.Strings(elements), Data.Strings([.. elements[1..], "other"]));
    }

    [Theory]
    [InlineData(3)]
    public void StringOrder_IsThatOfUtf8(int seed)
    {
        Random random = new(seed);
        string[] pieces = ["a", "b", "é", "\uE000", "\uFFFD", "\U0001F600", "\U00010000", ""];
        for (int i = 0; i < 20_000; i++)
        {
            string left = string.Concat(random.GetItems(pieces, 3));
            string right = string.Concat(random.GetItems(pieces, 3));
            int expected = Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
            Assert.True(Math.Sign(expected) == Math.Sign(Utf8Order.Compare(left, right)), $"seed {seed}: {left} and {right}");
        }
    }
}
