using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace RustStack.Crash.Workloads;

/// <summary>Several writers that add to one counter: it holds what was acknowledged, and at most what was under way beside it.</summary>
internal sealed class CounterWorkload : IWorkload
{
    private const string Table = "counters";
    private const int Writers = 4;

    private long _acknowledged;
    private long _least;
    private long _tried;

    public long Acknowledged => Interlocked.Read(ref _acknowledged);

    private static Dictionary<string, AttributeValue> Key => new() { ["pk"] = new("counter") };

    public Task PrepareAsync(Instance instance) => instance.Dynamo.CreateTableAsync(new CreateTableRequest
    {
        TableName = Table,
        BillingMode = "PAY_PER_REQUEST",
        AttributeDefinitions = [new("pk", "S")],
        KeySchema = [new("pk", "HASH")],
    });

    public Task WorkAsync(Instance instance, Random random, CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => AddAsync(instance, stop)));

    public async Task VerifyAsync(Instance instance)
    {
        GetItemResponse response = await instance.Dynamo.GetItemAsync(Table, Key);
        long found = response.Item?.GetValueOrDefault("n")?.N is { } number ? long.Parse(number, CultureInfo.InvariantCulture) : 0;
        if (found < _least || found > _tried) throw new CrashTestException($"The counter is {found}, not between {_least} and {_tried}.");
        _least = _tried = found;
    }

    private async Task AddAsync(Instance instance, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Interlocked.Increment(ref _tried);
            await instance.Dynamo.UpdateItemAsync(
                new()
                {
                    TableName = Table,
                    Key = Key,
                    UpdateExpression = "ADD n :one",
                    ExpressionAttributeValues = new() { [":one"] = new() { N = "1" } },
                },
                CancellationToken.None);
            Interlocked.Increment(ref _least);
            Interlocked.Increment(ref _acknowledged);
        }
    }
}
