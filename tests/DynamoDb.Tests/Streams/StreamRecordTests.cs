using System.Text.Json;
using RustStack.DynamoDb.Tests.Operations;

namespace RustStack.DynamoDb.Tests.Streams;

/// <summary>Which records the kinds of writes leave, and what is in them.</summary>
public sealed class StreamRecordTests
{
    private const string Put = """{"TableName":"tab","Item":{"pk":{"S":"a"},"v":{"N":"1"}}}""";

    private readonly Service _service = new();
    private readonly StreamClient _client;

    public StreamRecordTests() => _client = new(_service);

    public static TheoryData<string, string, string[]> Writes => new()
    {
        { "PutItem", """{"TableName":"tab","Item":{"pk":{"S":"b"},"v":{"N":"2"}}}""", ["INSERT b - v=2"] },
        { "PutItem", """{"TableName":"tab","Item":{"pk":{"S":"a"},"v":{"N":"2"}}}""", ["MODIFY a v=1 v=2"] },
        { "PutItem", """{"TableName":"tab","Item":{"v":{"N":"1.0"},"pk":{"S":"a"}}}""", [] },
        { "PutItem", """{"TableName":"tab","Item":{"pk":{"S":"a"},"v":{"N":"2"}},"ConditionExpression":"attribute_not_exists(pk)"}""", [] },
        { "UpdateItem", """{"TableName":"tab","Key":{"pk":{"S":"a"}},"UpdateExpression":"SET w = :w","ExpressionAttributeValues":{":w":{"S":"x"}}}""", ["MODIFY a v=1 v=1,w=x"] },
        { "UpdateItem", """{"TableName":"tab","Key":{"pk":{"S":"a"}},"UpdateExpression":"SET v = :v","ExpressionAttributeValues":{":v":{"N":"1"}}}""", [] },
        { "UpdateItem", """{"TableName":"tab","Key":{"pk":{"S":"a"}}}""", [] },
        { "UpdateItem", """{"TableName":"tab","Key":{"pk":{"S":"b"}}}""", ["INSERT b - "] },
        { "DeleteItem", """{"TableName":"tab","Key":{"pk":{"S":"a"}}}""", ["REMOVE a v=1 -"] },
        { "DeleteItem", """{"TableName":"tab","Key":{"pk":{"S":"b"}}}""", [] },
        {
            "BatchWriteItem",
            """{"RequestItems":{"tab":[{"PutRequest":{"Item":{"pk":{"S":"b"}}}},{"DeleteRequest":{"Key":{"pk":{"S":"a"}}}},{"DeleteRequest":{"Key":{"pk":{"S":"c"}}}}]}}""",
            ["INSERT b - ", "REMOVE a v=1 -"]
        },
        {
            "TransactWriteItems",
            """
            {"TransactItems":[{"Put":{"TableName":"tab","Item":{"pk":{"S":"b"}}}},{"ConditionCheck":{"TableName":"tab","Key":{"pk":{"S":"d"}},"ConditionExpression":"attribute_not_exists(pk)"}},
              {"Update":{"TableName":"tab","Key":{"pk":{"S":"a"}},"UpdateExpression":"ADD v :one","ExpressionAttributeValues":{":one":{"N":"1"}}}},{"Delete":{"TableName":"tab","Key":{"pk":{"S":"c"}}}}]}
            """,
            ["INSERT b - ", "MODIFY a v=1 v=2"]
        },
        {
            "TransactWriteItems",
            """{"TransactItems":[{"Put":{"TableName":"tab","Item":{"pk":{"S":"b"}}}},{"Delete":{"TableName":"tab","Key":{"pk":{"S":"a"}},"ConditionExpression":"v > v"}}]}""",
            []
        },
        { "ExecuteStatement", """{"Statement":"INSERT INTO tab VALUE {'pk':'b','v':3}"}""", ["INSERT b - v=3"] },
        { "ExecuteStatement", """{"Statement":"UPDATE tab SET v = 3 WHERE pk = 'a'"}""", ["MODIFY a v=1 v=3"] },
        { "ExecuteStatement", """{"Statement":"DELETE FROM tab WHERE pk = 'a'"}""", ["REMOVE a v=1 -"] },
        { "BatchExecuteStatement", """{"Statements":[{"Statement":"DELETE FROM tab WHERE pk = 'a'"},{"Statement":"INSERT INTO tab VALUE {'pk':'b'}"}]}""", ["REMOVE a v=1 -", "INSERT b - "] },
        { "ExecuteTransaction", """{"TransactStatements":[{"Statement":"DELETE FROM tab WHERE pk = 'a'"},{"Statement":"INSERT INTO tab VALUE {'pk':'b'}"}]}""", ["REMOVE a v=1 -", "INSERT b - "] },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Write_LeavesARecordForEachItemThatChanges(string operation, string json, string[] expected)
    {
        string arn = await _client.CreateAsync();
        await _service.AskAsync("PutItem", Put);
        string latest = await _client.IteratorAsync(arn, "LATEST");
        await _service.SendAsync(operation, json);

        (List<JsonElement> records, string? next) = await _client.PageAsync(latest);
        Assert.Equal(expected, records.Select(StreamClient.Show));
        Assert.NotNull(next);
    }

    [Theory]
    [InlineData("""{"S":"x"}""", """{"S":"y"}""", true)]
    [InlineData("""{"SS":["x","y"]}""", """{"SS":["y","x"]}""", false)]
    [InlineData("""{"NS":["1","2.0"]}""", """{"NS":["2","1.0"]}""", false)]
    [InlineData("""{"L":[{"S":"x"},{"S":"y"}]}""", """{"L":[{"S":"y"},{"S":"x"}]}""", true)]
    [InlineData("""{"M":{"a":{"SS":["x","y"]},"b":{"N":"1"}}}""", """{"M":{"b":{"N":"1"},"a":{"SS":["y","x"]}}}""", false)]
    [InlineData("""{"M":{"a":{"S":"x"}}}""", """{"M":{"a":{"B":"eA=="}}}""", true)]
    [InlineData("""{"NULL":true}""", """{"BOOL":true}""", true)]
    public async Task Put_OfTheSameValues_LeavesNoRecord(string before, string after, bool isChange)
    {
        string arn = await _client.CreateAsync();
        await _service.AskAsync("PutItem", $$$$"""{"TableName":"tab","Item":{"pk":{"S":"a"},"v":{{{{before}}}} }}""");
        await _service.AskAsync("PutItem", $$$$"""{"TableName":"tab","Item":{"v":{{{{after}}}},"pk":{"S":"a"} }}""");
        Assert.Equal(isChange ? 2 : 1, (await _client.ReadAsync(arn)).Count);
    }

    [Theory]
    [InlineData("KEYS_ONLY", "Keys", "Keys", "Keys", 3, 3, 3)]
    [InlineData("NEW_IMAGE", "Keys NewImage", "Keys NewImage", "Keys", 9, 10, 3)]
    [InlineData("OLD_IMAGE", "Keys", "Keys OldImage", "Keys OldImage", 3, 9, 10)]
    [InlineData("NEW_AND_OLD_IMAGES", "Keys NewImage", "Keys NewImage OldImage", "Keys OldImage", 9, 16, 10)]
    public async Task ViewType_DecidesWhichImagesThereAre(
        string viewType, string inserted, string modified, string removed, long insertedBytes, long modifiedBytes, long removedBytes)
    {
        string arn = await _client.CreateAsync(viewType);
        await _service.AskAsync("PutItem", Put);
        await _service.AskAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"a"},"v":{"N":"123"}}}""");
        await _service.AskAsync("DeleteItem", """{"TableName":"tab","Key":{"pk":{"S":"a"}}}""");

        List<JsonElement> changes = [.. (await _client.ReadAsync(arn)).Select(static record => record.GetProperty("dynamodb"))];
        Assert.Equal([inserted, modified, removed], changes.Select(static change => string.Join(' ', ((string[])["Keys", "NewImage", "OldImage"]).Where(name => change.TryGetProperty(name, out _)))));
        Assert.Equal([insertedBytes, modifiedBytes, removedBytes], changes.Select(static change => change.GetProperty("SizeBytes").GetInt64()));
        Assert.All(changes, change => Assert.Equal(viewType, change.GetProperty("StreamViewType").GetString()));
    }

    [Fact]
    public async Task Record_SaysWhatHappenedWhenAndWhere()
    {
        string arn = await _client.CreateAsync();
        _service.Time += TimeSpan.FromMilliseconds(1_999);
        await _service.AskAsync("PutItem", Put);
        await _service.AskAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"b"},"v":{"N":"1"}}}""");

        List<JsonElement> records = await _client.ReadAsync(arn);
        JsonElement record = records[0];
        Assert.Matches("^[0-9a-f]{32}$", record.GetProperty("eventID").GetString());
        Assert.NotEqual(record.GetProperty("eventID").GetString(), records[1].GetProperty("eventID").GetString());
        Assert.Equal(record.GetProperty("eventID").GetString(), (await _client.ReadAsync(arn))[0].GetProperty("eventID").GetString());
        Assert.Equal("1.1", record.GetProperty("eventVersion").GetString());
        Assert.Equal("aws:dynamodb", record.GetProperty("eventSource").GetString());
        Assert.Equal("us-east-1", record.GetProperty("awsRegion").GetString());
        Assert.False(record.TryGetProperty("userIdentity", out _));
        JsonElement change = record.GetProperty("dynamodb");
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 6, TimeSpan.Zero).ToUnixTimeSeconds(), change.GetProperty("ApproximateCreationDateTime").GetDouble());
        Assert.Equal("""{"pk":{"S":"a"}}""", change.GetProperty("Keys").GetRawText());
        Assert.Matches("^[0-9]{21,40}$", StreamClient.Number(record));
        Assert.True(string.CompareOrdinal(StreamClient.Number(record), StreamClient.Number(records[1])) < 0);
    }

    // The sizes of the sample records in AWS's guide for Lambda.
    [Fact]
    public async Task SizeBytes_AreThoseOfAwsSamples()
    {
        await _service.AskAsync("CreateTable", """
            {"TableName":"tab","AttributeDefinitions":[{"AttributeName":"Id","AttributeType":"N"}],"KeySchema":[{"AttributeName":"Id","KeyType":"HASH"}],
             "BillingMode":"PAY_PER_REQUEST","StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"}}
            """);
        string arn = (await _service.DescribeAsync()).GetProperty("LatestStreamArn").GetString()!;
        await _service.AskAsync("PutItem", """{"TableName":"tab","Item":{"Message":{"S":"New item!"},"Id":{"N":"101"}}}""");
        await _service.AskAsync("PutItem", """{"TableName":"tab","Item":{"Message":{"S":"This item has changed"},"Id":{"N":"101"}}}""");
        await _service.AskAsync("DeleteItem", """{"TableName":"tab","Key":{"Id":{"N":"101"}}}""");

        Assert.Equal([26, 59, 38], (await _client.ReadAsync(arn)).Select(static record => record.GetProperty("dynamodb").GetProperty("SizeBytes").GetInt32()));
    }

    [Fact]
    public async Task ExpiredItem_IsRemovedByTheService()
    {
        string arn = await _client.CreateAsync();
        await _service.AskAsync("UpdateTimeToLive", """{"TableName":"tab","TimeToLiveSpecification":{"Enabled":true,"AttributeName":"t"}}""");
        await _service.AskAsync("PutItem", $$$$"""{"TableName":"tab","Item":{"pk":{"S":"a"},"t":{"N":"{{{{_service.Time.ToUnixTimeSeconds() - 1}}}}"}}}""");
        _service.Time += TimeSpan.FromMinutes(1);

        JsonElement record = (await _client.ReadAsync(arn))[1];
        Assert.Equal("REMOVE", record.GetProperty("eventName").GetString());
        Assert.Equal("""{"PrincipalId":"dynamodb.amazonaws.com","Type":"Service"}""", record.GetProperty("userIdentity").GetRawText());
        await _service.StopAsync();
    }

    [Fact]
    public async Task KeysOfTwoAttributes_AreBothThere()
    {
        await _service.CreateIndexedAsync();
        await _service.AskAsync("UpdateTable", """{"TableName":"tab","StreamSpecification":{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"}}""");
        string arn = (await _service.DescribeAsync()).GetProperty("LatestStreamArn").GetString()!;
        await _service.AskAsync("PutItem", """{"TableName":"tab","Item":{"g":{"S":"G"},"sk":{"N":"1"},"pk":{"S":"a"}}}""");

        JsonElement keys = Assert.Single(await _client.ReadAsync(arn)).GetProperty("dynamodb").GetProperty("Keys");
        Assert.Equal(["pk", "sk"], keys.EnumerateObject().Select(static attribute => attribute.Name).Order());
    }
}
