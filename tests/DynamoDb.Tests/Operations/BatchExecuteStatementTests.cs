using System.Text.Json;
using RustStack.DynamoDb.Tests.Statements;

namespace RustStack.DynamoDb.Tests.Operations;

public sealed class BatchExecuteStatementTests
{
    private const string NotOneItem =
        "tab ValidationError Select statements within BatchExecuteStatement must specify the primary key in the where clause.";

    private readonly Service _service = new();

    /// <summary>A statement, and what its part of the answer is: table, code and message of an error, item.</summary>
    public static TheoryData<string, string> Parts => new()
    {
        { "SELECT * FROM tab WHERE pk = 'a' AND sk = 1", "tab n=1 pk=a sk=1" },
        { "SELECT n FROM tab WHERE pk = ? AND sk = 1 | {\"S\":\"a\"}", "tab n=1" },
        { "SELECT n FROM tab WHERE pk = 'a' AND sk = 1 AND n = 1", "tab n=1" },
        { "SELECT n FROM tab WHERE pk = 'a' AND sk = 1 AND n = 2", "tab" },
        { "SELECT * FROM tab WHERE pk = 'a' AND sk = 9", "tab" },
        { "SELECT * FROM tab WHERE pk = 'a'", NotOneItem },
        { "SELECT * FROM tab", NotOneItem },
        { "SELECT * FROM tab WHERE pk = 'a' AND sk IN [1]", NotOneItem },
        { "SELECT * FROM tab.\"keys\" WHERE pk = 'a' AND sk = 1", NotOneItem },
        { "SELECT * FROM nope WHERE pk = 'a'", "ResourceNotFound Requested resource not found" },
        { "SELECT * FROM tab WHERE pk = 1 AND sk = 1", "tab ValidationError The provided key element does not match the schema" },
        { "SELEC", "ValidationError Statement wasn't well formed, can't be processed: Expected data manipulation" },
        { "SELECT * FROM tab WHERE pk = ?", "ValidationError Number of parameters in request and statement don't match." },
        { "EXISTS(SELECT * FROM tab WHERE pk = 'a' AND sk = 1 AND n = 1)", "ValidationError EXISTS can only be used in ExecuteTransaction." },
        { "INSERT INTO tab VALUE {'pk': 'b', 'sk': 1}", "tab" },
        { "INSERT INTO tab VALUE {'pk': 'a', 'sk': 1}", "tab DuplicateItem Duplicate primary key exists in table" },
        { "INSERT INTO tab VALUE {'pk': 'a'}", "tab ValidationError One or more parameter values were invalid: Missing the key sk in the item" },
        { "UPDATE tab SET n = 2 WHERE pk = 'a' AND sk = 1", "tab" },
        { "UPDATE tab SET n = 2 WHERE pk = 'a' AND sk = 1 RETURNING ALL NEW *", "tab n=2 pk=a sk=1" },
        { "UPDATE tab SET n = 2 WHERE pk = 'a' AND sk = 9", "tab ConditionalCheckFailed The conditional request failed" },
        {
            "UPDATE tab SET n = 2 WHERE pk = 'a' AND sk = 1 AND n = 5 |  | \"ReturnValuesOnConditionCheckFailure\":\"ALL_OLD\"",
            "tab ConditionalCheckFailed The conditional request failed n=1 pk=a sk=1"
        },
        { "UPDATE tab SET n = 2 WHERE pk = 'a'", "tab ValidationError Where clause does not contain a mandatory equality on all key attributes" },
        { "DELETE FROM tab WHERE pk = 'a' AND sk = 1 RETURNING ALL OLD *", "tab n=1 pk=a sk=1" },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Statement_HasItsOwnPartOfTheAnswer(string statement, string part)
    {
        await FillAsync();

        Assert.Equal([part], await RunAsync(statement));
    }

    [Fact]
    public async Task FailedStatement_LeavesTheOthers()
    {
        await FillAsync();

        List<string> parts = await RunAsync(
            "INSERT INTO tab VALUE {'pk': 'b', 'sk': 1}",
            "INSERT INTO tab VALUE {'pk': 'b', 'sk': 1}",
            "nonsense",
            "UPDATE tab SET x = 1 WHERE pk = 'b' AND sk = 1",
            "DELETE FROM tab WHERE pk = 'a' AND sk = 1");

        Assert.Equal(
            [
                "tab",
                "tab DuplicateItem Duplicate primary key exists in table",
                "ValidationError Statement wasn't well formed, can't be processed: Expected data manipulation",
                "tab",
                "tab",
            ],
            parts);
        Assert.Equal("pk=b sk=1 x=1", await _service.RunAsync("SELECT * FROM tab"));
    }

    [Fact]
    public async Task ReadsAndWrites_DoNotMix()
    {
        await FillAsync();

        Assert.Equal(
            ("ValidationException", "A batch must consist of either read statements or write statements."),
            await _service.FailAsync("BatchExecuteStatement", StatementRequests.Json(
                "Statements", ["SELECT * FROM tab WHERE pk = 'a' AND sk = 1", "DELETE FROM tab WHERE pk = 'a' AND sk = 1"])));
        Assert.Equal("n=1 pk=a sk=1", await _service.RunAsync("SELECT * FROM tab"));
    }

    [Theory]
    [InlineData(0, "1 validation error detected: Value '[]' at 'statements' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData(26, "Member must have length less than or equal to 25")]
    public async Task NumberOfStatements_IsLimited(int count, string message)
    {
        (string code, string text) = await _service.FailAsync(
            "BatchExecuteStatement", StatementRequests.Json("Statements", Enumerable.Repeat("SELECT * FROM tab", count)));

        Assert.Equal("ValidationException", code);
        Assert.EndsWith(message, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Capacity_IsThatOfEachStatementThatSucceeded()
    {
        await FillAsync();

        JsonElement answer = await _service.AskJsonAsync("BatchExecuteStatement", StatementRequests.Json(
            "Statements",
            ["SELECT * FROM tab WHERE pk = 'a' AND sk = 1", "SELECT * FROM tab", "SELECT * FROM tab WHERE pk = 'a' AND sk = 1 |  | \"ConsistentRead\":true"],
            "\"ReturnConsumedCapacity\":\"TOTAL\""));

        Assert.Equal(
            [0.5, 1],
            answer.GetProperty("ConsumedCapacity").EnumerateArray().Select(static capacity => capacity.GetProperty("CapacityUnits").GetDouble()));
    }

    private async Task<List<string>> RunAsync(params string[] statements)
    {
        JsonElement answer = await _service.AskJsonAsync("BatchExecuteStatement", StatementRequests.Json("Statements", statements));
        return [.. answer.GetProperty("Responses").EnumerateArray().Select(Part)];
    }

    private static string Part(JsonElement response)
    {
        List<string> parts = [];
        if (response.TryGetProperty("TableName", out JsonElement table)) parts.Add(table.GetString()!);
        JsonElement holder = response;
        if (response.TryGetProperty("Error", out JsonElement error))
        {
            parts.Add($"{error.GetProperty("Code")} {error.GetProperty("Message")}");
            holder = error;
        }

        if (holder.TryGetProperty("Item", out JsonElement item)) parts.Add(StatementRequests.Item(item));
        return string.Join(' ', parts);
    }

    private async Task FillAsync()
    {
        await _service.CreateIndexedAsync();
        await _service.RunAsync("INSERT INTO tab VALUE {'pk': 'a', 'sk': 1, 'n': 1}");
    }
}
