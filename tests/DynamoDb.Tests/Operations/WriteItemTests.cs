namespace RustStack.DynamoDb.Tests.Operations;

public sealed class WriteItemTests
{
    private const string Invalid = "One or more parameter values were invalid: ";

    private readonly Service _service = new();

    [Theory]
    [InlineData("PutItem", """{"TableName":"tab","Item":{"x":{"S":"a"}}}""", Invalid + "Missing the key pk in the item")]
    [InlineData("PutItem", """{"TableName":"tab","Item":{"pk":{"N":"1"}}}""", Invalid + "Type mismatch for key pk expected: S actual: N")]
    [InlineData("PutItem", """{"TableName":"tab","Item":{"pk":{"S":""}}}""", "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk")]
    [InlineData("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"a"},"b":{"N":"x"}}}""", "The parameter cannot be converted to a numeric value: x")]
    [InlineData("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"a"}},"ReturnValues":"ALL_NEW"}""", "ReturnValues can only be ALL_OLD or NONE")]
    [InlineData("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"a"}},"ExpressionAttributeNames":{"#a":"b"}}""", "ExpressionAttributeNames can only be specified when using expressions")]
    [InlineData("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"a"}},"ExpressionAttributeValues":{":a":{"S":"b"}}}""", "ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null")]
    [InlineData("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"a"}},"Expected":{"a":{"Exists":false}},"ConditionExpression":"attribute_exists(a)"}""", "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}")]
    [InlineData("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"a"}},"ConditionExpression":"attribute_exists(a)","ExpressionAttributeNames":{"#a":"b"}}""", "Value provided in ExpressionAttributeNames unused in expressions: keys: {#a}")]
    [InlineData("GetItem", """{"TableName":"tab","Key":{"pk":{"S":"a"},"x":{"S":"a"}}}""", "The provided key element does not match the schema")]
    [InlineData("GetItem", """{"TableName":"tab","Key":{"pk":{"N":"1"}}}""", "The provided key element does not match the schema")]
    [InlineData("GetItem", """{"TableName":"tab","Key":{}}""", "The provided key element does not match the schema")]
    [InlineData("GetItem", """{"TableName":"tab","Key":{"pk":{"S":""}}}""", "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk")]
    [InlineData("GetItem", """{"TableName":"tab","Key":{"pk":{"S":"a"}},"AttributesToGet":["a"],"ProjectionExpression":"a"}""", "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributesToGet} Expression parameters: {ProjectionExpression}")]
    [InlineData("DeleteItem", """{"TableName":"tab","Key":{"x":{"S":"1"}}}""", "The provided key element does not match the schema")]
    [InlineData("DeleteItem", """{"TableName":"tab","Key":{"pk":{"S":"a"}},"ReturnValues":"UPDATED_OLD"}""", "ReturnValues can only be ALL_OLD or NONE")]
    [InlineData("UpdateItem", """{"TableName":"tab","Key":{"pk":{"S":"a"}},"UpdateExpression":"SET pk = :v","ExpressionAttributeValues":{":v":{"S":"b"}}}""", Invalid + "Cannot update attribute pk. This attribute is part of the key")]
    [InlineData("UpdateItem", """{"TableName":"tab","Key":{"pk":{"S":"a"}},"UpdateExpression":"SET a = b"}""", "The provided expression refers to an attribute that does not exist in the item")]
    [InlineData("GetItem", """{"TableName":"tab","Key":{"pk":{"S":"a"}},"ProjectionExpression":"pk.x"}""", "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: pk")]
    [InlineData("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"a"}},"ConditionExpression":"attribute_exists(pk[1])"}""", "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: pk")]
    [InlineData("DeleteItem", """{"TableName":"tab","Key":{"pk":{"S":"a"}},"ConditionExpression":"attribute_exists(pk.x)"}""", "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: pk")]
    [InlineData("PutItem", """{"TableName":"none","Item":{"pk":{"N":"x"}},"ReturnValues":"ALL_NEW","ConditionExpression":"="}""", "The parameter cannot be converted to a numeric value: x")]
    [InlineData("PutItem", """{"TableName":"none","Item":{"pk":{"N":"1"}},"ReturnValues":"ALL_NEW","ConditionExpression":"="}""", "ReturnValues can only be ALL_OLD or NONE")]
    [InlineData("DeleteItem", """{"TableName":"none","Key":{"pk":{"N":"x"}},"ConditionExpression":"="}""", "The parameter cannot be converted to a numeric value: x")]
    [InlineData("UpdateItem", """{"TableName":"none","Key":{"pk":{"N":"x"}},"UpdateExpression":"="}""", "The parameter cannot be converted to a numeric value: x")]
    [InlineData("GetItem", """{"TableName":"none","Key":{"pk":{"N":"x"}},"ProjectionExpression":"="}""", "The parameter cannot be converted to a numeric value: x")]
    [InlineData("PutItem", """{"TableName":"none","Item":{"pk":{"S":"a"},"":{"S":"x"}}}""", Invalid + "An attribute name may not be empty")]
    [InlineData("UpdateItem", """{"TableName":"tab","Key":{"pk":{"S":"a"}},"AttributeUpdates":{"":{"Value":{"S":"x"}}}}""", Invalid + "An attribute name may not be empty")]
    [InlineData("UpdateItem", """{"TableName":"none","Key":{"pk":{"S":"a"}},"UpdateExpression":"="}""", "Invalid UpdateExpression: Syntax error; token: \"=\", near: \"=\"")]
    [InlineData("UpdateItem", """{"TableName":"tab","Key":{"pk":{"S":"a"}},"ExpressionAttributeValues":{":v":{"S":"b"}}}""", "ExpressionAttributeValues can only be specified when using expressions: UpdateExpression and ConditionExpression are null")]
    public async Task InvalidRequest_IsRefused(string operation, string request, string message)
    {
        await _service.CreateSimpleAsync();
        Assert.Equal(("ValidationException", message), await _service.FailAsync(operation, request));
    }

    [Theory]
    [InlineData(2048, 400, null)]
    [InlineData(2049, 0, Invalid + "Size of hashkey has exceeded the maximum size limit of2048 bytes")]
    [InlineData(10, 400 * 1024 - 13, null)]
    [InlineData(10, 400 * 1024 - 12, "Item size has exceeded the maximum allowed size")]
    [InlineData(10, 400 * 1024, "Item size has exceeded the maximum allowed size")]
    public async Task Sizes_AreLimited(int keyBytes, int valueBytes, string? message)
    {
        await _service.CreateSimpleAsync();
        string request = $$$$"""{"TableName":"tab","Item":{"pk":{"S":"{{{{new string('k', keyBytes)}}}}"},"v":{"S":"{{{{new string('v', valueBytes)}}}}"}}}""";
        if (message is null) await _service.AskAsync("PutItem", request);
        else Assert.Equal(("ValidationException", message), await _service.FailAsync("PutItem", request));
    }

    [Theory]
    [InlineData("""{"pk":{"S":"a"},"sk":{"N":"1"},"g":{"N":"1"}}""", Invalid + "Type mismatch for Index Key g Expected: S Actual: N IndexName: all")]
    [InlineData("""{"pk":{"S":"a"},"sk":{"N":"1"},"g":{"S":""}}""", "One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: all, IndexKey: g")]
    public async Task IndexKeysOfWrongType_AreRefused(string item, string message)
    {
        await _service.CreateIndexedAsync();
        Assert.Equal(("ValidationException", message), await _service.FailAsync("PutItem", $$"""{"TableName":"tab","Item":{{item}}}"""));
    }

    [Theory]
    [InlineData("SET g = :v", """{"N":"1"}""", Invalid + "Type mismatch for Index Key g Expected: S Actual: N IndexName: all")]
    [InlineData("SET g = if_not_exists(g, :v)", """{"N":"1"}""", "The update expression attempted to update the secondary index key to unsupported type")]
    [InlineData("SET g.x = :v", """{"N":"1"}""", "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: IndexKey: g")]
    [InlineData("SET x = if_not_exists(sk.x, :v)", """{"N":"1"}""", "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: sk")]
    [InlineData("SET g = :v", """{"S":""}""", "One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value that is not supported. The AttributeValue for a key attribute cannot contain an empty string value.")]
    public async Task UpdatedIndexKeys_AreChecked(string update, string value, string message)
    {
        await _service.CreateIndexedAsync();
        string request = $$$"""{"TableName":"tab","Key":{"pk":{"S":"a"},"sk":{"N":"1"}},"UpdateExpression":"{{{update}}}","ExpressionAttributeValues":{":v":{{{value}}}}}""";
        Assert.Equal(("ValidationException", message), await _service.FailAsync("UpdateItem", request));
    }

    [Fact]
    public async Task PutThenGetThenDelete_ReturnOldValues()
    {
        await _service.CreateSimpleAsync();
        Assert.Equal("{}", await _service.AskAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"a"},"n":{"N":"1.50"}},"ReturnValues":"ALL_OLD"}"""));
        Assert.Equal("""{"Item":{"pk":{"S":"a"},"n":{"N":"1.5"}}}""", await _service.AskAsync("GetItem", """{"TableName":"tab","Key":{"pk":{"S":"a"}}}"""));
        Assert.Equal(
            """{"Attributes":{"pk":{"S":"a"},"n":{"N":"1.5"}}}""",
            await _service.AskAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"a"}},"ReturnValues":"ALL_OLD"}"""));
        Assert.Equal(
            """{"Attributes":{"pk":{"S":"a"}}}""",
            await _service.AskAsync("DeleteItem", """{"TableName":"tab","Key":{"pk":{"S":"a"}},"ReturnValues":"ALL_OLD"}"""));
        Assert.Equal("{}", await _service.AskAsync("GetItem", """{"TableName":"tab","Key":{"pk":{"S":"a"}}}"""));
        Assert.Equal("{}", await _service.AskAsync("DeleteItem", """{"TableName":"tab","Key":{"pk":{"S":"a"}},"ReturnValues":"ALL_OLD"}"""));
    }

    [Theory]
    [InlineData("a", """{"Item":{"a":{"L":[{"N":"1"},{"N":"2"}]}}}""")]
    [InlineData("a[1], m.x", """{"Item":{"a":{"L":[{"N":"2"}]},"m":{"M":{"x":{"S":"y"}}}}}""")]
    [InlineData("nothing", """{"Item":{}}""")]
    public async Task GetItem_Projects(string projection, string answer)
    {
        await _service.CreateSimpleAsync();
        await _service.AskAsync(
            "PutItem",
            """{"TableName":"tab","Item":{"pk":{"S":"k"},"a":{"L":[{"N":"1"},{"N":"2"}]},"m":{"M":{"x":{"S":"y"},"z":{"NULL":true}}}}}""");
        Assert.Equal(answer, await _service.AskAsync(
            "GetItem", $$$"""{"TableName":"tab","Key":{"pk":{"S":"k"}},"ProjectionExpression":"{{{projection}}}"}"""));
    }

    [Fact]
    public async Task TooLargeItem_IsRefusedBeforeItsTableIsLookedFor()
    {
        string item = $$$$$"""{"pk":{"S":"k"},"v":{"S":"{{{{{new string('v', 409_600)}}}}}"}}""";
        var expected = ("ValidationException", "Item size has exceeded the maximum allowed size");
        Assert.Equal(expected, await _service.FailAsync("PutItem", $$"""{"TableName":"none","Item":{{item}}}"""));
        Assert.Equal(expected, await _service.FailAsync("BatchWriteItem", $$$"""{"RequestItems":{"none":[{"PutRequest":{"Item":{{{item}}}}}]}}"""));
    }

    [Theory]
    [InlineData("NONE", "{}")]
    [InlineData("ALL_OLD", """{"Attributes":{"pk":{"S":"k"},"a":{"N":"1"},"b":{"S":"x"}}}""")]
    [InlineData("ALL_NEW", """{"Attributes":{"pk":{"S":"k"},"a":{"N":"3"},"c":{"S":"new"}}}""")]
    [InlineData("UPDATED_OLD", """{"Attributes":{"a":{"N":"1"},"b":{"S":"x"}}}""")]
    [InlineData("UPDATED_NEW", """{"Attributes":{"a":{"N":"3"},"c":{"S":"new"}}}""")]
    public async Task UpdateItem_ReturnsWhatIsAskedFor(string returnValues, string answer)
    {
        await _service.CreateSimpleAsync();
        await _service.AskAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"k"},"a":{"N":"1"},"b":{"S":"x"}}}""");
        Assert.Equal(answer, await _service.AskAsync("UpdateItem", $$$$"""
            {"TableName":"tab","Key":{"pk":{"S":"k"}},"UpdateExpression":"SET a = a + :two, c = :new REMOVE b","ReturnValues":"{{{{returnValues}}}}",
             "ExpressionAttributeValues":{":two":{"N":"2"},":new":{"S":"new"}}}
            """));
    }

    [Theory]
    [InlineData("SET l[1] = :v, m.x.y = :v", "UPDATED_OLD", """{"Attributes":{"l":{"L":[{"N":"2"}]},"m":{"M":{"x":{"M":{"y":{"N":"1"}}}}}}}""")]
    [InlineData("SET l[1] = :v, m.x.y = :v", "UPDATED_NEW", """{"Attributes":{"l":{"L":[{"N":"9"}]},"m":{"M":{"x":{"M":{"y":{"N":"9"}}}}}}}""")]
    [InlineData("SET m.q = :v", "UPDATED_OLD", "{}")]
    [InlineData("SET m.q = :v", "UPDATED_NEW", """{"Attributes":{"m":{"M":{"q":{"N":"9"}}}}}""")]
    [InlineData("SET q = :v REMOVE m.x", "UPDATED_OLD", """{"Attributes":{"m":{"M":{"x":{"M":{"y":{"N":"1"},"z":{"N":"2"}}}}}}}""")]
    [InlineData("SET q = :v REMOVE m.x", "UPDATED_NEW", """{"Attributes":{"q":{"N":"9"}}}""")]
    public async Task UpdateOfNestedPaths_ReturnsTheirPartsAlone(string update, string returnValues, string answer)
    {
        await _service.CreateSimpleAsync();
        await _service.AskAsync("PutItem", """
            {"TableName":"tab","Item":{"pk":{"S":"k"},"l":{"L":[{"N":"1"},{"N":"2"},{"N":"3"}]},"m":{"M":{"x":{"M":{"y":{"N":"1"},"z":{"N":"2"}}}}}}}
            """);
        Assert.Equal(answer, await _service.AskAsync("UpdateItem", $$$$"""
            {"TableName":"tab","Key":{"pk":{"S":"k"}},"UpdateExpression":"{{{{update}}}}","ReturnValues":"{{{{returnValues}}}}",
             "ExpressionAttributeValues":{":v":{"N":"9"}}}
            """));
    }

    [Fact]
    public async Task UpdateOfNothing_CreatesTheItem()
    {
        await _service.CreateSimpleAsync();
        Assert.Equal(
            """{"Attributes":{"pk":{"S":"k"}}}""",
            await _service.AskAsync("UpdateItem", """{"TableName":"tab","Key":{"pk":{"S":"k"}},"ReturnValues":"ALL_NEW"}"""));
        Assert.Equal(
            """{"Attributes":{"n":{"N":"5"}}}""",
            await _service.AskAsync("UpdateItem", """
                {"TableName":"tab","Key":{"pk":{"S":"new"}},"UpdateExpression":"ADD n :v","ExpressionAttributeValues":{":v":{"N":"5"}},"ReturnValues":"UPDATED_NEW"}
                """));
    }

    [Fact]
    public async Task UpdateNestedTooDeep_IsRefused()
    {
        await _service.CreateSimpleAsync();
        string open = string.Concat(Enumerable.Repeat("""{"L":[""", 20));
        string deep = open + """{"S":"x"}""" + string.Concat(Enumerable.Repeat("]}", 20));
        await _service.AskAsync("PutItem", $$$"""{"TableName":"tab","Item":{"pk":{"S":"k"},"l":{{{deep}}}}}""");
        string path = "l" + string.Concat(Enumerable.Repeat("[0]", 20));
        Assert.Equal(
            ("ValidationException", "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit"),
            await _service.FailAsync("UpdateItem", $$$"""
                {"TableName":"tab","Key":{"pk":{"S":"k"}},"UpdateExpression":"SET {{{path}}} = :v","ExpressionAttributeValues":{":v":{{{deep}}}}}
                """));
    }

    [Fact]
    public async Task UpdateBeyond400KB_IsRefused()
    {
        await _service.CreateSimpleAsync();
        string half = new('v', 210_000);
        await _service.AskAsync("PutItem", $$$$"""{"TableName":"tab","Item":{"pk":{"S":"k"},"v":{"S":"{{{{half}}}}"}}}""");
        Assert.Equal(
            ("ValidationException", "Item size to update has exceeded the maximum allowed size"),
            await _service.FailAsync("UpdateItem", $$$$"""
                {"TableName":"tab","Key":{"pk":{"S":"k"}},"UpdateExpression":"SET w = :v","ExpressionAttributeValues":{":v":{"S":"{{{{half}}}}"}}}
                """));
    }

    [Theory]
    [InlineData("PutItem", "\"Item\":{\"pk\":{\"S\":\"k\"}}")]
    [InlineData("UpdateItem", "\"Key\":{\"pk\":{\"S\":\"k\"}}")]
    [InlineData("DeleteItem", "\"Key\":{\"pk\":{\"S\":\"k\"}}")]
    public async Task FailedCondition_ChangesNothingAndShowsTheItemWhenAsked(string operation, string target)
    {
        await _service.CreateSimpleAsync();
        await _service.AskAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"k"},"a":{"N":"1"}}}""");
        string request = $$$"""{"TableName":"tab",{{{target}}},"ConditionExpression":"a > :v","ExpressionAttributeValues":{":v":{"N":"1"}}""";
        (int status, string body) = await _service.SendAsync(operation, request + "}");
        Assert.Equal(400, status);
        Assert.Equal(
            """{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"The conditional request failed"}""", body);
        (_, body) = await _service.SendAsync(operation, request + ",\"ReturnValuesOnConditionCheckFailure\":\"ALL_OLD\"}");
        Assert.Contains("\"Item\":{\"pk\":{\"S\":\"k\"},\"a\":{\"N\":\"1\"}}", body, StringComparison.Ordinal);
        Assert.Equal(
            """{"Item":{"pk":{"S":"k"},"a":{"N":"1"}}}""", await _service.AskAsync("GetItem", """{"TableName":"tab","Key":{"pk":{"S":"k"}}}"""));
    }

    [Fact]
    public async Task LegacyParameters_WorkAsExpressionsDo()
    {
        await _service.CreateSimpleAsync();
        await _service.AskAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"k"},"a":{"N":"1"}},"Expected":{"pk":{"Exists":false}}}""");
        Assert.Equal(
            ("ConditionalCheckFailedException", "The conditional request failed"),
            await _service.FailAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"k"}},"Expected":{"pk":{"Exists":false}}}"""));
        Assert.Equal(
            """{"Attributes":{"pk":{"S":"k"},"a":{"N":"3"}}}""",
            await _service.AskAsync("UpdateItem", """
                {"TableName":"tab","Key":{"pk":{"S":"k"}},"AttributeUpdates":{"a":{"Action":"ADD","Value":{"N":"2"}}},"ReturnValues":"ALL_NEW",
                 "Expected":{"a":{"ComparisonOperator":"LT","AttributeValueList":[{"N":"2"}]}}}
                """));
        Assert.Equal(
            """{"Item":{"a":{"N":"3"}}}""",
            await _service.AskAsync("GetItem", """{"TableName":"tab","Key":{"pk":{"S":"k"}},"AttributesToGet":["a","b"]}"""));
    }

    [Fact]
    public async Task ConcurrentConditionalIncrements_LoseNone()
    {
        await _service.CreateSimpleAsync();
        await _service.AskAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"k"},"n":{"N":"0"}}}""");
        await Parallel.ForEachAsync(Enumerable.Range(0, 64), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (_, _) =>
        {
            for (int done = 0; done < 10;)
            {
                string item = await _service.AskAsync("GetItem", """{"TableName":"tab","Key":{"pk":{"S":"k"}},"ProjectionExpression":"n"}""");
                string n = item.Split('"')[7];
                (int status, string body) = await _service.SendAsync("UpdateItem", $$$$"""
                    {"TableName":"tab","Key":{"pk":{"S":"k"}},"UpdateExpression":"SET n = n + :one","ConditionExpression":"n = :old",
                     "ExpressionAttributeValues":{":one":{"N":"1"},":old":{"N":"{{{{n}}}}"}}}
                    """);
                if (status == 200) done++;
                else Assert.Contains("ConditionalCheckFailed", body, StringComparison.Ordinal);
                await Task.Yield();
            }
        });
        Assert.Equal(
            """{"Item":{"n":{"N":"640"}}}""",
            await _service.AskAsync("GetItem", """{"TableName":"tab","Key":{"pk":{"S":"k"}},"ProjectionExpression":"n"}"""));
    }

    [Fact]
    public async Task Capacity_CountsTableAndIndexes()
    {
        await _service.CreateIndexedAsync();
        const string Put = """{"TableName":"tab","ReturnConsumedCapacity":"INDEXES","Item":{"pk":{"S":"a"},"sk":{"N":"1"}""";
        Assert.Equal(
            """{"ConsumedCapacity":{"TableName":"tab","CapacityUnits":1,"Table":{"CapacityUnits":1}}}""", await _service.AskAsync("PutItem", Put + "}}"));
        Assert.Equal(
            """
            {"ConsumedCapacity":{"TableName":"tab","CapacityUnits":7,"Table":{"CapacityUnits":2},"LocalSecondaryIndexes":{"lsi":{"CapacityUnits":1}},
            "GlobalSecondaryIndexes":{"all":{"CapacityUnits":2},"keys":{"CapacityUnits":1},"some":{"CapacityUnits":1}}}}
            """.ReplaceLineEndings(""),
            await _service.AskAsync("PutItem", Put + $$$$""","g":{"S":"g"},"h":{"N":"1"},"y":{"S":"{{{{new string('y', 1100)}}}}"}}}"""));
        Assert.Equal(
            """
            {"ConsumedCapacity":{"TableName":"tab","CapacityUnits":6,"Table":{"CapacityUnits":2},"GlobalSecondaryIndexes":{"all":{"CapacityUnits":2},
            "keys":{"CapacityUnits":1},"some":{"CapacityUnits":1}}}}
            """.ReplaceLineEndings(""),
            await _service.AskAsync("UpdateItem", """
                {"TableName":"tab","Key":{"pk":{"S":"a"},"sk":{"N":"1"}},"UpdateExpression":"REMOVE g","ReturnConsumedCapacity":"INDEXES"}
                """));
        Assert.Equal(
            """{"ConsumedCapacity":{"TableName":"tab","CapacityUnits":0.5}}""",
            await _service.AskAsync("GetItem", """{"TableName":"tab","Key":{"pk":{"S":"no"},"sk":{"N":"1"}},"ReturnConsumedCapacity":"TOTAL"}"""));
    }

    [Fact]
    public async Task Capacity_OfChangedIndexKeysIsThatOfDeleteAndPut()
    {
        await _service.CreateIndexedAsync();
        await _service.AskAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"a"},"sk":{"N":"1"},"g":{"S":"G"},"h":{"N":"1"}}}""");
        const string Change = """
            {"ConsumedCapacity":{"TableName":"tab","CapacityUnits":9,"Table":{"CapacityUnits":1},"LocalSecondaryIndexes":{"lsi":{"CapacityUnits":2}},
            "GlobalSecondaryIndexes":{"all":{"CapacityUnits":2},"keys":{"CapacityUnits":2},"some":{"CapacityUnits":2}}}}
            """;
        const string Update = """
            {"TableName":"tab","Key":{"pk":{"S":"a"},"sk":{"N":"1"}},"UpdateExpression":"SET g = :g, h = :h","ReturnConsumedCapacity":"INDEXES",
             "ExpressionAttributeValues":{":g":{"S":"H"},":h":{"N":"2"}}}
            """;
        Assert.Equal(Change.ReplaceLineEndings(""), await _service.AskAsync("UpdateItem", Update));
        Assert.Equal(
            """{"ConsumedCapacity":{"TableName":"tab","CapacityUnits":1,"Table":{"CapacityUnits":1}}}""", await _service.AskAsync("UpdateItem", Update));
        Assert.Equal(
            """
            {"UnprocessedItems":{},"ConsumedCapacity":[{"TableName":"tab","CapacityUnits":9,"Table":{"CapacityUnits":1},
            "LocalSecondaryIndexes":{"lsi":{"CapacityUnits":2}},
            "GlobalSecondaryIndexes":{"all":{"CapacityUnits":2},"keys":{"CapacityUnits":2},"some":{"CapacityUnits":2}}}]}
            """.ReplaceLineEndings(""),
            await _service.AskAsync("BatchWriteItem", """
                {"RequestItems":{"tab":[{"PutRequest":{"Item":{"pk":{"S":"a"},"sk":{"N":"1"},"g":{"S":"I"},"h":{"N":"3"}}}}]},"ReturnConsumedCapacity":"INDEXES"}
                """));
    }

    [Fact]
    public async Task CollectionMetrics_AreThereForLocalIndexes()
    {
        await _service.CreateIndexedAsync();
        Assert.Equal(
            """{"ItemCollectionMetrics":{"ItemCollectionKey":{"pk":{"S":"a"}},"SizeEstimateRangeGB":[0,1]}}""",
            await _service.AskAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"a"},"sk":{"N":"1"}},"ReturnItemCollectionMetrics":"SIZE"}"""));
        await _service.CreateSimpleAsync("plain");
        Assert.Equal(
            "{}", await _service.AskAsync("PutItem", """{"TableName":"plain","Item":{"pk":{"S":"a"}},"ReturnItemCollectionMetrics":"SIZE"}"""));
    }
}
