using System.Buffers;
using System.Text;
using System.Text.Json;
using RustStack.Core.Errors;
using RustStack.Core.Ids;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Operations;
using RustStack.DynamoDb.Protocol;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Tests.Operations;
using RustStack.DynamoDb.Transactions;
using RustStack.Expressions;

namespace RustStack.DynamoDb.Tests.Transactions;

/// <summary>What others are told while a transaction has an item: its claim is held here, as the transaction itself holds it for an instant.</summary>
public sealed class TransactionConflictTests
{
    private static readonly RequestContext Context = new("REQUEST1", RequestContext.DefaultAccountId, "us-east-1", DateTimeOffset.UnixEpoch);

    private readonly TableCatalog _tables = new();
    private readonly ExpressionCompiler _compiler = new();
    private readonly ItemAddress[] _claimed;
    private readonly Table _table;

    public TransactionConflictTests()
    {
        Ask(new CreateTable(_tables, new IdSource()), $$"""{"TableName":"tab",{{Service.PkOnly}}}""").AsTask().GetAwaiter().GetResult();
        _table = _tables.Get("tab", Context);
        Ask(new PutItem(_tables, _compiler), """{"TableName":"tab","Item":{"pk":{"S":"held"},"n":{"N":"1"}}}""").AsTask().GetAwaiter().GetResult();
        _claimed = [new(_table, _table.Items.First().Key)];
        Assert.Null(_table.Claims.TryClaim(_claimed));
    }

    [Theory]
    [InlineData("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"held"}}}""")]
    [InlineData("DeleteItem", """{"TableName":"tab","Key":{"pk":{"S":"held"}}}""")]
    [InlineData("UpdateItem", """{"TableName":"tab","Key":{"pk":{"S":"held"}}}""")]
    public async Task SingleWrite_IsAConflict(string operation, string request)
    {
        AwsException error = await Assert.ThrowsAnyAsync<AwsException>(async () => await Ask(Operation(operation), request));
        Assert.Equal(("TransactionConflictException", 400, "Transaction is ongoing for the item"), (error.Code, error.StatusCode, error.Message));
        _table.Claims.Release(_claimed);
        await Ask(Operation(operation), request);
    }

    [Fact]
    public async Task Transaction_IsCancelledWithAConflict()
    {
        const string Request = """
            {"TransactItems":[{"Put":{"TableName":"tab","Item":{"pk":{"S":"free"}}}},{"Update":{"TableName":"tab","Key":{"pk":{"S":"held"}},"UpdateExpression":"REMOVE n"}}]}
            """;
        var error = await Assert.ThrowsAnyAsync<AwsException>(async () => await Ask(Operation("TransactWriteItems"), Request));
        Assert.Equal(
            ("TransactionCanceledException", "Transaction cancelled, please refer cancellation reasons for specific reasons [None, TransactionConflict]"),
            (error.Code, error.Message));
        Assert.Equal("{}", await Ask(Operation("GetItem"), """{"TableName":"tab","Key":{"pk":{"S":"free"}}}"""));
        _table.Claims.Release(_claimed);
        Assert.Equal("{}", await Ask(Operation("TransactWriteItems"), Request));
        Assert.Equal("""{"Item":{"pk":{"S":"held"}}}""", await Ask(Operation("GetItem"), """{"TableName":"tab","Key":{"pk":{"S":"held"}}}"""));
    }

    [Fact]
    public async Task Batch_GivesTheWriteBack()
    {
        Assert.Equal(
            """{"UnprocessedItems":{"tab":[{"PutRequest":{"Item":{"pk":{"S":"held"}}}}]}}""",
            await Ask(Operation("BatchWriteItem"), """
                {"RequestItems":{"tab":[{"PutRequest":{"Item":{"pk":{"S":"free"}}}},{"PutRequest":{"Item":{"pk":{"S":"held"}}}}]}}
                """));
        Assert.Equal("""{"Item":{"pk":{"S":"free"}}}""", await Ask(Operation("GetItem"), """{"TableName":"tab","Key":{"pk":{"S":"free"}}}"""));
    }

    [Fact]
    public async Task Reads_SeeTheItemAsItIs()
    {
        Assert.Equal(
            """{"Responses":[{"Item":{"pk":{"S":"held"},"n":{"N":"1"}}}]}""",
            await Ask(Operation("TransactGetItems"), """{"TransactItems":[{"Get":{"TableName":"tab","Key":{"pk":{"S":"held"}}}}]}"""));
    }

    private DynamoDbOperation Operation(string name) => name switch
    {
        "PutItem" => new PutItem(_tables, _compiler),
        "DeleteItem" => new DeleteItem(_tables, _compiler),
        "UpdateItem" => new UpdateItem(_tables, _compiler),
        "GetItem" => new GetItem(_tables, _compiler),
        "BatchWriteItem" => new BatchWriteItem(_tables),
        "TransactGetItems" => new TransactGetItems(_tables, _compiler),
        _ => new TransactWriteItems(_tables, _compiler, new TransactionTokens()),
    };

    private static async ValueTask<string> Ask(DynamoDbOperation operation, string request)
    {
        var answer = new ArrayBufferWriter<byte>();
        await using (var writer = new Utf8JsonWriter(answer, new JsonWriterOptions { SkipValidation = true }))
            await operation.InvokeAsync(Encoding.UTF8.GetBytes(request), writer, Context, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(answer.WrittenSpan);
    }
}
