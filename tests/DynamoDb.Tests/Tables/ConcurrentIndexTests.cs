using System.Text.Json;
using RustStack.DynamoDb.Tests.Operations;

namespace RustStack.DynamoDb.Tests.Tables;

/// <summary>Indexes that come and go while items are written and read.</summary>
public sealed class ConcurrentIndexTests
{
    private const string Create = """
        {"TableName":"tab","AttributeDefinitions":[{"AttributeName":"g","AttributeType":"S"}],"GlobalSecondaryIndexUpdates":[{"Create":
          {"IndexName":"ind","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}}]}
        """;

    private const string Delete = """{"TableName":"tab","GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"ind"}}]}""";

    [Fact]
    public async Task IndexesChangeDuringWrites_EveryAnswerIsWholeAndTheIndexAgrees()
    {
        var service = new Service();
        await service.CreateSimpleAsync();
        using var done = new CancellationTokenSource();
        Task[] clients = [.. Enumerable.Range(0, 3).Select(client => Task.Run(() => WriteAsync(service, client, done.Token)))];
        for (int round = 0; round < 30; round++)
        {
            await service.AskAsync("UpdateTable", Create);
            await service.AskJsonAsync("Scan", """{"TableName":"tab","IndexName":"ind","ReturnConsumedCapacity":"INDEXES"}""");
            if (round < 29) await service.AskAsync("UpdateTable", Delete);
        }

        await done.CancelAsync();
        await Task.WhenAll(clients);
        Assert.Equal(await PksAsync(service, ",\"FilterExpression\":\"attribute_exists(g)\""), await PksAsync(service, ",\"IndexName\":\"ind\""));
    }

    private static async Task WriteAsync(Service service, int client, CancellationToken done)
    {
        for (int i = 0; !done.IsCancellationRequested; i = (i + 1) % 50)
        {
            string g = i % 2 == 0 ? """,  "g":{"S":"G"}""" : "";
            await service.AskAsync(
                "PutItem", $$$"""{"TableName":"tab","ReturnConsumedCapacity":"INDEXES","Item":{"pk":{"S":"{{{client}}}-{{{i}}}"}{{{g}}}}}""");
            await service.AskAsync(
                "BatchWriteItem",
                $$$$"""{"ReturnConsumedCapacity":"INDEXES","RequestItems":{"tab":[{"DeleteRequest":{"Key":{"pk":{"S":"{{{{client}}}}-{{{{(i + 7) % 50}}}}"} } } },{"PutRequest":{"Item":{"pk":{"S":"b{{{{client}}}}"},"g":{"S":"H"} } } }]}}""");
        }
    }

    private static async Task<List<string>> PksAsync(Service service, string more)
    {
        JsonElement page = await service.AskJsonAsync("Scan", $$"""{"TableName":"tab"{{more}}}""");
        return [.. page.GetProperty("Items").EnumerateArray().Select(static item => item.GetProperty("pk").GetProperty("S").GetString()!).Order()];
    }
}
