using System.Text;
using System.Text.Json;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Transactions;

namespace RustStack.DynamoDb.Tests.Transactions;

public sealed class TransactionFingerprintTests
{
    private const string Put = """{"Put":{"TableName":"tab","Item":{"pk":{"S":"a"},"s":{"SS":["x","y"]},"m":{"M":{"p":{"N":"1"},"q":{"B":"AQ=="}}}}}}""";

    [Theory]
    [InlineData("""{"Put":{"Item":{"s":{"SS":["y","x"]},"m":{"M":{"q":{"B":"AQ=="},"p":{"N":"1.0"}}},"pk":{"S":"a"}},"TableName":"tab"}}""", true)]
    [InlineData("""{"Put":{"TableName":"tab","Item":{"pk":{"S":"b"},"s":{"SS":["x","y"]},"m":{"M":{"p":{"N":"1"},"q":{"B":"AQ=="}}}}}}""", false)]
    [InlineData("""{"Put":{"TableName":"tab","Item":{"pk":{"S":"a"},"s":{"SS":["x","y"]},"m":{"M":{"p":{"N":"1"},"q":{"B":"Ag=="}}}}}}""", false)]
    [InlineData("""{"Put":{"TableName":"tab","Item":{"pk":{"S":"a"},"s":{"L":[{"S":"x"},{"S":"y"}]},"m":{"M":{"p":{"N":"1"},"q":{"B":"AQ=="}}}}}}""", false)]
    [InlineData("""{"Put":{"TableName":"tab","Item":{"pk":{"S":"a"},"s":{"SS":["xy"]},"m":{"M":{"p":{"N":"1"},"q":{"B":"AQ=="}}}}}}""", false)]
    [InlineData("""{"Put":{"TableName":"tab2","Item":{"pk":{"S":"a"},"s":{"SS":["x","y"]},"m":{"M":{"p":{"N":"1"},"q":{"B":"AQ=="}}}}}}""", false)]
    [InlineData("""{"Put":{"TableName":"tab","Item":{"pk":{"S":"a"},"s":{"SS":["x","y"]},"m":{"M":{"p":{"N":"1"},"q":{"B":"AQ=="}}}},"ConditionExpression":"attribute_exists(pk)"}}""", false)]
    [InlineData("""{"Delete":{"TableName":"tab","Key":{"pk":{"S":"a"},"s":{"SS":["x","y"]},"m":{"M":{"p":{"N":"1"},"q":{"B":"AQ=="}}}}}}""", false)]
    public void Fingerprint_KnowsContentAndNotOrder(string other, bool isSame) =>
        Assert.Equal(isSame, Of(Put) == Of(other));

    [Fact]
    public void OrderOfActions_Counts()
    {
        const string Delete = """{"Delete":{"TableName":"tab","Key":{"pk":{"S":"b"}}}}""";
        Assert.NotEqual(Of(Put, Delete), Of(Delete, Put));
    }

    private static UInt128 Of(params string[] actions) => TransactionFingerprint.Of([.. actions.Select(Read)]);

    private static TransactWriteItem Read(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return TransactWriteItem.Read(ref reader)!;
    }
}
