using RustStack.DynamoDb.Tests.Statements;

namespace RustStack.DynamoDb.Tests.Operations;

/// <summary>Global indexes whose keys are made of several attributes.</summary>
public sealed class MultiAttributeKeyTests
{
    private const string Create = """
        {"TableName":"tab","BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
         "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"a","AttributeType":"S"},{"AttributeName":"b","AttributeType":"N"},
           {"AttributeName":"c","AttributeType":"S"},{"AttributeName":"d","AttributeType":"N"}],
         "GlobalSecondaryIndexes":[{"IndexName":"multi","Projection":{"ProjectionType":"KEYS_ONLY"},"KeySchema":[{"AttributeName":"a","KeyType":"HASH"},
           {"AttributeName":"b","KeyType":"HASH"},{"AttributeName":"c","KeyType":"RANGE"},{"AttributeName":"d","KeyType":"RANGE"}]}]}
        """;

    private readonly Service _service = new();

    [Theory]
    [InlineData("a = :a AND b = :b", "x1,x2,y1,y10")]
    [InlineData("a = :a AND b = :b AND c = :c", "y1,y10")]
    [InlineData("a = :a AND b = :b AND c = :c AND d > :d", "y10")]
    [InlineData("a = :a AND b = :b AND begins_with(c, :c)", "y1,y10")]
    [InlineData("a = :a AND b = :b AND c < :c", "x1,x2")]
    public async Task Query_UsesThePartsFromTheLeft(string condition, string expected)
    {
        await FillAsync();
        string values = """ ":a":{"S":"A"},":b":{"N":"1.0"} """
            + (condition.Contains(":c", StringComparison.Ordinal) ? """ ,":c":{"S":"y"} """ : "")
            + (condition.Contains(":d", StringComparison.Ordinal) ? """ ,":d":{"N":"1"} """ : "");
        var answer = await _service.AskJsonAsync("Query", $$$"""
            {"TableName":"tab","IndexName":"multi","KeyConditionExpression":"{{{condition}}}","ExpressionAttributeValues":{ {{{values}}} }}
            """);
        Assert.Equal(expected, string.Join(
            ',', answer.GetProperty("Items").EnumerateArray().Select(static item => item.GetProperty("pk").GetProperty("S").GetString())));
    }

    [Theory]
    [InlineData("a = :a", "Query condition missed key schema element: b")]
    [InlineData("a = :a AND b = :b AND d = :d", "Query condition missed key schema element: c")]
    public async Task QueryWithoutAPart_IsRefused(string condition, string message)
    {
        await FillAsync();
        string values = """ ":a":{"S":"A"} """
            + (condition.Contains(":b", StringComparison.Ordinal) ? """ ,":b":{"N":"1"},":d":{"N":"1"} """ : "");
        Assert.Equal(("ValidationException", message), await _service.FailAsync("Query", $$$"""
            {"TableName":"tab","IndexName":"multi","KeyConditionExpression":"{{{condition}}}","ExpressionAttributeValues":{ {{{values}}} }}
            """));
    }

    [Theory]
    [InlineData("a = 'A' AND b = 1", "pk=x1; pk=x2; pk=y1; pk=y10")]
    [InlineData("a = 'A' AND b = 1 AND c = 'y' AND d > 1", "pk=y10")]
    [InlineData("a = 'A' AND b = 1 AND d > 1", "pk=x2; pk=y10")]
    [InlineData("a = 'A' AND b IN [1, 5] ORDER BY c DESC, d DESC", null)]
    [InlineData("a = 'A' AND b IN [1, 5] ORDER BY a, c DESC, d DESC", "pk=y10; pk=y1; pk=x2; pk=x1")]
    public async Task Select_UsesThePartsFromTheLeft(string condition, string? expected)
    {
        await FillAsync();
        string statement = $"SELECT pk FROM tab.multi WHERE {condition}";

        if (expected is not null) Assert.Equal(expected, await _service.RunAsync(statement));
        else Assert.StartsWith("ORDER BY must begin with the partition key", await RefuseAsync(statement), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SelectInBothDirections_IsRefused()
    {
        await FillAsync();

        Assert.Equal(
            "ORDER BY must have one direction for all attributes of the sort key.",
            await RefuseAsync("SELECT pk FROM tab.multi WHERE a = 'A' AND b = 1 ORDER BY c DESC, d"));
    }

    private async Task<string> RefuseAsync(string statement) =>
        (await _service.FailAsync("ExecuteStatement", StatementRequests.Json(statement))).Message;

    [Fact]
    public async Task Pages_GoOnAfterTheWholeKey()
    {
        await FillAsync();
        Assert.Equal(
            """
            {"Items":[{"pk":{"S":"x1"},"a":{"S":"A"},"b":{"N":"1"},"c":{"S":"x"},"d":{"N":"1"}}],"Count":1,"ScannedCount":1,
            "LastEvaluatedKey":{"pk":{"S":"x1"},"a":{"S":"A"},"b":{"N":"1"},"c":{"S":"x"},"d":{"N":"1"}}}
            """.ReplaceLineEndings(""),
            await _service.AskAsync("Query", """
                {"TableName":"tab","IndexName":"multi","KeyConditionExpression":"a = :a AND b = :b","Limit":1,
                 "ExpressionAttributeValues":{":a":{"S":"A"},":b":{"N":"1"}}}
                """));
        var rest = await _service.AskJsonAsync("Query", """
            {"TableName":"tab","IndexName":"multi","KeyConditionExpression":"a = :a AND b = :b","ExpressionAttributeValues":{":a":{"S":"A"},":b":{"N":"1"}},
             "ExclusiveStartKey":{"pk":{"S":"x1"},"a":{"S":"A"},"b":{"N":"1"},"c":{"S":"x"},"d":{"N":"1"}}}
            """);
        Assert.Equal(3, rest.GetProperty("Count").GetInt32());
    }

    private async Task FillAsync()
    {
        await _service.AskAsync("CreateTable", Create);
        foreach ((string c, int d) in new[] { ("y", 10), ("x", 2), ("x", 1), ("y", 1) })
        {
            await _service.AskAsync("PutItem", $$$$"""
                {"TableName":"tab","Item":{"pk":{"S":"{{{{c}}}}{{{{d}}}}"},"a":{"S":"A"},"b":{"N":"1"},"c":{"S":"{{{{c}}}}"},"d":{"N":"{{{{d}}}}"}}}
                """);
        }

        await _service.AskAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"sparse"},"a":{"S":"A"},"b":{"N":"1"},"c":{"S":"x"}}}""");
        await _service.AskAsync(
            "PutItem", """{"TableName":"tab","Item":{"pk":{"S":"other"},"a":{"S":"A"},"b":{"N":"2"},"c":{"S":"x"},"d":{"N":"1"}}}""");
    }
}
