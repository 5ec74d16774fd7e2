namespace RustStack.DynamoDb.Tests.Operations;

public sealed class TransactGetItemsTests
{
    private readonly Service _service = new();

    public static TheoryData<string, string> Refused => new()
    {
        { "", "1 validation error detected: Value '[]' at 'transactItems' failed to satisfy constraint: Member must have length greater than or equal to 1" },
        { "{}", "1 validation error detected: Value null at 'transactItems.1.member.get' failed to satisfy constraint: Member must not be null" },
        { """{"Get":{"Key":{"pk":{"S":"a"}}}}""", "1 validation error detected: Value null at 'transactItems.1.member.get.tableName' failed to satisfy constraint: Member must not be null" },
        { """{"Get":{"TableName":"tab","Key":{"pk":{"S":"a"}}}},{"Get":{"TableName":"tab","Key":{"pk":{"S":"a"}},"ProjectionExpression":"b"}}""", "Transaction request cannot include multiple operations on one item" },
        { """{"Get":{"TableName":"tab","Key":{"pk":{"S":""}}}}""", "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk" },
        { """{"Get":{"TableName":"tab","Key":{"pk":{"N":"x"}}}}""", "The parameter cannot be converted to a numeric value: x" },
        { """{"Get":{"TableName":"tab","Key":{"pk":{"S":"a"}},"ProjectionExpression":"a, a.b"}}""", "Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]" },
        { """{"Get":{"TableName":"tab","Key":{"pk":{"S":"a"}},"ProjectionExpression":"a","ExpressionAttributeNames":{"#b":"b"}}}""", "Value provided in ExpressionAttributeNames unused in expressions: keys: {#b}" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task InvalidRequest_IsRefusedAsAWhole(string reads, string message)
    {
        await _service.CreateSimpleAsync();
        Assert.Equal(("ValidationException", message), await _service.FailAsync("TransactGetItems", Request(reads)));
    }

    [Fact]
    public async Task MissingTable_IsNotFound() => Assert.Equal(
        ("ResourceNotFoundException", "Requested resource not found"),
        await _service.FailAsync("TransactGetItems", Request("""{"Get":{"TableName":"nope","Key":{"pk":{"S":"a"}}}}""")));

    [Fact]
    public async Task KeyOfAnotherSchema_CancelsTheTransaction()
    {
        await _service.CreateSimpleAsync();
        (int status, string body) = await _service.SendAsync("TransactGetItems", Request(
            """{"Get":{"TableName":"tab","Key":{"pk":{"S":"a"}}}},{"Get":{"TableName":"tab","Key":{"x":{"S":"a"}}}}"""));
        Assert.Equal(400, status);
        Assert.Equal(
            """{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException","Message":"Transaction cancelled, please refer cancellation reasons for specific reasons [None, ValidationError]","CancellationReasons":[{"Code":"None"},{"Code":"ValidationError","Message":"The provided key element does not match the schema"}]}""",
            body);
    }

    [Fact]
    public async Task Items_ComeInTheOrderOfTheRequest()
    {
        await _service.CreateSimpleAsync();
        await _service.CreateSimpleAsync("other");
        await _service.AskAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"a"},"m":{"M":{"x":{"N":"1"},"y":{"N":"2"}}},"z":{"BOOL":true}}}""");
        await _service.AskAsync("PutItem", """{"TableName":"other","Item":{"pk":{"S":"b"}}}""");
        Assert.Equal(
            """
            {"ConsumedCapacity":[{"TableName":"other","CapacityUnits":2,"ReadCapacityUnits":2,"Table":{"ReadCapacityUnits":2,"CapacityUnits":2}},
            {"TableName":"tab","CapacityUnits":4,"ReadCapacityUnits":4,"Table":{"ReadCapacityUnits":4,"CapacityUnits":4}}],
            "Responses":[{"Item":{"pk":{"S":"b"}}},{},{"Item":{"m":{"M":{"y":{"N":"2"}}}}}]}
            """.ReplaceLineEndings(""),
            await _service.AskAsync("TransactGetItems", Request(
                """
                {"Get":{"TableName":"other","Key":{"pk":{"S":"b"}}}},
                {"Get":{"TableName":"tab","Key":{"pk":{"S":"nothing"}}}},
                {"Get":{"TableName":"tab","Key":{"pk":{"S":"a"}},"ProjectionExpression":"#m.y","ExpressionAttributeNames":{"#m":"m"}}}
                """,
                ",\"ReturnConsumedCapacity\":\"INDEXES\"")));
    }

    [Fact]
    public async Task MoreThan4MB_AreRefused()
    {
        await _service.CreateSimpleAsync();
        string value = new('v', 409_000);
        for (int i = 0; i < 11; i++)
            await _service.AskAsync("PutItem", $$$$$$$"""{"TableName":"tab","Item":{"pk":{"S":"{{{{{{{i}}}}}}}"},"v":{"S":"{{{{{{{value}}}}}}}"}}}""");
        string[] gets = [.. Enumerable.Range(0, 11).Select(static i => $$$$$$$"""{"Get":{"TableName":"tab","Key":{"pk":{"S":"{{{{{{{i}}}}}}}"}},"ProjectionExpression":"pk"}}""")];
        await _service.AskAsync("TransactGetItems", Request(string.Join(',', gets[1..])));
        Assert.Equal(
            ("ValidationException", "The aggregate size of the items in the transaction cannot exceed 4 MB"),
            await _service.FailAsync("TransactGetItems", Request(string.Join(',', gets))));
    }

    private static string Request(string reads, string parameters = "") => $$"""{"TransactItems":[{{reads}}]{{parameters}}}""";
}
