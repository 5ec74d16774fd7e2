using System.Text;
using System.Text.Json;
using RustStack.Core.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Transactions;
using RustStack.DynamoDb.Writes;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Tests.Writes;

/// <summary>The limit of 10 GB on an item collection, with a table whose limit is 100 bytes.</summary>
public sealed class CollectionLimitTests
{
    private readonly Table _table = NewTable();

    [Theory]
    [InlineData(92, true)]
    [InlineData(93, false)]
    public void Collection_MayBeAsLargeAsTheLimit(int valueBytes, bool fits)
    {
        // Beside the value: 3 bytes of pk, 4 of sk, 1 of the value's name; without h there is no entry in the index.
        AwsException? refusal = Put("a", 1, valueBytes).TryExecute(out _);
        Assert.Equal(fits, refusal is null);
        if (refusal is not null)
            Assert.Equal(("ItemCollectionSizeLimitExceededException", 400, "Collection size exceeded."), (refusal.Code, refusal.StatusCode, refusal.Message));
    }

    [Fact]
    public void OtherCollections_AndShrinkingItems_AreNotRefused()
    {
        Assert.Null(Put("a", 1, 80).TryExecute(out _));
        Assert.Equal("ItemCollectionSizeLimitExceededException", Put("a", 2, 20).TryExecute(out _)?.Code);
        Assert.Null(Put("b", 1, 80).TryExecute(out _));
        Assert.Null(Put("a", 1, 70).TryExecute(out _));
        Assert.Equal(2, _table.Items.Count);
    }

    [Fact]
    public void EntriesOfLocalIndexes_Count()
    {
        Assert.Null(Put("a", 1, 60).TryExecute(out _));
        AwsException? refusal = PutWrite.Of(_table, Read("""{"pk":{"S":"a"},"sk":{"N":"2"},"h":{"N":"1"}}"""), default).TryExecute(out _);
        Assert.Null(refusal);
        Assert.Equal(
            "ItemCollectionSizeLimitExceededException",
            PutWrite.Of(_table, Read("""{"pk":{"S":"a"},"sk":{"N":"3"},"h":{"N":"1"}}"""), default).TryExecute(out _)?.Code);
    }

    [Fact]
    public void Transaction_HasItAsAReason()
    {
        Assert.Null(Put("a", 1, 80).TryExecute(out _));
        TransactionAction[] actions =
        [
            new(TransactionActionKind.Put, "tab", Read("""{"pk":{"S":"b"},"sk":{"N":"1"}}"""), null, default, 0),
            new(TransactionActionKind.Put, "tab", Read("""{"pk":{"S":"a"},"sk":{"N":"2"},"v":{"S":"xxxxxxxxxxxxxxxx"}}"""), null, default, 0),
        ];
        AwsException error = Assert.ThrowsAny<AwsException>(() => WriteTransaction.Of(actions, [_table, _table]).Execute(token: null, out _));
        Assert.Equal(
            "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ItemCollectionSizeLimitExceeded]", error.Message);
        Assert.Equal(1, _table.Items.Count);
    }

    private PutWrite Put(string pk, int sk, int valueBytes) => PutWrite.Of(
        _table, Read($$$$"""{"pk":{"S":"{{{{pk}}}}"},"sk":{"N":"{{{{sk}}}}"},"v":{"S":"{{{{new string('v', valueBytes)}}}}"}}"""), default);

    private static Item Read(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return Item.Read(ref reader);
    }

    private static Table NewTable()
    {
        var partition = new KeyAttribute("pk", AttributeType.S);
        var key = new KeyLayout([partition], [new KeyAttribute("sk", AttributeType.N)], []);
        return new(
            new()
            {
                Name = new("000000000000", "us-east-1", "tab"),
                Id = "1",
                CreatedAt = DateTimeOffset.UnixEpoch,
                AttributeDefinitions = [],
                KeySchema = [],
                Key = key,
                Indexes =
                [
                    new()
                    {
                        Name = "lsi",
                        IsGlobal = false,
                        KeySchema = [],
                        Key = key.ForIndex([partition], [new KeyAttribute("h", AttributeType.N)]),
                        Projection = new() { ProjectionType = ProjectionType.KeysOnly },
                    },
                ],
                BillingMode = "PAY_PER_REQUEST",
            },
            sequence: 1)
        {
            CollectionLimitBytes = 100,
        };
    }
}
