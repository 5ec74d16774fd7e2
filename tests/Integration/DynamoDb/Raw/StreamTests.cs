using System.Net.Http.Headers;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.DynamoDb.Raw;

/// <summary>DynamoDB Streams over HTTP: the SDK writes, its client for streams is a package of its own.</summary>
[Trait(RunningInstance.Requests, RunningInstance.Unsigned)]
public sealed class StreamTests(RunningInstance instance) : DynamoDbTest(instance)
{
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task Writes_AreReadInOrderOverPages()
    {
        CreateTableRequest request = TableRequest(Instance.NewName("stream"));
        request.StreamSpecification = new() { StreamEnabled = true, StreamViewType = StreamViewType.NEW_AND_OLD_IMAGES };
        string table = await NewTableAsync(request);
        string arn = (await ActiveAsync(table)).LatestStreamArn;
        for (int i = 0; i < 5; i++) await PutAsync(table, Item(("pk", "a"), ("v", i)));
        await Dynamo.DeleteItemAsync(table, Item(("pk", "a")));

        JsonElement listed = await AskAsync("ListStreams", $$"""{"TableName":"{{table}}"}""");
        Assert.Equal(arn, Assert.Single(listed.GetProperty("Streams").EnumerateArray()).GetProperty("StreamArn").GetString());
        JsonElement stream = (await AskAsync("DescribeStream", $$"""{"StreamArn":"{{arn}}"}""")).GetProperty("StreamDescription");
        Assert.Equal("ENABLED", stream.GetProperty("StreamStatus").GetString());
        string shard = Assert.Single(stream.GetProperty("Shards").EnumerateArray()).GetProperty("ShardId").GetString()!;
        string iterator = (await AskAsync("GetShardIterator", $$"""{"StreamArn":"{{arn}}","ShardId":"{{shard}}","ShardIteratorType":"TRIM_HORIZON"}""")).GetProperty("ShardIterator").GetString()!;

        List<string> events = [];
        for (int page = 0; page < 3; page++)
        {
            JsonElement answer = await AskAsync("GetRecords", $$"""{"ShardIterator":"{{iterator}}","Limit":2}""");
            events.AddRange(answer.GetProperty("Records").EnumerateArray().Select(static record => record.GetProperty("eventName").GetString()!));
            iterator = answer.GetProperty("NextShardIterator").GetString()!;
        }

        Assert.Equal(["INSERT", "MODIFY", "MODIFY", "MODIFY", "MODIFY", "REMOVE"], events);
    }

    [Fact]
    public async Task Error_HasTheTypeOfDynamoDb()
    {
        const string Arn = "arn:aws:dynamodb:us-east-1:000000000000:table/absent/stream/2026-01-02T03:04:05.678";
        (int status, JsonElement body) = await SendAsync("DescribeStream", $$"""{"StreamArn":"{{Arn}}"}""");

        Assert.Equal(400, status);
        Assert.Equal("com.amazonaws.dynamodb.v20120810#ResourceNotFoundException", body.GetProperty("__type").GetString());
        Assert.Equal($"Requested resource not found: Stream: {Arn} not found", body.GetProperty("message").GetString());
    }

    private async Task<JsonElement> AskAsync(string operation, string json)
    {
        (int status, JsonElement body) = await SendAsync(operation, json);
        Assert.True(status == 200, $"{operation} {json}: {body}");
        return body;
    }

    private async Task<(int Status, JsonElement Body)> SendAsync(string operation, string json)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, Instance.Address)
        {
            Content = new StringContent(json, new MediaTypeHeaderValue("application/x-amz-json-1.0")),
        };
        request.Headers.Add("X-Amz-Target", "DynamoDBStreams_20120810." + operation);
        using HttpResponseMessage response = await Http.SendAsync(request);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return ((int)response.StatusCode, document.RootElement.Clone());
    }
}
