using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace RustStack.Crash.Workloads;

/// <summary>One writer that puts and deletes items of its own, with an index that must agree.</summary>
internal sealed class ItemWorkload(int writer) : IWorkload
{
    private const string Table = "items";
    private const string Index = "by-writer";
    private const int Keys = 40;

    private readonly Register<string>[] _registers = [.. Enumerable.Range(0, Keys).Select(key => new Register<string>($"item {writer}/{key}"))];
    private long _sequence;

    public long Acknowledged { get; private set; }

    public async Task PrepareAsync(Instance instance)
    {
        if (writer > 0) return;
        await instance.Dynamo.CreateTableAsync(new CreateTableRequest
        {
            TableName = Table,
            BillingMode = "PAY_PER_REQUEST",
            AttributeDefinitions = [new("pk", "S"), new("writer", "N")],
            KeySchema = [new("pk", "HASH")],
            GlobalSecondaryIndexes =
            [
                new() { IndexName = Index, KeySchema = [new("writer", "HASH")], Projection = new() { ProjectionType = "ALL" } },
            ],
        });
    }

    public async Task WorkAsync(Instance instance, Random random, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            int key = random.Next(Keys);
            string? value = random.Next(5) == 0 ? null : $"{++_sequence}:{new string('v', random.Next(2_000))}";
            await _registers[key].WriteAsync(value, () => value is null
                ? instance.Dynamo.DeleteItemAsync(Table, Key(key), CancellationToken.None)
                : instance.Dynamo.PutItemAsync(Table, new() { ["pk"] = Key(key)["pk"], ["writer"] = Writer, ["v"] = new(value) }, CancellationToken.None));
            Acknowledged++;
        }
    }

    public async Task VerifyAsync(Instance instance)
    {
        for (int key = 0; key < Keys; key++)
        {
            GetItemResponse response = await instance.Dynamo.GetItemAsync(Table, Key(key));
            _registers[key].Verify(response.Item?.GetValueOrDefault("v")?.S);
        }

        QueryRequest query = new(Table)
        {
            IndexName = Index,
            KeyConditionExpression = "writer = :w",
            ExpressionAttributeValues = new() { [":w"] = Writer },
        };
        foreach (Dictionary<string, AttributeValue> item in (await instance.Dynamo.QueryAsync(query)).Items)
            _registers[int.Parse(item["pk"].S.Split('/')[1], CultureInfo.InvariantCulture)].Verify(item["v"].S);
    }

    private AttributeValue Writer => new() { N = writer.ToString(CultureInfo.InvariantCulture) };

    private Dictionary<string, AttributeValue> Key(int key) => new() { ["pk"] = new($"{writer}/{key}") };
}
