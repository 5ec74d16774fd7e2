using System.Text.Json;
using RustStack.DynamoDb.Tests.Operations;

namespace RustStack.DynamoDb.Tests.Streams;

/// <summary>Random writes: applying a stream's records, shard after shard, rebuilds the table.</summary>
public sealed class StreamReplayTests
{
    private const int Steps = 400;

    [Fact]
    public async Task Records_RebuildTheTable()
    {
        for (int seed = 0; seed < 8; seed++)
        {
            var service = new Service(new(SkipSignatureValidation: true)
            {
                StreamShards = 1 + (seed % 4),
                StreamShardLifetime = TimeSpan.FromMinutes(seed % 2 == 0 ? 10 : 0),
            });
            var client = new StreamClient(service);
            string arn = await client.CreateAsync();
            await service.AskAsync("UpdateTimeToLive", """{"TableName":"tab","TimeToLiveSpecification":{"Enabled":true,"AttributeName":"t"}}""");
            Random random = new(seed);
            for (int step = 0; step < Steps; step++)
            {
                (string operation, string json) = Choose(random, service.Time);
                await service.SendAsync(operation, json);
                if (random.Next(10) == 0) service.Time += TimeSpan.FromMinutes(random.Next(4));
            }

            await service.StopAsync();
            await CompareAsync(service, client, arn, $"seed {seed}");
        }
    }

    [Fact]
    public async Task ConcurrentWrites_AreInOneOrderForEachKey()
    {
        var service = new Service(new(SkipSignatureValidation: true) { StreamShards = 2 });
        var client = new StreamClient(service);
        string arn = await client.CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(async () =>
        {
            Random random = new(worker);
            for (int step = 0; step < 300; step++)
            {
                (string operation, string json) = Choose(random, service.Time);
                await service.SendAsync(operation, json);
            }
        })));
        await CompareAsync(service, client, arn, "concurrent");
    }

    private static async Task CompareAsync(Service service, StreamClient client, string arn, string place)
    {
        Dictionary<string, string> replayed = [];
        Dictionary<string, string> numbers = [];
        foreach (JsonElement record in await client.ReadAsync(arn))
        {
            JsonElement change = record.GetProperty("dynamodb");
            string key = change.GetProperty("Keys").GetRawText();
            string? before = change.TryGetProperty("OldImage", out JsonElement old) ? old.GetRawText() : null;
            Assert.True(replayed.GetValueOrDefault(key) == before, $"{place}: {record}");
            string number = StreamClient.Number(record);
            Assert.True(string.CompareOrdinal(numbers.GetValueOrDefault(key), number) < 0, $"{place}: {record}");
            numbers[key] = number;
            if (change.TryGetProperty("NewImage", out JsonElement image)) replayed[key] = image.GetRawText();
            else replayed.Remove(key);
        }

        JsonElement items = (await service.AskJsonAsync("Scan", """{"TableName":"tab"}""")).GetProperty("Items");
        Assert.Equal(items.EnumerateArray().Select(static item => item.GetRawText()).Order(), replayed.Values.Order());
    }

    private static (string Operation, string Json) Choose(Random random, DateTimeOffset now)
    {
        string Key() => $$$"""{"pk":{"S":"p{{{random.Next(12)}}}"}}""";
        string Item() => $$$"""{{{Key()[..^1]}}},"v":{"N":"{{{random.Next(3)}}}"},"s":{"SS":["a","{{{(char)('b' + random.Next(2))}}}"]},"t":{"N":"{{{now.ToUnixTimeSeconds() + random.Next(300)}}}"} }""";
        return random.Next(8) switch
        {
            0 => ("DeleteItem", $$"""{"TableName":"tab","Key":{{Key()}}}"""),
            1 => ("UpdateItem", $$$"""{"TableName":"tab","Key":{{{Key()}}},"UpdateExpression":"SET v = :v REMOVE s","ExpressionAttributeValues":{":v":{"N":"{{{random.Next(3)}}}"} } }"""),
            2 => ("BatchWriteItem", $$$$"""{"RequestItems":{"tab":[{"PutRequest":{"Item":{{{{Item()}}}} }},{"DeleteRequest":{"Key":{{{{Key()}}}} }}]}}"""),
            3 => ("TransactWriteItems", $$$$"""{"TransactItems":[{"Put":{"TableName":"tab","Item":{{{{Item()}}}} }},{"Delete":{"TableName":"tab","Key":{{{{Key()}}}},"ConditionExpression":"attribute_exists(pk)" }}]}"""),
            4 => ("ExecuteStatement", $$"""{"Statement":"UPDATE tab SET v = {{random.Next(3)}} WHERE pk = 'p{{random.Next(12)}}'"}"""),
            _ => ("PutItem", $$"""{"TableName":"tab","Item":{{Item()}}}"""),
        };
    }
}
