using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.Tables;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Tests.Tables;

public sealed class ItemClaimsTests
{
    private readonly Table _table = NewTable(1);
    private readonly Table _other = NewTable(2);

    [Fact]
    public void ClaimedItem_IsRefusedToOthersUntilReleased()
    {
        var claims = new ItemClaims();
        Assert.Null(claims.TryClaim([Item(1), Item(2)]));
        Assert.True(claims.Holds(Item(2)));
        Assert.False(claims.Holds(Item(3)));
        Assert.False(claims.Holds(new(_other, [2])));
        Assert.Equal([false, true], Assert.IsType<bool[]>(claims.TryClaim([Item(3), Item(2)])));
        Assert.False(claims.Holds(Item(3)));
        claims.Release([Item(1), Item(2)]);
        Assert.False(claims.Holds(Item(2)));
        Assert.Null(claims.TryClaim([Item(3), Item(2)]));
    }

    private static Table NewTable(long sequence) => new(
        new()
        {
            Name = new("000000000000", "us-east-1", $"table{sequence}"),
            Id = $"{sequence}",
            CreatedAt = DateTimeOffset.UnixEpoch,
            AttributeDefinitions = [],
            KeySchema = [],
            Key = new([new KeyAttribute("pk", AttributeType.S)], [], []),
            Indexes = [],
            BillingMode = "PAY_PER_REQUEST",
        },
        sequence);

    private ItemAddress Item(byte key) => new(_table, [key]);
}
