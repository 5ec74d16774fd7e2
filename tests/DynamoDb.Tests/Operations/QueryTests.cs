using System.Text.Json;

namespace RustStack.DynamoDb.Tests.Operations;

public sealed class QueryTests
{
    private const string Invalid = "One or more parameter values were invalid: ";

    private readonly Service _service = new();

    public static TheoryData<string, string, string> Refused => new()
    {
        { "Query", """{"TableName":"tab"}""", "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request." },
        { "Query", Query("pk = :p", """{"S":"a"}""", "\"IndexName\":\"nope\""), "The table does not have the specified index: nope" },
        { "Query", Query("g = :p", """{"S":"a"}""", "\"IndexName\":\"all\",\"ConsistentRead\":true"), "Consistent reads are not supported on global secondary indexes" },
        { "Query", Query("g = :p", """{"S":"a"}""", "\"Limit\":1"), "Query condition missed key schema element: pk" },
        { "Query", Query("pk = :p", """{"N":"1"}""", "\"Limit\":1"), Invalid + "Condition parameter type does not match schema type" },
        { "Query", Query("pk = :p", """{"S":""}""", "\"Limit\":1"), "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk" },
        { "Query", Query("pk = :p", """{"S":"a"}""", "\"Select\":\"SPECIFIC_ATTRIBUTES\""), "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES" },
        { "Query", Query("pk = :p", """{"S":"a"}""", "\"Select\":\"ALL_PROJECTED_ATTRIBUTES\""), "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName" },
        { "Query", Query("pk = :p", """{"S":"a"}""", "\"Select\":\"COUNT\",\"ProjectionExpression\":\"x\""), "Cannot specify the ProjectionExpression when choosing to get only the Count" },
        { "Query", Query("g = :p", """{"S":"a"}""", "\"IndexName\":\"keys\",\"Select\":\"ALL_ATTRIBUTES\""), Invalid + "Select type ALL_ATTRIBUTES is not supported for global secondary index keys because its projection type is not ALL" },
        { "Query", Query("g = :p", """{"S":"a"}""", "\"IndexName\":\"some\",\"ProjectionExpression\":\"x, y\""), Invalid + "Global secondary index some does not project [y]" },
        { "Query", Query("pk = :p", """{"S":"a"}""", """ "ExclusiveStartKey":{"pk":{"S":"a"}} """), "The provided starting key is invalid" },
        { "Query", Query("pk = :p", """{"S":"a"}""", """ "ExclusiveStartKey":{"pk":{"S":"a"},"sk":{"S":"1"}} """), "The provided starting key is invalid" },
        { "Query", Query("pk = :p", """{"S":"a"}""", """ "ExclusiveStartKey":{"pk":{"S":"b"},"sk":{"N":"1"}} """), "The provided starting key is outside query boundaries based on provided conditions" },
        { "Query", Query("pk = :p AND sk > :q", """{"S":"a"},":q":{"N":"5"}""", """ "ExclusiveStartKey":{"pk":{"S":"a"},"sk":{"N":"1"}} """), "The provided starting key does not match the range key predicate" },
        { "Query", Query("g = :p", """{"S":"a"}""", """ "IndexName":"all","ExclusiveStartKey":{"g":{"S":"a"},"h":{"N":"1"}} """), "The provided starting key is invalid" },
        { "Query", """{"TableName":"tab","KeyConditions":{"pk":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"}]}},"QueryFilter":{"sk":{"ComparisonOperator":"NULL"}}}""", "QueryFilter can only contain non-primary key attributes: Primary key attribute: sk" },
        { "Scan", """{"TableName":"tab","ExclusiveStartKey":{"pk":{"N":"x"}}}""", "The provided starting key is invalid: The parameter cannot be converted to a numeric value: x" },
        { "Query", Query("pk = :p AND sk > :q", """{"S":"a"},":q":{"N":"5"}""", """ "ExclusiveStartKey":{"pk":{"S":"b"},"sk":{"N":"6"}} """), "The query can return at most one row and cannot be restarted" },
        { "Query", Query("pk = :p AND sk > :q", """{"S":"a"},":q":{"N":"5"}""", """ "ExclusiveStartKey":{"pk":{"S":"b"},"sk":{"N":"5"}} """), "The provided starting key does not match the range key predicate" },
        { "Query", Query("pk = :p", """{"S":"a"}""", """ "ExclusiveStartKey":{"pk":{"S":""},"sk":{"N":"6"}} """), "The provided starting key is invalid: One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk" },
        { "Query", Query("pk = :p", """{"S":"a"}""", """ "ExclusiveStartKey":{"pk":{"S":"a"},"sk":{}} """), "The provided starting key is invalid: Supplied AttributeValue is empty, must contain exactly one of the supported datatypes" },
        { "Query", Query("pk = :p", """{"S":"a"}""", "\"FilterExpression\":\"sk > :p\""), "Filter Expression can only contain non-primary key attributes: Primary key attribute: sk" },
        { "Query", Query("pk = :p", """{"S":"a"}""", "\"FilterExpression\":\"x = :p AND NOT attribute_exists(pk)\""), "Filter Expression can only contain non-primary key attributes: Primary key attribute: pk" },
        { "Query", Query("g = :p", """{"S":"a"}""", "\"IndexName\":\"all\",\"FilterExpression\":\"h > :p\""), "Filter Expression can only contain non-primary key attributes: Primary key attribute: h" },
        { "Query", Query("pk = :p", """{"S":"a"}""", "\"FilterExpression\":\"g.x = :p\""), "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: IndexKey: g" },
        { "Query", Query("pk = :p", """{"S":"a"}""", "\"ProjectionExpression\":\"sk.x\""), "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: sk" },
        { "Query", Query("pk = :p AND sk = :p AND x = :p", """{"S":"a"}""", "\"Limit\":1"), "Conditions can be of length 1 or 2 only" },
        { "Query", Query("pk = :p", """{"S":"a"}""", "\"KeyConditions\":{}"), "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {KeyConditions} Expression parameters: {KeyConditionExpression}" },
        { "Scan", """{"TableName":"tab","ExclusiveStartKey":{"pk":{"S":"x"}}}""", "The provided starting key is invalid: The provided key element does not match the schema" },
        { "Scan", """{"TableName":"tab","IndexName":"all","ExclusiveStartKey":{"pk":{"S":"x"}}}""", "The provided starting key is invalid" },
        { "Scan", """{"TableName":"tab","IndexName":"none","ExclusiveStartKey":{"pk":{"S":"x"}}}""", "The provided starting key is invalid" },
        { "Scan", """{"TableName":"tab","IndexName":"none"}""", "The table does not have the specified index: none" },
        { "Scan", """{"TableName":"tab","FilterExpression":"attribute_exists(pk[0])"}""", "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: pk" },
        { "Scan", """{"TableName":"tab","Select":"COUNT","AttributesToGet":["x"]}""", "Cannot specify the AttributesToGet when choosing to get only the Count" },
        { "Scan", """{"TableName":"tab","Select":"SPECIFIC_ATTRIBUTES"}""", "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES" },
        { "Scan", """{"TableName":"tab","AttributesToGet":["x","x"]}""", Invalid + "Duplicate value in attribute name: x" },
        { "Scan", """{"TableName":"tab","Segment":1}""", "The TotalSegments parameter is required but was not present in the request when Segment parameter is present" },
        { "Scan", """{"TableName":"tab","TotalSegments":1}""", "The Segment parameter is required but was not present in the request when parameter TotalSegments is present" },
        { "Scan", """{"TableName":"tab","Segment":4,"TotalSegments":4}""", "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 4 is not less than TotalSegments: 4" },
        { "Scan", """{"TableName":"tab","IndexName":"all","ConsistentRead":true}""", "Consistent reads are not supported on global secondary indexes" },
    };

    [Theory]
    [InlineData("KeyConditions", "\"FilterExpression\":\"x = :x\"")]
    [InlineData("KeyConditions", "\"FilterExpression\":\"x = :x\",\"ProjectionExpression\":\"pk, sk, x\"")]
    public async Task OldKeyConditions_GoTogetherWithFilterExpressions(string parameter, string expressions)
    {
        await FillAsync();
        string answer = await _service.AskAsync("Query", $$$$"""
            {"TableName":"tab","{{{{parameter}}}}":{"pk":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"}]}},{{{{expressions}}}},
             "ExpressionAttributeValues":{":x":{"S":"none"}}}
            """);
        Assert.Equal("""{"Items":[],"Count":0,"ScannedCount":5}""", answer);
    }

    [Fact]
    public async Task FilterOnTheTablesKey_IsAllowedOnAGlobalIndex()
    {
        await _service.CreateIndexedAsync();
        await _service.AskAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"a"},"sk":{"N":"1"},"g":{"S":"g"}}}""");
        string answer = await _service.AskAsync("Query", Query("g = :p", """{"S":"g"},":s":{"N":"1"}""", "\"IndexName\":\"keys\",\"FilterExpression\":\"sk = :s\""));
        Assert.Equal("""{"Items":[{"pk":{"S":"a"},"sk":{"N":"1"},"g":{"S":"g"}}],"Count":1,"ScannedCount":1}""", answer);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task InvalidRequest_IsRefused(string operation, string request, string message)
    {
        await _service.CreateIndexedAsync();
        Assert.Equal(("ValidationException", message), await _service.FailAsync(operation, request));
    }

    [Theory]
    [InlineData("pk = :p", "1,2,3,10,20")]
    [InlineData("pk = :p AND sk = :q", "3")]
    [InlineData("pk = :p AND sk < :q", "1,2")]
    [InlineData("pk = :p AND sk <= :q", "1,2,3")]
    [InlineData("pk = :p AND sk > :q", "10,20")]
    [InlineData("pk = :p AND sk >= :q", "3,10,20")]
    [InlineData("pk = :p AND sk BETWEEN :q AND :r", "3,10")]
    public async Task SortKeyConditions_SelectARange(string condition, string expected)
    {
        await FillAsync();
        string values = """{"S":"a"}""" + (condition.Contains(":q", StringComparison.Ordinal) ? ""","::q":{"N":"3"}""".Replace("::", ":", StringComparison.Ordinal) : "")
            + (condition.Contains(":r", StringComparison.Ordinal) ? ""","::r":{"N":"10"}""".Replace("::", ":", StringComparison.Ordinal) : "");
        Assert.Equal(expected, await SortKeysAsync("Query", Query(condition, values, "\"ScanIndexForward\":true")));
        string[] reversed = expected.Split(',');
        Array.Reverse(reversed);
        Assert.Equal(string.Join(',', reversed), await SortKeysAsync("Query", Query(condition, values, "\"ScanIndexForward\":false")));
    }

    [Theory]
    [InlineData("\"IndexName\":\"all\"", """{"pk":{"S":"a"},"sk":{"N":"1"},"g":{"S":"G"},"h":{"N":"1"},"x":{"S":"x1"},"y":{"S":"y1"}}""")]
    [InlineData("\"IndexName\":\"keys\"", """{"pk":{"S":"a"},"sk":{"N":"1"},"g":{"S":"G"}}""")]
    [InlineData("\"IndexName\":\"some\"", """{"pk":{"S":"a"},"sk":{"N":"1"},"g":{"S":"G"},"x":{"S":"x1"}}""")]
    [InlineData("\"IndexName\":\"some\",\"ProjectionExpression\":\"x\"", """{"x":{"S":"x1"}}""")]
    public async Task GlobalIndex_HasWhatItProjects(string index, string first)
    {
        await FillAsync();
        string answer = await _service.AskAsync("Query", Query("g = :p", """{"S":"G"}""", index + ",\"Limit\":1"));
        Assert.StartsWith($$"""{"Items":[{{first}}],"Count":1,"ScannedCount":1,"LastEvaluatedKey":""", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LocalIndex_FetchesWhatItDoesNotProject()
    {
        await FillAsync();
        string index = "\"IndexName\":\"lsi\",\"Limit\":2,\"ReturnConsumedCapacity\":\"INDEXES\"";
        Assert.Equal(
            """
            {"Items":[{"pk":{"S":"a"},"sk":{"N":"1"},"h":{"N":"1"}},{"pk":{"S":"a"},"sk":{"N":"2"},"h":{"N":"2"}}],"Count":2,"ScannedCount":2,
            "LastEvaluatedKey":{"pk":{"S":"a"},"sk":{"N":"2"},"h":{"N":"2"}},
            "ConsumedCapacity":{"TableName":"tab","CapacityUnits":0.5,"Table":{"CapacityUnits":0},"LocalSecondaryIndexes":{"lsi":{"CapacityUnits":0.5}}}}
            """.ReplaceLineEndings(""),
            await _service.AskAsync("Query", Query("pk = :p", """{"S":"a"}""", index)));
        Assert.Equal(
            """
            {"Items":[{"x":{"S":"x1"}},{"x":{"S":"x2"}}],"Count":2,"ScannedCount":2,"LastEvaluatedKey":{"pk":{"S":"a"},"sk":{"N":"2"},"h":{"N":"2"}},
            "ConsumedCapacity":{"TableName":"tab","CapacityUnits":1.5,"Table":{"CapacityUnits":1},"LocalSecondaryIndexes":{"lsi":{"CapacityUnits":0.5}}}}
            """.ReplaceLineEndings(""),
            await _service.AskAsync("Query", Query("pk = :p", """{"S":"a"}""", index + ",\"ProjectionExpression\":\"x\"")));
    }

    [Fact]
    public async Task Filter_ComesAfterThePage()
    {
        await FillAsync();
        Assert.Equal(
            """{"Count":1,"ScannedCount":2,"LastEvaluatedKey":{"pk":{"S":"a"},"sk":{"N":"2"}}}""",
            await _service.AskAsync("Query", Query("pk = :p", """{"S":"a"},":x":{"S":"x2"}""", "\"Limit\":2,\"Select\":\"COUNT\",\"FilterExpression\":\"x = :x\"")));
    }

    [Fact]
    public async Task LegacyParameters_WorkAsExpressionsDo()
    {
        await FillAsync();
        Assert.Equal("2,3", await SortKeysAsync("Query", """
            {"TableName":"tab","KeyConditions":{"pk":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"}]},
             "sk":{"ComparisonOperator":"BETWEEN","AttributeValueList":[{"N":"2"},{"N":"10"}]}},
             "QueryFilter":{"x":{"ComparisonOperator":"NE","AttributeValueList":[{"S":"x10"}]}}}
            """));
        Assert.Equal("10", await SortKeysAsync("Scan", """
            {"TableName":"tab","ScanFilter":{"x":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"x10"}]}}}
            """));
    }

    [Fact]
    public async Task PagesEndAtOneMegabyte()
    {
        await _service.CreateIndexedAsync();
        string value = new('v', 300_000);
        for (int i = 0; i < 7; i++)
            await _service.AskAsync("PutItem", $$$$"""{"TableName":"tab","Item":{"pk":{"S":"a"},"sk":{"N":"{{{{i}}}}"},"v":{"S":"{{{{value}}}}"}}}""");
        JsonElement page = await _service.AskJsonAsync("Query", Query("pk = :p", """{"S":"a"}""", "\"ReturnConsumedCapacity\":\"TOTAL\""));
        Assert.Equal(3, page.GetProperty("Count").GetInt32());
        Assert.Equal("2", page.GetProperty("LastEvaluatedKey").GetProperty("sk").GetProperty("N").GetString());
        Assert.Equal(110, page.GetProperty("ConsumedCapacity").GetProperty("CapacityUnits").GetDouble());
    }

    [Fact]
    public async Task NextPage_StartsAfterAKeyWhoseItemIsGone()
    {
        await FillAsync();
        await _service.AskAsync("DeleteItem", """{"TableName":"tab","Key":{"pk":{"S":"a"},"sk":{"N":"3"}}}""");
        Assert.Equal("10,20", await SortKeysAsync("Query", Query("pk = :p", """{"S":"a"}""", """ "ExclusiveStartKey":{"pk":{"S":"a"},"sk":{"N":"3"}} """)));
        Assert.Equal("2,1", await SortKeysAsync(
            "Query", Query("pk = :p", """{"S":"a"}""", """ "ScanIndexForward":false,"ExclusiveStartKey":{"pk":{"S":"a"},"sk":{"N":"3"}} """)));
    }

    private static string Query(string condition, string values, string more) =>
        $$"""{"TableName":"tab","KeyConditionExpression":"{{condition}}","ExpressionAttributeValues":{":p":{{values}}},{{more}}}""";

    private async Task FillAsync()
    {
        await _service.CreateIndexedAsync();
        foreach (int n in new[] { 10, 2, 20, 1, 3 })
        {
            await _service.AskAsync("PutItem", $$$$"""
                {"TableName":"tab","Item":{"pk":{"S":"a"},"sk":{"N":"{{{{n}}}}"},"g":{"S":"G"},"h":{"N":"{{{{n}}}}"},"x":{"S":"x{{{{n}}}}"},"y":{"S":"y{{{{n}}}}"}}}
                """);
        }

        await _service.AskAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"b"},"sk":{"N":"5"}}}""");
    }

    private async Task<string> SortKeysAsync(string operation, string request)
    {
        JsonElement answer = await _service.AskJsonAsync(operation, request);
        return string.Join(',', answer.GetProperty("Items").EnumerateArray().Select(static item => item.GetProperty("sk").GetProperty("N").GetString()));
    }
}
