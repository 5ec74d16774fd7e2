using System.Text.Json;
using RustStack.DynamoDb.Tests.Statements;

namespace RustStack.DynamoDb.Tests.Operations;

public sealed class ExecuteStatementWriteTests
{
    private const string Failed = "ConditionalCheckFailedException The conditional request failed";
    private const string NotOneItem = "ValidationException Where clause does not contain a mandatory equality on all key attributes";

    private readonly Service _service = new();

    /// <summary>A statement, what it returns, and the item pk=a, sk=1 (pk=a sk=1 n=1 s=x l=[1]) afterwards.</summary>
    public static TheoryData<string, string, string> Writes => new()
    {
        { "INSERT INTO tab VALUE {'pk': 'a', 'sk': 2}", "", "l=[1] n=1 pk=a s=x sk=1" },
        { "UPDATE tab SET n = 2 WHERE pk = 'a' AND sk = 1", "", "l=[1] n=2 pk=a s=x sk=1" },
        { "UPDATE tab SET n = n + 1, o = 5 REMOVE s WHERE sk = 1 AND pk = 'a'", "", "l=[1] n=2 o=5 pk=a sk=1" },
        { "UPDATE tab SET l = list_append(l, [2]) WHERE pk = 'a' AND sk = 1 AND n = 1", "", "l=[1,2] n=1 pk=a s=x sk=1" },
        { "UPDATE tab SET t = set_add(t, <<1>>) WHERE pk = 'a' AND sk = 1", "", "l=[1] n=1 pk=a s=x sk=1 t=<1>" },
        { "UPDATE tab SET n = 2 WHERE pk = 'a' AND sk = 1 RETURNING ALL OLD *", "l=[1] n=1 pk=a s=x sk=1", "l=[1] n=2 pk=a s=x sk=1" },
        { "UPDATE tab SET n = 2 WHERE pk = 'a' AND sk = 1 RETURNING ALL NEW *", "l=[1] n=2 pk=a s=x sk=1", "l=[1] n=2 pk=a s=x sk=1" },
        { "UPDATE tab SET n = 2 SET o = 3 WHERE pk = 'a' AND sk = 1 RETURNING MODIFIED OLD *", "n=1", "l=[1] n=2 o=3 pk=a s=x sk=1" },
        { "UPDATE tab SET n = 2 SET o = 3 WHERE pk = 'a' AND sk = 1 RETURNING MODIFIED NEW *", "n=2 o=3", "l=[1] n=2 o=3 pk=a s=x sk=1" },
        { "UPDATE tab REMOVE none WHERE pk = 'a' AND sk = 1 RETURNING MODIFIED OLD *", "", "l=[1] n=1 pk=a s=x sk=1" },
        { "DELETE FROM tab WHERE pk = 'a' AND sk = 1", "", "" },
        { "DELETE FROM tab WHERE pk = 'a' AND sk = 1 AND n = 1 RETURNING ALL OLD *", "l=[1] n=1 pk=a s=x sk=1", "" },
        { "DELETE FROM tab WHERE pk = 'a' AND sk = 9", "", "l=[1] n=1 pk=a s=x sk=1" },
        { "DELETE FROM tab WHERE pk = 'a' AND sk = 9 AND n = 5 RETURNING ALL OLD *", "", "l=[1] n=1 pk=a s=x sk=1" },
    };

    public static TheoryData<string, string> Refused => new()
    {
        { "INSERT INTO nope VALUE {'pk': 'a'}", "ResourceNotFoundException Requested resource not found" },
        { "INSERT INTO tab VALUE {'pk': 'a', 'sk': 1}", "DuplicateItemException Duplicate primary key exists in table" },
        { "INSERT INTO tab VALUE {'pk': 'a'}", "ValidationException One or more parameter values were invalid: Missing the key sk in the item" },
        { "INSERT INTO tab VALUE {'pk': 1, 'sk': 1}", "ValidationException One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N" },
        {
            "INSERT INTO tab VALUE {'pk': 'b', 'sk': 1, 'g': 1}",
            "ValidationException One or more parameter values were invalid: Type mismatch for Index Key g Expected: S Actual: N IndexName: all"
        },
        { "INSERT INTO tab VALUE {'pk': 'b', 'sk': 1, '': 1}", "ValidationException One or more parameter values were invalid: An attribute name may not be empty" },
        { "UPDATE tab SET n = 2 WHERE pk = 'a' AND sk = 1 AND n = 5", Failed },
        { "UPDATE tab SET n = 2 WHERE pk = 'a' AND sk = 9", Failed },
        { "UPDATE tab SET n = 2 WHERE pk = 'a' AND sk = 9 AND x IS MISSING", Failed },
        { "UPDATE tab SET n = 2 WHERE pk = 'a'", NotOneItem },
        { "UPDATE tab SET n = 2 WHERE pk = 'a' AND sk > 0", NotOneItem },
        { "UPDATE tab SET n = 2 WHERE pk = 'a' AND sk = 1 OR n = 1", NotOneItem },
        { "UPDATE tab SET n = 2", NotOneItem },
        { "UPDATE tab SET sk = 2 WHERE pk = 'a' AND sk = 1", "ValidationException One or more parameter values were invalid: Cannot update attribute sk. This attribute is part of the key" },
        { "UPDATE tab SET n = o WHERE pk = 'a' AND sk = 1", "ValidationException The provided expression refers to an attribute that does not exist in the item" },
        { "UPDATE tab SET o.p = 1 WHERE pk = 'a' AND sk = 1", "ValidationException The document path provided in the update expression is invalid for update" },
        { "UPDATE tab SET n = n + s WHERE pk = 'a' AND sk = 1", "ValidationException An operand in the update expression has an incorrect data type" },
        { "UPDATE tab SET n = set_add(n, <<1>>) WHERE pk = 'a' AND sk = 1", "ValidationException An operand in the update expression has an incorrect data type" },
        { "UPDATE tab SET n = 2 WHERE pk = 1 AND sk = 1", "ValidationException The provided key element does not match the schema" },
        { "DELETE FROM tab WHERE pk = 'a' AND sk = 1 AND n = 5", Failed },
        { "DELETE FROM tab WHERE pk = 'a'", NotOneItem },
        { "DELETE FROM tab", NotOneItem },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Write_ChangesTheItem(string statement, string returned, string after)
    {
        await FillAsync();

        Assert.Equal(returned, await _service.RunAsync(statement));
        Assert.Equal(after, await ItemAsync());
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Write_IsRefused(string statement, string error)
    {
        await FillAsync();

        (string code, string message) = await _service.FailAsync("ExecuteStatement", StatementRequests.Json(statement));

        Assert.Equal(error, $"{code} {message}");
        Assert.Equal("l=[1] n=1 pk=a s=x sk=1", await ItemAsync());
    }

    [Theory]
    [InlineData("UPDATE tab SET n = 2 WHERE pk = 'a' AND sk = 1 AND n = 5", true)]
    [InlineData("DELETE FROM tab WHERE pk = 'a' AND sk = 1 AND n = 5", true)]
    [InlineData("UPDATE tab SET n = 2 WHERE pk = 'a' AND sk = 9", false)]
    public async Task FailedCondition_ShowsTheItemWhenAsked(string statement, bool isThere)
    {
        await FillAsync();

        (int status, string body) = await _service.SendAsync(
            "ExecuteStatement", StatementRequests.Json(statement, more: "\"ReturnValuesOnConditionCheckFailure\":\"ALL_OLD\""));

        using var error = JsonDocument.Parse(body);
        Assert.Equal((400, isThere), (status, error.RootElement.TryGetProperty("Item", out JsonElement item)));
        if (isThere) Assert.Equal("l=[1] n=1 pk=a s=x sk=1", StatementRequests.Item(item));
    }

    [Fact]
    public async Task Capacity_IsThatOfTheWrite()
    {
        await FillAsync();

        JsonElement answer = await _service.AskJsonAsync("ExecuteStatement", StatementRequests.Json(
            "INSERT INTO tab VALUE {'pk': 'b', 'sk': 1, 'g': 'x', 'h': 1}", more: "\"ReturnConsumedCapacity\":\"INDEXES\""));

        JsonElement capacity = answer.GetProperty("ConsumedCapacity");
        Assert.Equal(("tab", 5, 1), (
            capacity.GetProperty("TableName").GetString(),
            capacity.GetProperty("CapacityUnits").GetDouble(),
            capacity.GetProperty("GlobalSecondaryIndexes").GetProperty("keys").GetProperty("CapacityUnits").GetDouble()));
    }

    [Theory]
    [InlineData("\"Limit\":1")]
    [InlineData("\"NextToken\":\"x\"")]
    public async Task ReadParameters_AreRefused(string parameter)
    {
        await FillAsync();

        Assert.Equal(
            ("ValidationException", "Limit and NextToken can only be specified for SELECT statements."),
            await _service.FailAsync("ExecuteStatement", StatementRequests.Json("DELETE FROM tab WHERE pk = 'a' AND sk = 1", more: parameter)));
    }

    [Fact]
    public async Task LargeItem_IsRefused()
    {
        await _service.CreateSimpleAsync();
        string parameter = $"{{\"S\":\"{new string('x', 409_600)}\"}}";

        Assert.Equal(
            ("ValidationException", "Item size has exceeded the maximum allowed size"),
            await _service.FailAsync("ExecuteStatement", StatementRequests.Json("INSERT INTO tab VALUE {'pk': 'a', 'x': ?}", parameter)));
    }

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public async Task DeepItem_IsRefused(int lists, bool isAllowed)
    {
        await _service.CreateSimpleAsync();
        string json = StatementRequests.Json($"INSERT INTO tab VALUE {{'pk': 'a', 'x': {new string('[', lists)}1{new string(']', lists)}}}");

        (int status, string body) = await _service.SendAsync("ExecuteStatement", json);

        Assert.Equal(isAllowed ? 200 : 400, status);
        if (!isAllowed)
            Assert.Contains("Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit", body, StringComparison.Ordinal);
    }

    private async Task<string> ItemAsync()
    {
        JsonElement answer = await _service.AskJsonAsync("GetItem", """{"TableName":"tab","Key":{"pk":{"S":"a"},"sk":{"N":"1"}}}""");
        return answer.TryGetProperty("Item", out JsonElement item) ? StatementRequests.Item(item) : "";
    }

    private async Task FillAsync()
    {
        await _service.CreateIndexedAsync();
        await _service.RunAsync("INSERT INTO tab VALUE {'pk': 'a', 'sk': 1, 'n': 1, 's': 'x', 'l': [1]}");
    }
}
