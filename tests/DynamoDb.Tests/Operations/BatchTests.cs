namespace RustStack.DynamoDb.Tests.Operations;

public sealed class BatchTests
{
    private readonly Service _service = new();

    [Theory]
    [InlineData("BatchWriteItem", """{"RequestItems":{"tab":[{"PutRequest":{"Item":{"pk":{"S":"a"}}}},{"DeleteRequest":{"Key":{"pk":{"S":"a"}}}}]}}""", "Provided list of item keys contains duplicates")]
    [InlineData("BatchWriteItem", """{"RequestItems":{"tab":[{}]}}""", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("BatchWriteItem", """{"RequestItems":{"tab":[{"PutRequest":{"Item":{"x":{"S":"a"}}}}]}}""", "One or more parameter values were invalid: Missing the key pk in the item")]
    [InlineData("BatchWriteItem", """{"RequestItems":{"tab":[{"DeleteRequest":{"Key":{"x":{"S":"a"}}}}]}}""", "The provided key element does not match the schema")]
    [InlineData("BatchGetItem", """{"RequestItems":{"tab":{"Keys":[{"pk":{"S":"a"}},{"pk":{"S":"a"}}]}}}""", "Provided list of item keys contains duplicates")]
    [InlineData("BatchGetItem", """{"RequestItems":{"tab":{"Keys":[{"pk":{"S":"a","N":"1"}}]}}}""", "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes")]
    [InlineData("BatchGetItem", """{"RequestItems":{"tab":{"Keys":[null]}}}""", "1 validation error detected: Value null at 'requestItems.tab.member.keys.1.member' failed to satisfy constraint: Member must not be null")]
    [InlineData("BatchGetItem", """{"RequestItems":{"tab":{"Keys":[{"x":{"S":"a"}}]}}}""", "The provided key element does not match the schema")]
    public async Task InvalidBatch_IsRefused(string operation, string request, string message)
    {
        await _service.CreateSimpleAsync();
        Assert.Equal(("ValidationException", message), await _service.FailAsync(operation, request));
    }

    [Fact]
    public async Task TooManyItemsOverAllTables_AreRefused()
    {
        string Keys(int count) => string.Join(",", Enumerable.Range(0, count).Select(static i => $$$"""{"pk":{"S":"{{{i}}}"}}"""));
        string Writes(int count) => string.Join(",", Enumerable.Range(0, count).Select(static i => $$$$$"""{"PutRequest":{"Item":{"pk":{"S":"{{{{{i}}}}}"}}}}"""));
        Assert.Equal(
            ("ValidationException", "Too many items requested for the BatchGetItem call"),
            await _service.FailAsync("BatchGetItem", $$$$"""{"RequestItems":{"one":{"Keys":[{{{{Keys(51)}}}}]},"two":{"Keys":[{{{{Keys(50)}}}}]}}}"""));
        Assert.Equal(
            ("ValidationException", "Too many items requested for the BatchWriteItem call"),
            await _service.FailAsync("BatchWriteItem", $$$"""{"RequestItems":{"one":[{{{Writes(13)}}}],"two":[{{{Writes(13)}}}]}}"""));
    }

    [Fact]
    public async Task AbsentTable_IsNotFound()
    {
        await _service.CreateSimpleAsync();
        Assert.Equal(
            ("ResourceNotFoundException", "Requested resource not found"),
            await _service.FailAsync("BatchGetItem", """{"RequestItems":{"tab":{"Keys":[{"pk":{"S":"a"}}]},"nope":{"Keys":[{"pk":{"S":"a"}}]}}}"""));
    }

    [Fact]
    public async Task WritesAndReads_OverSeveralTables()
    {
        await _service.CreateSimpleAsync("one");
        await _service.CreateSimpleAsync("two");
        Assert.Equal(
            """{"UnprocessedItems":{},"ConsumedCapacity":[{"TableName":"one","CapacityUnits":2},{"TableName":"two","CapacityUnits":1}]}""",
            await _service.AskAsync("BatchWriteItem", """
                {"RequestItems":{"one":[{"PutRequest":{"Item":{"pk":{"S":"a"},"n":{"N":"1"}}}},{"PutRequest":{"Item":{"pk":{"S":"b"}}}}],
                 "two":[{"PutRequest":{"Item":{"pk":{"S":"c"}}}}]},"ReturnConsumedCapacity":"TOTAL"}
                """));
        await _service.AskAsync("BatchWriteItem", """{"RequestItems":{"one":[{"DeleteRequest":{"Key":{"pk":{"S":"b"}}}}]}}""");
        Assert.Equal(
            """
            {"Responses":{"one":[{"n":{"N":"1"}}],"two":[{"pk":{"S":"c"}}]},"UnprocessedKeys":{},
            "ConsumedCapacity":[{"TableName":"one","CapacityUnits":2},{"TableName":"two","CapacityUnits":0.5}]}
            """.ReplaceLineEndings(""),
            await _service.AskAsync("BatchGetItem", """
                {"RequestItems":{"one":{"Keys":[{"pk":{"S":"a"}},{"pk":{"S":"b"}}],"ProjectionExpression":"#n","ExpressionAttributeNames":{"#n":"n"},"ConsistentRead":true},
                 "two":{"Keys":[{"pk":{"S":"c"}}]}},"ReturnConsumedCapacity":"TOTAL"}
                """));
    }

    [Fact]
    public async Task FullAnswer_LeavesKeysUnprocessed()
    {
        await _service.CreateSimpleAsync();
        string value = new('v', 390_000);
        for (int i = 0; i < 50; i++) await _service.AskAsync("PutItem", $$$$"""{"TableName":"tab","Item":{"pk":{"S":"{{{{i}}}}"},"v":{"S":"{{{{value}}}}"}}}""");
        string keys = string.Join(",", Enumerable.Range(0, 50).Select(static i => $$$"""{"pk":{"S":"{{{i}}}"}}"""));
        var answer = await _service.AskJsonAsync("BatchGetItem", $$$$"""{"RequestItems":{"tab":{"Keys":[{{{{keys}}}}],"ConsistentRead":true}}}""");
        int found = answer.GetProperty("Responses").GetProperty("tab").GetArrayLength();
        var unprocessed = answer.GetProperty("UnprocessedKeys").GetProperty("tab");
        Assert.Equal((43, 7), (found, unprocessed.GetProperty("Keys").GetArrayLength()));
        Assert.True(unprocessed.GetProperty("ConsistentRead").GetBoolean());
    }
}
