using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace RustStack.Crash.Workloads;

/// <summary>One writer of transactions over two tables: after a crash each is there as a whole or not at all.</summary>
internal sealed class TransactionWorkload(int writer) : IWorkload
{
    private const int Items = 4;

    private static readonly string[] Tables = ["left", "right"];

    private readonly Register<string> _register = new($"transaction {writer}");
    private long _sequence;

    public long Acknowledged { get; private set; }

    public async Task PrepareAsync(Instance instance)
    {
        if (writer > 0) return;
        foreach (string table in Tables)
        {
            await instance.Dynamo.CreateTableAsync(new CreateTableRequest
            {
                TableName = table,
                BillingMode = "PAY_PER_REQUEST",
                AttributeDefinitions = [new("pk", "S")],
                KeySchema = [new("pk", "HASH")],
            });
        }
    }

    public async Task WorkAsync(Instance instance, Random random, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            string value = (++_sequence).ToString(CultureInfo.InvariantCulture);
            TransactWriteItemsRequest request = new()
            {
                ClientRequestToken = $"{writer}-{value}",
                TransactItems = [.. Enumerable.Range(0, Items).Select(item => new TransactWriteItem
                {
                    Put = new() { TableName = Tables[item % 2], Item = new() { ["pk"] = Key(item), ["v"] = new(value) } },
                })],
            };
            await _register.WriteAsync(value, () => instance.Dynamo.TransactWriteItemsAsync(request, CancellationToken.None));
            Acknowledged++;
        }
    }

    public async Task VerifyAsync(Instance instance)
    {
        HashSet<string?> values = [];
        for (int item = 0; item < Items; item++)
        {
            GetItemResponse response = await instance.Dynamo.GetItemAsync(Tables[item % 2], new() { ["pk"] = Key(item) });
            values.Add(response.Item?.GetValueOrDefault("v")?.S);
        }

        if (values.Count != 1) throw new CrashTestException($"Half a transaction of writer {writer} is there: {string.Join(", ", values)}.");
        _register.Verify(values.Single());
    }

    private AttributeValue Key(int item) => new($"{writer}/{item}");
}
