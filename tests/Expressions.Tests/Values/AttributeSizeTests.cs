using RustStack.Expressions.Values;

namespace RustStack.Expressions.Tests.Values;

public sealed class AttributeSizeTests
{
    public static TheoryData<string, int> Numbers => new()
    {
        { "0", 1 },
        { "1", 2 },
        { "27", 2 },
        { "-27", 3 },
        { "461", 3 },
        { "1786461547", 6 },
        { "100", 2 },
        { "1E125", 2 },
        { "0.001", 2 },
        { "1.5", 3 },
        { "12.34", 3 },
        { "-123.456", 6 },
        { "1.01", 3 },
        { "99999999999999999999999999999999999999", 20 },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Number_CountsSignificantDigits(string text, int expected) => Assert.Equal(expected, AttributeSize.Of(Data.N(text)));

    [Fact]
    public void OtherTypes_FollowPublishedRules()
    {
        Assert.Equal(2 + 3, AttributeSize.Of("né"[..1] + "x", Data.S("né")));
        Assert.Equal(4, AttributeSize.Of(Data.B(1, 2, 3, 4)));
        Assert.Equal(1, AttributeSize.Of(NullValue.Instance));
        Assert.Equal(1, AttributeSize.Of(BooleanValue.False));
        Assert.Equal(5, AttributeSize.Of(Data.Strings("ab", "cde")));
        Assert.Equal(4, AttributeSize.Of(Data.Numbers("1", "20")));
        Assert.Equal(3, AttributeSize.Of(Data.List()));
        Assert.Equal(3 + 1 + 1 + 1 + 2, AttributeSize.Of(Data.List(Data.S("a"), Data.N("5"))));
        Assert.Equal(3, AttributeSize.Of(Data.Map()));
        Assert.Equal(3 + 1 + 2 + 1, AttributeSize.Of(Data.Map(("ab", Data.S("c")))));
    }
}
