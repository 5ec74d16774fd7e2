using System.Text.Json;
using RustStack.DynamoDb.Tests.Statements;

namespace RustStack.DynamoDb.Tests.Operations;

public sealed class ExecuteTransactionTests
{
    private const string ExistsRefused =
        "ValidationException EXISTS must contain a SELECT of one item by its primary key, with at least one further condition.";

    private readonly Service _service = new();

    /// <summary>Statements of one transaction with semicolons between them, and the reasons why it is cancelled.</summary>
    public static TheoryData<string, string> Cancelled => new()
    {
        { "INSERT INTO tab VALUE {'pk': 'a'}; DELETE FROM tab WHERE pk = 'z'", "DuplicateItem Duplicate primary key exists in table, None" },
        { "DELETE FROM tab WHERE pk = 'z'; UPDATE tab SET n = 2 WHERE pk = 'y'", "None, ConditionalCheckFailed The conditional request failed" },
        { "DELETE FROM tab WHERE pk = 'a' AND n = 2", "ConditionalCheckFailed The conditional request failed" },
        { "EXISTS(SELECT * FROM tab WHERE pk = 'a' AND n = 2); INSERT INTO tab VALUE {'pk': 'b'}", "ConditionalCheckFailed The conditional request failed, None" },
        { "UPDATE tab SET n = n + s WHERE pk = 'a'", "ValidationError An operand in the update expression has an incorrect data type" },
        { "INSERT INTO tab VALUE {'pk': 1}", "ValidationError One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N" },
    };

    public static TheoryData<string, string> Refused => new()
    {
        { "nonsense", "ValidationException Statement wasn't well formed, can't be processed: Expected data manipulation" },
        { "DELETE FROM nope WHERE pk = 'a'", "ResourceNotFoundException Requested resource not found" },
        { "DELETE FROM tab", "ValidationException Where clause does not contain a mandatory equality on all key attributes" },
        { "DELETE FROM tab WHERE pk = 'a'; SELECT * FROM tab WHERE pk = 'a'", "ValidationException A transaction must consist of either read statements or write statements." },
        { "EXISTS(SELECT * FROM tab WHERE pk = 'a' AND n = 1); SELECT * FROM tab WHERE pk = 'b'", "ValidationException A transaction must consist of either read statements or write statements." },
        { "DELETE FROM tab WHERE pk = 'a'; UPDATE tab SET n = 1 WHERE pk = 'a'", "ValidationException Transaction request cannot include multiple operations on one item" },
        { "SELECT * FROM tab WHERE pk = 'a'; SELECT n FROM tab WHERE pk = 'a'", "ValidationException Transaction request cannot include multiple operations on one item" },
        { "DELETE FROM tab WHERE pk = 'a' RETURNING ALL OLD *", "ValidationException RETURNING is not supported within transactions." },
        { "SELECT * FROM tab", "ValidationException Select statements within ExecuteTransaction must specify the primary key in the where clause." },
        { "EXISTS(SELECT * FROM tab WHERE pk = 'a')", ExistsRefused },
        { "EXISTS(SELECT * FROM tab WHERE n = 1)", ExistsRefused },
        { "EXISTS(SELECT * FROM tab)", ExistsRefused },
    };

    [Fact]
    public async Task Writes_HappenTogether()
    {
        await FillAsync();

        JsonElement answer = await AskAsync(
            "EXISTS(SELECT * FROM tab WHERE pk = 'c' AND n IS MISSING); INSERT INTO tab VALUE {'pk': 'b', 'n': 5}; "
            + "UPDATE tab SET n = n + 1 WHERE pk = 'a' AND n = 1; DELETE FROM tab WHERE pk = 'none' AND n = 9",
            "\"ReturnConsumedCapacity\":\"TOTAL\"");

        Assert.Equal(["", "", "", ""], answer.GetProperty("Responses").EnumerateArray().Select(StatementRequests.Item));
        Assert.Equal(8, answer.GetProperty("ConsumedCapacity")[0].GetProperty("WriteCapacityUnits").GetDouble());
        Assert.Equal("n=2 pk=a s=x", await _service.RunAsync("SELECT * FROM tab WHERE pk = 'a'"));
        Assert.Equal("n=5 pk=b", await _service.RunAsync("SELECT * FROM tab WHERE pk = 'b'"));
    }

    [Fact]
    public async Task Reads_AreInTheOrderOfTheStatements()
    {
        await FillAsync();
        await _service.RunAsync("INSERT INTO tab VALUE {'pk': 'b', 'm': {'k': 'v'}}");

        JsonElement answer = await AskAsync(
            "SELECT m.k FROM tab WHERE pk = 'b'; SELECT * FROM tab WHERE pk = 'none'; SELECT * FROM tab WHERE pk = 'a' AND n = 1; "
            + "SELECT * FROM tab WHERE pk = 'c' AND n = 7",
            "\"ReturnConsumedCapacity\":\"TOTAL\"");

        Assert.Equal(
            ["k=v", "-", "n=1 pk=a s=x", "-"],
            answer.GetProperty("Responses").EnumerateArray().Select(static response =>
                response.TryGetProperty("Item", out JsonElement item) ? StatementRequests.Item(item) : "-"));
        Assert.Equal(8, answer.GetProperty("ConsumedCapacity")[0].GetProperty("ReadCapacityUnits").GetDouble());
    }

    [Theory]
    [MemberData(nameof(Cancelled))]
    public async Task CancelledTransaction_ChangesNothing(string statements, string reasons)
    {
        await FillAsync();

        (int status, string body) = await _service.SendAsync("ExecuteTransaction", Json(statements));

        using var error = JsonDocument.Parse(body);
        Assert.Equal((400, "com.amazonaws.dynamodb.v20120810#TransactionCanceledException"), (status, error.RootElement.GetProperty("__type").GetString()));
        Assert.Equal(reasons, string.Join(", ", error.RootElement.GetProperty("CancellationReasons").EnumerateArray().Select(static reason =>
            reason.GetProperty("Code").GetString() + (reason.TryGetProperty("Message", out JsonElement message) ? $" {message}" : ""))));
        Assert.Equal("n=1 pk=a s=x", await _service.RunAsync("SELECT * FROM tab"));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Transaction_IsRefused(string statements, string error)
    {
        await FillAsync();

        (string code, string message) = await _service.FailAsync("ExecuteTransaction", Json(statements));

        Assert.Equal(error, $"{code} {message}");
        Assert.Equal("n=1 pk=a s=x", await _service.RunAsync("SELECT * FROM tab"));
    }

    [Fact]
    public async Task FailedCondition_ShowsTheItemWhenAsked()
    {
        await FillAsync();

        (_, string body) = await _service.SendAsync(
            "ExecuteTransaction",
            Json("UPDATE tab SET n = 2 WHERE pk = 'a' AND n = 5 |  | \"ReturnValuesOnConditionCheckFailure\":\"ALL_OLD\""));

        using var error = JsonDocument.Parse(body);
        Assert.Equal("n=1 pk=a s=x", StatementRequests.Item(error.RootElement.GetProperty("CancellationReasons")[0].GetProperty("Item")));
    }

    [Fact]
    public async Task Token_MakesATransactionHappenOnce()
    {
        await FillAsync();
        const string statement = "UPDATE tab SET n = n + ? WHERE pk = 'a' | {\"N\":\"1\"}";
        const string token = "\"ClientRequestToken\":\"t1\"";

        await AskAsync(statement, token);
        JsonElement again = await AskAsync(statement, token + ",\"ReturnConsumedCapacity\":\"TOTAL\"");

        Assert.Equal(2, again.GetProperty("ConsumedCapacity")[0].GetProperty("ReadCapacityUnits").GetDouble());
        Assert.Equal("n=2 pk=a s=x", await _service.RunAsync("SELECT * FROM tab"));
        Assert.Equal(
            "IdempotentParameterMismatchException",
            (await _service.FailAsync("ExecuteTransaction", Json("UPDATE tab SET n = n + ? WHERE pk = 'a' | {\"N\":\"2\"}", token))).Code);
        _service.Time = _service.Time.AddMinutes(10);
        await AskAsync(statement, token);
        Assert.Equal("n=3 pk=a s=x", await _service.RunAsync("SELECT * FROM tab"));
    }

    [Fact]
    public async Task CancelledTransaction_MayBeTriedAgainWithItsToken()
    {
        await FillAsync();
        const string statement = "UPDATE tab SET n = 9 WHERE pk = 'a' AND n = 2";
        const string token = "\"ClientRequestToken\":\"t1\"";

        Assert.Equal("TransactionCanceledException", (await _service.FailAsync("ExecuteTransaction", Json(statement, token))).Code);
        await _service.RunAsync("UPDATE tab SET n = 2 WHERE pk = 'a'");
        await AskAsync(statement, token);

        Assert.Equal("n=9 pk=a s=x", await _service.RunAsync("SELECT * FROM tab"));
    }

    [Fact]
    public async Task ReadsOfMoreThanFourMegabytes_AreRefused()
    {
        await _service.CreateSimpleAsync();
        for (int i = 0; i < 11; i++)
            await _service.RunAsync($"INSERT INTO tab VALUE {{'pk': '{i}', 'x': ?}}", $"{{\"S\":\"{new string('x', 400_000)}\"}}");
        string[] reads = [.. Enumerable.Range(0, 11).Select(static i => $"SELECT pk FROM tab WHERE pk = '{i}'")];

        Assert.Equal(10, (await AskAsync(string.Join("; ", reads[1..]))).GetProperty("Responses").GetArrayLength());
        Assert.Equal(
            ("ValidationException", "The aggregate size of the items in the transaction cannot exceed 4 MB"),
            await _service.FailAsync("ExecuteTransaction", Json(string.Join("; ", reads))));
    }

    [Fact]
    public async Task MoreThanHundredStatements_AreRefused()
    {
        (string code, string text) = await _service.FailAsync(
            "ExecuteTransaction", StatementRequests.Json("TransactStatements", Enumerable.Repeat("SELECT * FROM tab", 101)));

        Assert.Equal("ValidationException", code);
        Assert.EndsWith("Member must have length less than or equal to 100", text, StringComparison.Ordinal);
    }

    private static string Json(string statements, string? more = null) =>
        StatementRequests.Json("TransactStatements", statements.Split("; "), more);

    private Task<JsonElement> AskAsync(string statements, string? more = null) => _service.AskJsonAsync("ExecuteTransaction", Json(statements, more));

    private async Task FillAsync()
    {
        await _service.CreateSimpleAsync();
        await _service.RunAsync("INSERT INTO tab VALUE {'pk': 'a', 'n': 1, 's': 'x'}");
    }
}
