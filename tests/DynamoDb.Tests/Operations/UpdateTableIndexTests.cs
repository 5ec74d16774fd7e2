using System.Text.Json;

namespace RustStack.DynamoDb.Tests.Operations;

/// <summary>Global indexes that are added to tables, changed and taken away.</summary>
public sealed class UpdateTableIndexTests
{
    private const string Invalid = "One or more parameter values were invalid: ";
    private const string All = """{"ProjectionType":"ALL"}""";
    private const string G = """{"AttributeName":"g","KeyType":"HASH"}""";
    private const string DefineG = """{"AttributeName":"g","AttributeType":"S"}""";
    private const string Units = """{"ReadCapacityUnits":1,"WriteCapacityUnits":1}""";

    private readonly Service _service = new();

    public static TheoryData<string, string, string> Refused => new()
    {
        { Delete("ghost"), "ResourceNotFoundException", "Requested resource not found: Index ghost for table tab" },
        { UpdateIndex("ghost", Units), "ResourceNotFoundException", "Requested resource not found: Index ghost for table tab" },
        { Delete("lsi"), "ValidationException", "Cannot delete an index that is not a GlobalSecondaryIndex: lsi" },
        { UpdateIndex("lsi", Units), "ValidationException", "Cannot update an index that is not a GlobalSecondaryIndex: lsi" },
        { Create("all", G), "ValidationException", "Attempting to create an index which already exists" },
        { Create("lsi", G), "ValidationException", "Attempting to create an index which already exists" },
        { Create("new", G, definitions: ""), "ValidationException", Invalid + "AttributeDefinitions is not specified for index: new" },
        {
            Create("new", """{"AttributeName":"zz","KeyType":"HASH"}"""), "ValidationException",
            Invalid + "Some index key attributes are not defined in AttributeDefinitions. Keys: [zz], AttributeDefinitions: [pk, sk, g, h]"
        },
        { Create("new", """{"AttributeName":"g","KeyType":"RANGE"}"""), "ValidationException", "Invalid KeySchema: The first KeySchemaElement is not a HASH key type" },
        { Create("new", $"{G},{G}"), "ValidationException", "The KeySchema contains multiple key attributes with the same name" },
        {
            Create("new", """{"AttributeName":"g","KeyType":"HASH"},{"AttributeName":"h","KeyType":"RANGE"},{"AttributeName":"pk","KeyType":"HASH"}"""),
            "ValidationException", Invalid + "All HASH key attributes must precede RANGE key attributes in the KeySchema"
        },
        { Create("new", Keys("HASH", 5), Definitions(5)), "ValidationException", Invalid + "The KeySchema exceeds the maximum allowed number of HASH key attributes" },
        { Create("new", $"{G},{Keys("RANGE", 5)}", Definitions(5)), "ValidationException", Invalid + "The KeySchema exceeds the maximum allowed number of RANGE key attributes" },
        { Create("new", G, projection: "{}"), "ValidationException", Invalid + "Unknown ProjectionType: null" },
        {
            Create("new", G, more: $",\"ProvisionedThroughput\":{Units}"), "ValidationException",
            Invalid + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified for index: new when BillingMode is PAY_PER_REQUEST"
        },
        {
            Create("new", G, more: ",\"OnDemandThroughput\":{\"MaxReadRequestUnits\":0}"), "ValidationException",
            Invalid + "Requested MaxReadRequestUnits for OnDemandThroughput for index : new is outside of valid range"
        },
        {
            Create("new", G, more: ",\"WarmThroughput\":{\"ReadUnitsPerSecond\":1}"), "ValidationException",
            Invalid + "Requested ReadUnitsPerSecond for WarmThroughput for index new is lower than initial throughput for OnDemand. See: "
            + "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html#on-demand-capacity-mode-initial"
        },
        {
            UpdateIndex("all", Units), "ValidationException",
            Invalid + "The only Updates for index: all when TableThroughputMode is PAY_PER_REQUEST can be to OnDemandThroughput, WarmThroughput"
        },
        {
            "\"GlobalSecondaryIndexUpdates\":[{\"Update\":{\"IndexName\":\"all\"}}]", "ValidationException",
            Invalid + "The only Updates for index: all when TableThroughputMode is PAY_PER_REQUEST can be to OnDemandThroughput, WarmThroughput"
        },
        {
            "\"GlobalSecondaryIndexUpdates\":[{\"Delete\":{\"IndexName\":\"all\"}},{\"Delete\":{\"IndexName\":\"keys\"}}]", "LimitExceededException",
            "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table"
        },
        {
            "\"BillingMode\":\"PROVISIONED\",\"ProvisionedThroughput\":" + Units, "ValidationException",
            Invalid + "ProvisionedThroughput must be specified for index: all"
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task InvalidUpdate_IsRefusedAndChangesNothing(string change, string code, string message)
    {
        await _service.CreateIndexedAsync();
        string before = (await _service.DescribeAsync()).GetRawText();
        Assert.Equal((code, message), await _service.FailAsync("UpdateTable", Update(change)));
        Assert.Equal(before, (await _service.DescribeAsync()).GetRawText());
    }

    [Fact]
    public async Task Created_HasTheItemsThatFitIt()
    {
        await _service.CreateSimpleAsync();
        await PutAsync("fits", """, "g":{"S":"G"}, "x":{"N":"1"}""");
        await PutAsync("fits-too", """, "g":{"S":"G"}""");
        await PutAsync("missing", "");
        await PutAsync("number", """, "g":{"N":"1"}""");
        await PutAsync("null", """, "g":{"NULL":true}""");
        await PutAsync("empty", """, "g":{"S":""}""");
        await PutAsync("longest", $$"""  , "g":{"S":"{{new string('l', 2048)}}"}  """);
        await PutAsync("too-long", $$"""  , "g":{"S":"{{new string('l', 2049)}}"}  """);

        JsonElement created = (await UpdateAsync(Create("ind", G))).GetProperty("GlobalSecondaryIndexes")[0];

        Assert.Equal("ACTIVE", created.GetProperty("IndexStatus").GetString());
        Assert.Equal("arn:aws:dynamodb:us-east-1:000000000000:table/tab/index/ind", created.GetProperty("IndexArn").GetString());
        Assert.Equal(3, created.GetProperty("ItemCount").GetInt32());
        Assert.False(created.TryGetProperty("Backfilling", out _));
        Assert.Equal(["fits", "fits-too", "longest"], (await ScanAsync("ind")).Order());
        Assert.Equal(8, (await ScanAsync(null)).Count);
    }

    [Fact]
    public async Task Created_FollowsItemsThatDidNotFit()
    {
        await _service.CreateSimpleAsync();
        foreach (string pk in new[] { "a", "b", "c" }) await PutAsync(pk, """, "g":{"N":"1"}""");
        await UpdateAsync(Create("ind", G));

        await PutAsync("a", """, "g":{"S":"G"}""");
        await _service.AskAsync("DeleteItem", """{"TableName":"tab","Key":{"pk":{"S":"b"}}}""");
        await _service.AskAsync(
            "UpdateItem",
            """{"TableName":"tab","Key":{"pk":{"S":"c"}},"UpdateExpression":"SET g = :g","ExpressionAttributeValues":{":g":{"S":"G"}}}""");

        Assert.Equal(["a", "c"], (await ScanAsync("ind")).Order());
        await _service.AskAsync("DeleteItem", """{"TableName":"tab","Key":{"pk":{"S":"a"}}}""");
        JsonElement index = (await _service.DescribeAsync()).GetProperty("GlobalSecondaryIndexes")[0];
        Assert.Equal(1, index.GetProperty("ItemCount").GetInt32());
        Assert.Equal(5, index.GetProperty("IndexSizeBytes").GetInt32());
    }

    [Theory]
    [InlineData("""{"N":"1"}""", "The update expression attempted to update the secondary index key to unsupported type")]
    [InlineData(
        """{"S":""}""",
        "One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value that is not supported. "
        + "The AttributeValue for a key attribute cannot contain an empty string value.")]
    public async Task Created_LetsItemsThatViolateItOnlyBeUpdatedToFit(string value, string message)
    {
        await _service.CreateSimpleAsync();
        await PutAsync("a", $$"""  , "g":{{value}}  """);
        await UpdateAsync(Create("ind", G));
        const string Key = """ "TableName":"tab","Key":{"pk":{"S":"a"}},"ExpressionAttributeValues":{":v":{"S":"V"}} """;

        Assert.Equal(("ValidationException", message), await _service.FailAsync("UpdateItem", $$"""{{{Key}},"UpdateExpression":"SET x = :v"}"""));
        await _service.AskAsync("UpdateItem", $$"""{{{Key}},"UpdateExpression":"SET x = :v REMOVE g"}""");
        await _service.AskAsync("UpdateItem", $$"""{{{Key}},"UpdateExpression":"SET g = :v"}""");
        Assert.Equal(["a"], await ScanAsync("ind"));
    }

    [Fact]
    public async Task Created_AnswersAsOneOfCreateTable()
    {
        await _service.CreateSimpleAsync();
        for (int i = 0; i < 500; i++) await PutAsync($"p{i}", $$"""  , "g":{"S":"{{i % 3}}"}, "n":{"N":"{{500 - i}}"}, "x":{"S":"v"}, "y":{"S":"w"}  """);
        await UpdateAsync(Create(
            "ind",
            $$"""{{G}},{"AttributeName":"n","KeyType":"RANGE"}""",
            DefineG + """,{"AttributeName":"n","AttributeType":"N"}""",
            """{"ProjectionType":"INCLUDE","NonKeyAttributes":["x"]}"""));

        JsonElement page = await _service.AskJsonAsync("Query", """
            {"TableName":"tab","IndexName":"ind","KeyConditionExpression":"g = :g AND n < :n","ScanIndexForward":false,
             "ExpressionAttributeValues":{":g":{"S":"1"},":n":{"N":"8"}}}
            """);

        Assert.Equal(
            """[{"pk":{"S":"p493"},"g":{"S":"1"},"n":{"N":"7"},"x":{"S":"v"}},{"pk":{"S":"p496"},"g":{"S":"1"},"n":{"N":"4"},"x":{"S":"v"}},{"pk":{"S":"p499"},"g":{"S":"1"},"n":{"N":"1"},"x":{"S":"v"}}]""",
            page.GetProperty("Items").GetRawText());
    }

    [Fact]
    public async Task FourAndFourKeys_AreBackfilled()
    {
        await _service.CreateSimpleAsync();
        string attributes = string.Join(",", Enumerable.Range(0, 8).Select(static i => $$"""  "k{{i}}":{"S":"v{{i}}"}  """));
        await PutAsync("whole", "," + attributes);
        await PutAsync("lacking", "," + attributes.Replace("k7", "other", StringComparison.Ordinal));
        string hashes = Keys("HASH", 4);
        string ranges = Keys("RANGE", 8)[(Keys("RANGE", 4).Length + 1)..];
        JsonElement table = await UpdateAsync(Create("multi", $"{hashes},{ranges}", Definitions(8), """{"ProjectionType":"KEYS_ONLY"}"""));

        Assert.Equal(9, table.GetProperty("AttributeDefinitions").GetArrayLength());
        Assert.Equal(["whole"], await ScanAsync("multi"));
        JsonElement page = await _service.AskJsonAsync("Query", """
            {"TableName":"tab","IndexName":"multi","KeyConditionExpression":"k0 = :0 AND k1 = :1 AND k2 = :2 AND k3 = :3 AND k4 = :4",
             "ExpressionAttributeValues":{":0":{"S":"v0"},":1":{"S":"v1"},":2":{"S":"v2"},":3":{"S":"v3"},":4":{"S":"v4"}}}
            """);
        Assert.Equal(1, page.GetProperty("Count").GetInt32());
    }

    [Fact]
    public async Task Deleted_IsGoneWithItsDefinitions()
    {
        await _service.CreateSimpleAsync();
        await UpdateAsync(Create("ind", G));
        JsonElement table = await UpdateAsync(Delete("ind"));
        Assert.False(table.TryGetProperty("GlobalSecondaryIndexes", out _));
        Assert.Equal("""[{"AttributeName":"pk","AttributeType":"S"}]""", table.GetProperty("AttributeDefinitions").GetRawText());
        Assert.Equal(
            ("ValidationException", "The table does not have the specified index: ind"),
            await _service.FailAsync("Scan", """{"TableName":"tab","IndexName":"ind"}"""));
        await PutAsync("a", """, "g":{"N":"1"}""");
        await UpdateAsync(Create("ind", G, """{"AttributeName":"g","AttributeType":"N"}"""));
        Assert.Equal(["a"], await ScanAsync("ind"));
    }

    [Fact]
    public async Task TwentyFirst_ExceedsTheLimit()
    {
        string indexes = string.Join(",", Enumerable.Range(100, 20).Select(static i => $$"""{"IndexName":"i{{i}}","KeySchema":[{{G}}],"Projection":{{All}}}"""));
        await _service.AskAsync("CreateTable", $$"""
            {"TableName":"tab","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{{DefineG}}],
             "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],"GlobalSecondaryIndexes":[{{indexes}}]}
            """);
        Assert.Equal(
            ("LimitExceededException", "Subscriber limit exceeded: Number of global secondary indexes exceeds per-table limit of 20"),
            await _service.FailAsync("UpdateTable", Update(Create("new", G))));
        await UpdateAsync(Delete("i100"));
        await UpdateAsync(Create("new", G));
    }

    [Fact]
    public async Task Throughput_FollowsTheBillingMode()
    {
        await _service.CreateSimpleAsync();
        await UpdateAsync(Create("ind", G, more: ",\"OnDemandThroughput\":{\"MaxReadRequestUnits\":7}"));
        Assert.Equal(7, Index(await _service.DescribeAsync()).GetProperty("OnDemandThroughput").GetProperty("MaxReadRequestUnits").GetInt32());

        JsonElement provisioned = Index(await UpdateAsync($"\"BillingMode\":\"PROVISIONED\",\"ProvisionedThroughput\":{Units},{UpdateIndex("ind", Units)}"));
        Assert.Equal(1, provisioned.GetProperty("ProvisionedThroughput").GetProperty("ReadCapacityUnits").GetInt32());
        Assert.False(provisioned.TryGetProperty("OnDemandThroughput", out _));
        Assert.Equal(
            ("ValidationException", Invalid + "Both ReadCapacityUnits and WriteCapacityUnits must be specified for index: two"),
            await _service.FailAsync("UpdateTable", Update(Create("two", G))));
        Assert.Equal(
            ("ValidationException", "The provisioned throughput for the index ind will not change. The requested value equals the current value. "
                + "Current ReadCapacityUnits provisioned for index ind: 1. Requested ReadCapacityUnits: 1. "
                + "Current WriteCapacityUnits provisioned for index ind: 1. Requested WriteCapacityUnits: 1. "
                + "Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits."),
            await _service.FailAsync("UpdateTable", Update(UpdateIndex("ind", Units))));
        JsonElement raised = Index(await UpdateAsync(UpdateIndex("ind", """{"ReadCapacityUnits":9,"WriteCapacityUnits":1}""")));
        Assert.Equal(9, raised.GetProperty("ProvisionedThroughput").GetProperty("ReadCapacityUnits").GetInt32());
        Assert.True(raised.GetProperty("ProvisionedThroughput").TryGetProperty("LastIncreaseDateTime", out _));

        JsonElement onDemand = Index(await UpdateAsync("\"BillingMode\":\"PAY_PER_REQUEST\""));
        Assert.Equal(0, onDemand.GetProperty("ProvisionedThroughput").GetProperty("ReadCapacityUnits").GetInt32());
        Assert.Equal(12000, onDemand.GetProperty("WarmThroughput").GetProperty("ReadUnitsPerSecond").GetInt32());
    }

    private static JsonElement Index(JsonElement table) => table.GetProperty("GlobalSecondaryIndexes")[0];

    private static string Keys(string type, int count) =>
        string.Join(",", Enumerable.Range(0, count).Select(i => $$"""{"AttributeName":"k{{i}}","KeyType":"{{type}}"}"""));

    private static string Definitions(int count) =>
        string.Join(",", Enumerable.Range(0, count).Select(static i => $$"""{"AttributeName":"k{{i}}","AttributeType":"S"}""").Append(DefineG));

    private static string Create(string name, string keys, string definitions = DefineG, string projection = All, string more = "") => $$"""
        "AttributeDefinitions":[{{definitions}}],
        "GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"{{name}}","KeySchema":[{{keys}}],"Projection":{{projection}}{{more}} } }]
        """;

    private static string Delete(string name) => $$"""  "GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"{{name}}"} }]  """;

    private static string UpdateIndex(string name, string units) =>
        $$"""  "GlobalSecondaryIndexUpdates":[{"Update":{"IndexName":"{{name}}","ProvisionedThroughput":{{units}} } }]  """;

    private static string Update(string change) => $$"""{"TableName":"tab",{{change}}}""";

    private async Task<JsonElement> UpdateAsync(string change) =>
        (await _service.AskJsonAsync("UpdateTable", Update(change))).GetProperty("TableDescription");

    private Task PutAsync(string pk, string attributes) =>
        _service.AskAsync("PutItem", $$$"""{"TableName":"tab","Item":{"pk":{"S":"{{{pk}}}"}{{{attributes}}}}}""");

    private async Task<List<string>> ScanAsync(string? index)
    {
        string of = index is null ? "" : $",\"IndexName\":\"{index}\"";
        JsonElement page = await _service.AskJsonAsync("Scan", $$"""{"TableName":"tab"{{of}}}""");
        return [.. page.GetProperty("Items").EnumerateArray().Select(static item => item.GetProperty("pk").GetProperty("S").GetString()!)];
    }
}
