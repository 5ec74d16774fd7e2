using System.Text.Json;
using RustStack.DynamoDb.Tests.Operations;

namespace RustStack.DynamoDb.Tests.Streams;

/// <summary>Where readers begin, what they get, and how long it is there.</summary>
public sealed class ShardIteratorTests
{
    private const string Shard = "shardId-00000000000000000000-00000000";

    private readonly Service _service = new(new(SkipSignatureValidation: true) { StreamShardLifetime = TimeSpan.Zero });
    private readonly StreamClient _client;

    public ShardIteratorTests() => _client = new(_service);

    [Fact]
    public async Task Types_BeginWhereTheySay()
    {
        string arn = await _client.CreateAsync();
        await PutAsync(0, 4);
        string latest = await _client.IteratorAsync(arn, "LATEST");
        string[] numbers = [.. (await _client.ReadAsync(arn)).Select(StreamClient.Number)];
        await PutAsync(4, 2);

        Assert.Equal("012345", await KeysAsync(await _client.IteratorAsync(arn)));
        Assert.Equal("45", await KeysAsync(latest));
        Assert.Equal("12345", await KeysAsync(await _client.IteratorAsync(arn, "AT_SEQUENCE_NUMBER", numbers[1])));
        Assert.Equal("2345", await KeysAsync(await _client.IteratorAsync(arn, "AFTER_SEQUENCE_NUMBER", numbers[1])));
        JsonElement shard = (await _client.DescribeAsync(arn)).GetProperty("Shards")[0];
        string start = shard.GetProperty("SequenceNumberRange").GetProperty("StartingSequenceNumber").GetString()!;
        Assert.Equal("012345", await KeysAsync(await _client.IteratorAsync(arn, "AT_SEQUENCE_NUMBER", start)));
    }

    [Fact]
    public async Task Pages_HaveAsManyRecordsAsAsked()
    {
        string arn = await _client.CreateAsync();
        await PutAsync(0, 5);
        string? iterator = await _client.IteratorAsync(arn);
        List<int> counts = [];
        for (int page = 0; page < 4; page++)
        {
            (List<JsonElement> records, iterator) = await _client.PageAsync(iterator!, ""","Limit":2""");
            counts.Add(records.Count);
        }

        Assert.Equal([2, 2, 1, 0], counts);
        await PutAsync(5, 1);
        Assert.Equal("5", await KeysAsync(iterator!));
    }

    [Fact]
    public async Task Pages_EndAtOneMegabyteAndAThousandRecords()
    {
        string arn = await _client.CreateAsync();
        string large = new('x', 300_000);
        for (int i = 0; i < 4; i++) await _service.AskAsync("PutItem", $$$$"""{"TableName":"tab","Item":{"pk":{"S":"{{{{i}}}}"},"v":{"S":"{{{{large}}}}"}}}""");
        (List<JsonElement> records, string? next) = await _client.PageAsync(await _client.IteratorAsync(arn));
        Assert.Equal(3, records.Count);
        Assert.Single((await _client.PageAsync(next!)).Records);

        string latest = await _client.IteratorAsync(arn, "LATEST");
        for (int i = 0; i < 44; i++)
        {
            string puts = string.Join(',', Enumerable.Range(25 * i, 25).Select(static n => $$$$$"""{"PutRequest":{"Item":{"pk":{"S":"n{{{{{n}}}}}"}}}}"""));
            await _service.AskAsync("BatchWriteItem", $$$"""{"RequestItems":{"tab":[{{{puts}}}]}}""");
        }

        (records, next) = await _client.PageAsync(latest);
        Assert.Equal(1000, records.Count);
        Assert.Equal(100, (await _client.PageAsync(next!)).Records.Count);
    }

    [Theory]
    [InlineData("GetShardIterator", """{"StreamArn":"ARN","ShardId":"SHARD","ShardIteratorType":"AT_SEQUENCE_NUMBER"}""", "ValidationException", "SequenceNumber is required for ShardIteratorType AT_SEQUENCE_NUMBER")]
    [InlineData("GetShardIterator", """{"StreamArn":"ARN","ShardId":"SHARD","ShardIteratorType":"LATEST","SequenceNumber":"1000000000000000000001"}""", "ValidationException", "SequenceNumber must not be specified for ShardIteratorType LATEST")]
    [InlineData("GetShardIterator", """{"StreamArn":"ARN","ShardId":"SHARD","ShardIteratorType":"AT_SEQUENCE_NUMBER","SequenceNumber":"xxxxxxxxxxxxxxxxxxxxxx"}""", "ValidationException", "Invalid SequenceNumber: xxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("GetShardIterator", """{"StreamArn":"ARN","ShardId":"SHARD","ShardIteratorType":"AT_SEQUENCE_NUMBER","SequenceNumber":"1000000000000000000001"}""", "ValidationException", "Invalid SequenceNumber: 1000000000000000000001 is not in the range of SHARD")]
    [InlineData("GetShardIterator", """{"StreamArn":"ARN","ShardId":"SHARD","ShardIteratorType":"AFTER_SEQUENCE_NUMBER","SequenceNumber":"1009223372036854775807"}""", "ValidationException", "Invalid SequenceNumber: 1009223372036854775807 is not in the range of SHARD")]
    [InlineData("GetShardIterator", $$"""{"StreamArn":"ARN","ShardId":"{{Shard}}","ShardIteratorType":"LATEST"}""", "ResourceNotFoundException", "Requested resource not found: Shard does not exist")]
    [InlineData("GetShardIterator", """{"StreamArn":"ARN1","ShardId":"SHARD","ShardIteratorType":"LATEST"}""", "ResourceNotFoundException", "Requested resource not found: Stream: ARN1 not found")]
    [InlineData("DescribeStream", """{"StreamArn":"ARN1"}""", "ResourceNotFoundException", "Requested resource not found: Stream: ARN1 not found")]
    [InlineData("DescribeStream", """{"StreamArn":"arn:aws:dynamodb:us-east-1:000000000000:table/tab"}""", "ValidationException", "Invalid StreamArn: arn:aws:dynamodb:us-east-1:000000000000:table/tab")]
    [InlineData("DescribeStream", """{"StreamArn":"ARN","Limit":101}""", "ValidationException", "1 validation error detected: Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100")]
    [InlineData("DescribeStream", """{"StreamArn":"ARN","ShardFilter":{"Type":"CHILD_SHARDS"}}""", "ValidationException", "ShardFilter must have ShardId")]
    [InlineData("DescribeStream", """{"StreamArn":"ARN","ShardFilter":{"ShardId":"SHARD"}}""", "ValidationException", "ShardFilter must have Type")]
    [InlineData("ListStreams", """{"Limit":101}""", "ValidationException", "1 validation error detected: Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100")]
    [InlineData("ListStreams", """{"ExclusiveStartStreamArn":"0123456789012345678901234567890123456789"}""", "ValidationException", "Invalid StreamArn: 0123456789012345678901234567890123456789")]
    [InlineData("GetRecords", """{"ShardIterator":"nonsense"}""", "ValidationException", "Invalid ShardIterator")]
    [InlineData("GetRecords", """{"ShardIterator":"ARN|1|????"}""", "ValidationException", "Invalid ShardIterator")]
    [InlineData("GetRecords", """{"ShardIterator":"ARN|1|eHx5fHo="}""", "ValidationException", "Invalid ShardIterator")]
    [InlineData("GetRecords", """{"ShardIterator":"ITERATOR","Limit":1001}""", "LimitExceededException", "Limit must not be greater than 1000: 1001")]
    public async Task WrongRequest_IsRefused(string operation, string json, string code, string message)
    {
        string arn = await _client.CreateAsync();
        string shard = (await _client.ShardsAsync(arn))[0];
        string iterator = await _client.IteratorAsync(arn);
        string Fill(string text) => text.Replace("ARN", arn, StringComparison.Ordinal)
            .Replace("SHARD", shard, StringComparison.Ordinal).Replace("ITERATOR", iterator, StringComparison.Ordinal)
            .Replace("CHILD_" + shard + "S", "CHILD_SHARDS", StringComparison.Ordinal);
        Assert.Equal((code, Fill(message)), await _service.FailAsync(operation, Fill(json)));
    }

    [Fact]
    public async Task Iterator_ExpiresAfterFifteenMinutes()
    {
        string arn = await _client.CreateAsync();
        string iterator = await _client.IteratorAsync(arn);
        _service.Time += TimeSpan.FromMinutes(15);
        (_, string? next) = await _client.PageAsync(iterator);
        _service.Time += TimeSpan.FromMilliseconds(1);

        Assert.Equal(
            ("ExpiredIteratorException", "The provided iterator exceeds the maximum age allowed."),
            await _service.FailAsync("GetRecords", $$"""{"ShardIterator":"{{iterator}}"}"""));
        Assert.Empty((await _client.PageAsync(next!)).Records);
    }

    [Fact]
    public async Task Records_AreTrimmedAfterADay()
    {
        string arn = await _client.CreateAsync();
        await PutAsync(0, 2);
        string[] numbers = [.. (await _client.ReadAsync(arn)).Select(StreamClient.Number)];
        _service.Time += TimeSpan.FromHours(1);
        await PutAsync(2, 1);
        _service.Time += TimeSpan.FromHours(23) - TimeSpan.FromMinutes(1);
        string early = await _client.IteratorAsync(arn);
        Assert.Equal("012", await KeysAsync(early));
        _service.Time += TimeSpan.FromMinutes(1) + TimeSpan.FromMilliseconds(1);

        (string, string) trimmed = ("TrimmedDataAccessException", "The data you are trying to access has been trimmed");
        string shard = (await _client.ShardsAsync(arn))[0];
        Assert.Equal(trimmed, await _service.FailAsync("GetRecords", $$"""{"ShardIterator":"{{early}}"}"""));
        Assert.Equal(trimmed, await _service.FailAsync("GetShardIterator", StreamClient.Iterator(arn, shard, "AT_SEQUENCE_NUMBER", numbers[0])));
        Assert.Equal(trimmed, await _service.FailAsync("GetShardIterator", StreamClient.Iterator(arn, shard, "AFTER_SEQUENCE_NUMBER", numbers[0])));
        Assert.Equal("2", await KeysAsync(await _client.IteratorAsync(arn, "AFTER_SEQUENCE_NUMBER", numbers[1])));
        Assert.Equal("2", await KeysAsync(await _client.IteratorAsync(arn)));
    }

    [Fact]
    public async Task RecordsBeyondTheMemoryOfAStream_AreTrimmedEarly()
    {
        var service = new Service(new(SkipSignatureValidation: true) { StreamMemoryBytes = 10_000 });
        var client = new StreamClient(service);
        string arn = await client.CreateAsync();
        string early = await client.IteratorAsync(arn);
        for (int i = 0; i < 100; i++) await service.AskAsync("PutItem", $$$$"""{"TableName":"tab","Item":{"pk":{"S":"{{{{i}}}}"},"v":{"S":"{{{{new string('x', 1000)}}}}"}}}""");

        Assert.Equal("TrimmedDataAccessException", (await service.FailAsync("GetRecords", $$"""{"ShardIterator":"{{early}}"}""")).Code);
        List<JsonElement> kept = await client.ReadAsync(arn);
        Assert.Equal(8, kept.Count);
        Assert.StartsWith("INSERT 99 ", StreamClient.Show(kept[^1]), StringComparison.Ordinal);
    }

    private async Task PutAsync(int first, int count)
    {
        for (int i = first; i < first + count; i++) await _service.AskAsync("PutItem", $$$$"""{"TableName":"tab","Item":{"pk":{"S":"{{{{i}}}}"}}}""");
    }

    private async Task<string> KeysAsync(string iterator) => string.Concat((await _client.PageAsync(iterator)).Records.Select(
        static record => record.GetProperty("dynamodb").GetProperty("Keys").GetProperty("pk").GetProperty("S").GetString()));
}
