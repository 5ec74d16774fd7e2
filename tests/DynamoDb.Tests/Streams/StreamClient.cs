using System.Text.Json;
using RustStack.DynamoDb.Tests.Operations;

namespace RustStack.DynamoDb.Tests.Streams;

/// <summary>Reads streams of a service as a client does.</summary>
internal sealed class StreamClient(Service service)
{
    public const string BothImages = "NEW_AND_OLD_IMAGES";

    /// <summary>Creates a table of one string key with a stream, and gives the stream's ARN.</summary>
    public async Task<string> CreateAsync(string viewType = BothImages, string name = "tab")
    {
        await service.AskAsync("CreateTable", $$$"""{"TableName":"{{{name}}}",{{{Service.PkOnly}}},"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"{{{viewType}}}"}}""");
        return (await service.DescribeAsync(name)).GetProperty("LatestStreamArn").GetString()!;
    }

    public async Task<JsonElement> DescribeAsync(string arn, string more = "") =>
        (await service.AskJsonAsync("DescribeStream", $$"""{"StreamArn":"{{arn}}"{{more}}}""")).GetProperty("StreamDescription");

    public async Task<List<string>> ShardsAsync(string arn) =>
        [.. (await DescribeAsync(arn)).GetProperty("Shards").EnumerateArray().Select(static shard => shard.GetProperty("ShardId").GetString()!)];

    public async Task<string> IteratorAsync(string arn, string type = "TRIM_HORIZON", string? number = null, string? shard = null) =>
        (await service.AskJsonAsync("GetShardIterator", Iterator(arn, shard ?? (await ShardsAsync(arn))[0], type, number))).GetProperty("ShardIterator").GetString()!;

    public static string Iterator(string arn, string shard, string type, string? number) =>
        $$"""{"StreamArn":"{{arn}}","ShardId":"{{shard}}","ShardIteratorType":"{{type}}"{{(number is null ? "" : $",\"SequenceNumber\":\"{number}\"")}}}""";

    public async Task<(List<JsonElement> Records, string? Next)> PageAsync(string iterator, string more = "")
    {
        JsonElement page = await service.AskJsonAsync("GetRecords", $$"""{"ShardIterator":"{{iterator}}"{{more}}}""");
        string? next = page.TryGetProperty("NextShardIterator", out JsonElement text) ? text.GetString() : null;
        return ([.. page.GetProperty("Records").EnumerateArray()], next);
    }

    /// <summary>Every record of a shard, page by page.</summary>
    public async Task<List<JsonElement>> ReadShardAsync(string arn, string shard, string more = "")
    {
        List<JsonElement> all = [];
        string? iterator = await IteratorAsync(arn, shard: shard);
        while (iterator is not null)
        {
            (List<JsonElement> records, iterator) = await PageAsync(iterator, more);
            if (records.Count == 0) break;
            all.AddRange(records);
        }

        return all;
    }

    /// <summary>Every record of a stream, shard by shard, parents first.</summary>
    public async Task<List<JsonElement>> ReadAsync(string arn)
    {
        List<JsonElement> all = [];
        foreach (string shard in await ShardsAsync(arn)) all.AddRange(await ReadShardAsync(arn, shard));
        return all;
    }

    /// <summary>A record in a few words: what happened, the key, the images.</summary>
    public static string Show(JsonElement record)
    {
        JsonElement change = record.GetProperty("dynamodb");
        string Part(string name) => change.TryGetProperty(name, out JsonElement item)
            ? string.Join(',', item.EnumerateObject().Where(static attribute => attribute.Name != "pk").Select(static attribute => $"{attribute.Name}={attribute.Value.EnumerateObject().First().Value}"))
            : "-";
        return $"{record.GetProperty("eventName").GetString()} {change.GetProperty("Keys").GetProperty("pk").GetProperty("S").GetString()} {Part("OldImage")} {Part("NewImage")}";
    }

    public static string Number(JsonElement record) => record.GetProperty("dynamodb").GetProperty("SequenceNumber").GetString()!;
}
