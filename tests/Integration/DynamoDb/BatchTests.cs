using Amazon.DynamoDBv2.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.DynamoDb;

public sealed class BatchTests(RunningInstance instance) : DynamoDbTest(instance)
{
    [Fact]
    public async Task Batch_WritesAndReadsSeveralTables()
    {
        string one = await NewTableAsync();
        string two = await NewTableAsync("pk:S sk:N");
        await PutAsync(one, Item(("pk", "old")));

        BatchWriteItemResponse written = await Dynamo.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>>
        {
            [one] = [Put(Item(("pk", "a"), ("v", 1))), Put(Item(("pk", "b"))), Delete(Item(("pk", "old"))), Delete(Item(("pk", "absent")))],
            [two] = [Put(Item(("pk", "c"), ("sk", 1)))],
        });
        BatchGetItemResponse read = await Dynamo.BatchGetItemAsync(new Dictionary<string, KeysAndAttributes>
        {
            [one] = new() { Keys = [Item(("pk", "a")), Item(("pk", "b")), Item(("pk", "old"))], ProjectionExpression = "v, pk" },
            [two] = new() { Keys = [Item(("pk", "c"), ("sk", 1))], ConsistentRead = true },
        });

        Assert.Empty(written.UnprocessedItems ?? []);
        Assert.Empty(read.UnprocessedKeys ?? []);
        Assert.Equal(["{pk: S a, v: N 1}", "{pk: S b}"], read.Responses[one].Select(Text).Order(StringComparer.Ordinal));
        Assert.Equal(["{pk: S c, sk: N 1}"], read.Responses[two].Select(Text));
    }

    [Fact]
    public async Task TwentyFiveWritesAndAHundredReads_AreTheMost()
    {
        string table = await NewTableAsync();
        for (int batch = 0; batch < 4; batch++)
        {
            int first = batch * 25;
            await Dynamo.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>>
            {
                [table] = [.. Enumerable.Range(first, 25).Select(static i => Put(Item(("pk", $"{i:d3}"))))],
            });
        }

        BatchGetItemResponse read = await Dynamo.BatchGetItemAsync(new Dictionary<string, KeysAndAttributes>
        {
            [table] = new() { Keys = [.. Enumerable.Range(0, 100).Select(static i => Item(("pk", $"{i:d3}")))] },
        });

        Assert.Equal(100, read.Responses[table].Count);
    }

    [Fact]
    public async Task TooMany_AreRefused()
    {
        string table = await NewTableAsync();

        AmazonDynamoDBExceptionOf error = await ErrorOfAsync(() => Dynamo.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>>
        {
            [table] = [.. Enumerable.Range(0, 26).Select(static i => Put(Item(("pk", $"{i}"))))],
        }));
        Assert.Equal((400, "ValidationException"), (error.Status, error.Code));
        Assert.EndsWith(
            "failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to 25, "
            + "Member must have length greater than or equal to 1]",
            error.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await Dynamo.ScanAsync(new ScanRequest(table))).Count);
    }

    [Fact]
    public async Task SameKeyTwice_IsRefused()
    {
        string table = await NewTableAsync();

        await InvalidAsync("Provided list of item keys contains duplicates", () => Dynamo.BatchWriteItemAsync(
            new Dictionary<string, List<WriteRequest>> { [table] = [Put(Item(("pk", "a"))), Delete(Item(("pk", "a")))] }));
        await InvalidAsync("Provided list of item keys contains duplicates", () => Dynamo.BatchGetItemAsync(
            new Dictionary<string, KeysAndAttributes> { [table] = new() { Keys = [Item(("pk", "a")), Item(("pk", "a"))] } }));
    }

    [Fact]
    public async Task AbsentTable_RefusesAll()
    {
        string table = await NewTableAsync();

        await FailsAsync<ResourceNotFoundException>("Requested resource not found", () => Dynamo.BatchWriteItemAsync(
            new Dictionary<string, List<WriteRequest>>
            {
                [table] = [Put(Item(("pk", "a")))],
                [Instance.NewName("absent")] = [Put(Item(("pk", "a")))],
            }));

        Assert.Equal(0, (await Dynamo.ScanAsync(new ScanRequest(table))).Count);
    }

    private static WriteRequest Put(Dictionary<string, AttributeValue> item) => new(new PutRequest(item));

    private static WriteRequest Delete(Dictionary<string, AttributeValue> key) => new(new DeleteRequest(key));

    private static async Task<AmazonDynamoDBExceptionOf> ErrorOfAsync(Func<Task> call)
    {
        var error = await Assert.ThrowsAnyAsync<Amazon.DynamoDBv2.AmazonDynamoDBException>(call);
        return new((int)error.StatusCode, error.ErrorCode, error.Message);
    }

    private sealed record AmazonDynamoDBExceptionOf(int Status, string Code, string Message);
}
