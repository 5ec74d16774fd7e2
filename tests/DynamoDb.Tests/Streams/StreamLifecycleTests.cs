using System.Text.Json;
using RustStack.DynamoDb.Tests.Operations;

namespace RustStack.DynamoDb.Tests.Streams;

/// <summary>Streams from enabling to a day after their end, and their shards.</summary>
public sealed class StreamLifecycleTests
{
    private const string Disable = """{"TableName":"tab","StreamSpecification":{"StreamEnabled":false}}""";
    private const string Enable = """{"TableName":"tab","StreamSpecification":{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"}}""";

    private readonly Service _service = new();
    private readonly StreamClient _client;

    public StreamLifecycleTests() => _client = new(_service);

    [Fact]
    public async Task Description_SaysWhatTheStreamIs()
    {
        string arn = await _client.CreateAsync();
        JsonElement stream = await _client.DescribeAsync(arn);

        Assert.Equal(arn, stream.GetProperty("StreamArn").GetString());
        Assert.Equal("2026-01-02T03:04:05.000", stream.GetProperty("StreamLabel").GetString());
        Assert.Equal("ENABLED", stream.GetProperty("StreamStatus").GetString());
        Assert.Equal("NEW_AND_OLD_IMAGES", stream.GetProperty("StreamViewType").GetString());
        Assert.Equal(_service.Time.ToUnixTimeSeconds(), stream.GetProperty("CreationRequestDateTime").GetDouble());
        Assert.Equal("tab", stream.GetProperty("TableName").GetString());
        Assert.Equal("""[{"AttributeName":"pk","KeyType":"HASH"}]""", stream.GetProperty("KeySchema").GetRawText());
        Assert.False(stream.TryGetProperty("LastEvaluatedShardId", out _));
        JsonElement shard = Assert.Single(stream.GetProperty("Shards").EnumerateArray());
        Assert.Matches("^shardId-[0-9]{20}-[0-9a-f]{8}$", shard.GetProperty("ShardId").GetString());
        Assert.False(shard.TryGetProperty("ParentShardId", out _));
        JsonElement range = shard.GetProperty("SequenceNumberRange");
        Assert.Matches("^[0-9]{22}$", range.GetProperty("StartingSequenceNumber").GetString());
        Assert.False(range.TryGetProperty("EndingSequenceNumber", out _));
    }

    [Fact]
    public async Task DisabledStream_IsReadableForADay()
    {
        string arn = await _client.CreateAsync();
        await PutAsync("a");
        await _service.AskAsync("UpdateTable", Disable);
        await PutAsync("b");
        await AssertEndedAsync(arn);
    }

    [Fact]
    public async Task StreamOfADeletedTable_IsReadableForADay()
    {
        string arn = await _client.CreateAsync();
        await PutAsync("a");
        await _service.AskAsync("DeleteTable", """{"TableName":"tab"}""");
        await AssertEndedAsync(arn);
    }

    [Fact]
    public async Task EnabledAgain_IsAnotherStream()
    {
        string first = await _client.CreateAsync();
        await PutAsync("a");
        await _service.AskAsync("UpdateTable", Disable);
        await _service.AskAsync("UpdateTable", Enable);
        await PutAsync("b");
        string second = (await _service.DescribeAsync()).GetProperty("LatestStreamArn").GetString()!;

        Assert.EndsWith("/stream/2026-01-02T03:04:05.001", second, StringComparison.Ordinal);
        Assert.Equal(["INSERT a - "], (await _client.ReadAsync(first)).Select(StreamClient.Show));
        Assert.Equal(["INSERT b - -"], (await _client.ReadAsync(second)).Select(StreamClient.Show));
        Assert.Equal([first, second], await ListAsync(""" "TableName":"tab" """));
    }

    [Fact]
    public async Task TableCreatedAgainAtOnce_HasAnotherStream()
    {
        string first = await _client.CreateAsync();
        await PutAsync("a");
        await _service.AskAsync("DeleteTable", """{"TableName":"tab"}""");
        string second = await _client.CreateAsync();

        Assert.NotEqual(first, second);
        Assert.Single(await _client.ReadAsync(first));
        Assert.Empty(await _client.ReadAsync(second));
    }

    [Fact]
    public async Task Statuses_FollowThoseOfTheTable()
    {
        var service = new Service(new(SkipSignatureValidation: true) { StatusDelay = TimeSpan.FromSeconds(1) });
        var client = new StreamClient(service);
        string arn = await client.CreateAsync();
        Assert.Equal("ENABLING", (await client.DescribeAsync(arn)).GetProperty("StreamStatus").GetString());
        service.Time += TimeSpan.FromSeconds(1);
        Assert.Equal("ENABLED", (await client.DescribeAsync(arn)).GetProperty("StreamStatus").GetString());
        await service.AskAsync("UpdateTable", Disable);
        Assert.Equal("DISABLING", (await client.DescribeAsync(arn)).GetProperty("StreamStatus").GetString());
        service.Time += TimeSpan.FromSeconds(1);
        Assert.Equal("DISABLED", (await client.DescribeAsync(arn)).GetProperty("StreamStatus").GetString());
    }

    [Fact]
    public async Task Streams_AreListedInPages()
    {
        string[] arns = [await _client.CreateAsync(name: "one"), await _client.CreateAsync(name: "three"), await _client.CreateAsync(name: "two")];
        await _service.CreateSimpleAsync("without");
        _service.Region = "eu-west-1";
        await _client.CreateAsync(name: "elsewhere");
        _service.Region = "us-east-1";

        Assert.Equal(arns, await ListAsync(""));
        Assert.Equal([arns[2]], await ListAsync(""" "TableName":"two" """));
        Assert.Empty(await ListAsync(""" "TableName":"without" """));
        JsonElement page = await _service.AskJsonAsync("ListStreams", """{"Limit":2}""");
        Assert.Equal(arns[1], page.GetProperty("LastEvaluatedStreamArn").GetString());
        Assert.Equal("one", page.GetProperty("Streams")[0].GetProperty("TableName").GetString());
        Assert.Equal("2026-01-02T03:04:05.000", page.GetProperty("Streams")[0].GetProperty("StreamLabel").GetString());
        Assert.Equal([arns[2]], await ListAsync($" \"Limit\":2,\"ExclusiveStartStreamArn\":\"{arns[1]}\" "));
    }

    [Fact]
    public async Task OldShard_IsClosedByTheNextRecordAndHasAChild()
    {
        string arn = await _client.CreateAsync();
        await PutAsync("a");
        _service.Time += TimeSpan.FromHours(4);
        Assert.Single(await _client.ShardsAsync(arn));
        await PutAsync("b");

        JsonElement[] shards = [.. (await _client.DescribeAsync(arn)).GetProperty("Shards").EnumerateArray()];
        Assert.Equal(2, shards.Length);
        string parent = shards[0].GetProperty("ShardId").GetString()!;
        Assert.Equal(parent, shards[1].GetProperty("ParentShardId").GetString());
        string end = shards[0].GetProperty("SequenceNumberRange").GetProperty("EndingSequenceNumber").GetString()!;
        string start = shards[1].GetProperty("SequenceNumberRange").GetProperty("StartingSequenceNumber").GetString()!;
        Assert.True(string.CompareOrdinal(end, start) < 0);
        Assert.False(shards[1].GetProperty("SequenceNumberRange").TryGetProperty("EndingSequenceNumber", out _));

        (List<JsonElement> records, string? next) = await _client.PageAsync(await _client.IteratorAsync(arn, shard: parent));
        Assert.Equal(["INSERT a - "], records.Select(StreamClient.Show));
        Assert.Null(next);
        Assert.Equal(["INSERT a - ", "INSERT b - "], (await _client.ReadAsync(arn)).Select(StreamClient.Show));
        Assert.Equal([shards[1].GetProperty("ShardId").GetString()!], await ShardIdsAsync(arn, $$$""","ShardFilter":{"Type":"CHILD_SHARDS","ShardId":"{{{parent}}}"}"""));

        // A closed shard is gone a day after its end, with the last of its records.
        _service.Time += TimeSpan.FromHours(20.5);
        Assert.Equal("TrimmedDataAccessException", (await _service.FailAsync("GetShardIterator", StreamClient.Iterator(arn, parent, "AT_SEQUENCE_NUMBER", StreamClient.Number(records[0])))).Code);
        Assert.Null((await _client.PageAsync(await _client.IteratorAsync(arn, shard: parent))).Next);
        _service.Time += TimeSpan.FromHours(4);
        Assert.Equal([shards[1].GetProperty("ShardId").GetString()!], await _client.ShardsAsync(arn));
        Assert.Equal(("ResourceNotFoundException", "Requested resource not found: Shard does not exist"), await _service.FailAsync("GetShardIterator", StreamClient.Iterator(arn, parent, "LATEST", null)));
    }

    [Fact]
    public async Task SeveralShards_ShareTheKeysOut()
    {
        var service = new Service(new(SkipSignatureValidation: true) { StreamShards = 4 });
        var client = new StreamClient(service);
        string arn = await client.CreateAsync();
        for (int i = 0; i < 60; i++) await service.AskAsync("PutItem", $$$$"""{"TableName":"tab","Item":{"pk":{"S":"{{{{i % 20}}}}"},"v":{"N":"{{{{i}}}}"}}}""");

        HashSet<string> seen = [];
        List<string> shards = await client.ShardsAsync(arn);
        Assert.Equal(4, shards.Count);
        foreach (string shard in shards)
        {
            List<JsonElement> records = await client.ReadShardAsync(arn, shard, ""","Limit":7""");
            Assert.NotEmpty(records);
            foreach (IGrouping<string, JsonElement> key in records.GroupBy(static record => record.GetProperty("dynamodb").GetProperty("Keys").GetRawText()))
            {
                Assert.True(seen.Add(key.Key));
                Assert.Equal(["INSERT", "MODIFY", "MODIFY"], key.Select(static record => record.GetProperty("eventName").GetString()));
            }
        }

        Assert.Equal(20, seen.Count);
        JsonElement page = await client.DescribeAsync(arn, ""","Limit":3""");
        Assert.Equal(shards[2], page.GetProperty("LastEvaluatedShardId").GetString());
        page = await client.DescribeAsync(arn, $",\"ExclusiveStartShardId\":\"{shards[2]}\"");
        Assert.Equal(shards[3], Assert.Single(page.GetProperty("Shards").EnumerateArray()).GetProperty("ShardId").GetString());
    }

    private async Task AssertEndedAsync(string arn)
    {
        JsonElement stream = await _client.DescribeAsync(arn);
        Assert.Equal("DISABLED", stream.GetProperty("StreamStatus").GetString());
        Assert.Equal([arn], await ListAsync(""));
        JsonElement range = Assert.Single(stream.GetProperty("Shards").EnumerateArray()).GetProperty("SequenceNumberRange");
        (List<JsonElement> records, string? next) = await _client.PageAsync(await _client.IteratorAsync(arn));
        Assert.Equal(["INSERT a - "], records.Select(StreamClient.Show));
        Assert.Null(next);
        Assert.True(string.CompareOrdinal(StreamClient.Number(records[0]), range.GetProperty("EndingSequenceNumber").GetString()) < 0);

        _service.Time += TimeSpan.FromHours(24);
        await _client.DescribeAsync(arn);
        _service.Time += TimeSpan.FromMilliseconds(1);
        Assert.Equal("ResourceNotFoundException", (await _service.FailAsync("DescribeStream", $$"""{"StreamArn":"{{arn}}"}""")).Code);
        Assert.Empty(await ListAsync(""));
        await _service.StopAsync();
    }

    private Task PutAsync(string pk) => _service.AskAsync("PutItem", $$$$"""{"TableName":"tab","Item":{"pk":{"S":"{{{{pk}}}}"}}}""");

    private async Task<List<string>> ListAsync(string members) =>
        [.. (await _service.AskJsonAsync("ListStreams", $$"""{{{members}}}""")).GetProperty("Streams").EnumerateArray().Select(static stream => stream.GetProperty("StreamArn").GetString()!)];

    private async Task<List<string>> ShardIdsAsync(string arn, string more) =>
        [.. (await _client.DescribeAsync(arn, more)).GetProperty("Shards").EnumerateArray().Select(static shard => shard.GetProperty("ShardId").GetString()!)];
}
