using System.Text.Json;
using RustStack.DynamoDb.Tests.Statements;

namespace RustStack.DynamoDb.Tests.Operations;

public sealed class ExecuteStatementReadTests
{
    private readonly Service _service = new();

    public static TheoryData<string, string> Selects => new()
    {
        { "SELECT * FROM tab WHERE pk = 'a' AND sk = 1", "g=x h=9 n=1 pk=a sk=1 x=one" },
        { "SELECT n FROM tab WHERE pk = 'a' AND sk = 1", "n=1" },
        { "SELECT sk FROM tab WHERE pk = 'a'", "sk=1; sk=2; sk=3" },
        { "SELECT sk FROM tab WHERE pk = 'a' ORDER BY sk DESC", "sk=3; sk=2; sk=1" },
        { "SELECT sk FROM tab WHERE pk = 'a' ORDER BY pk, sk ASC", "sk=1; sk=2; sk=3" },
        { "SELECT sk FROM tab WHERE pk = 'a' ORDER BY pk DESC", "sk=1; sk=2; sk=3" },
        { "SELECT sk FROM tab WHERE pk = 'a' AND sk > 1", "sk=2; sk=3" },
        { "SELECT sk FROM tab WHERE pk = 'a' AND sk > 1 AND sk < 3", "sk=2" },
        { "SELECT sk FROM tab WHERE pk = 'a' AND sk BETWEEN 2 AND 9", "sk=2; sk=3" },
        { "SELECT sk FROM tab WHERE pk = 'a' AND sk IN [1, 3]", "sk=1; sk=3" },
        { "SELECT sk FROM tab WHERE pk = 'a' AND sk <> 2", "sk=1; sk=3" },
        { "SELECT sk FROM tab WHERE pk = 'a' AND x = 'two'", "sk=2" },
        { "SELECT sk FROM tab WHERE pk = 'a' AND pk = 'b'", "" },
        { "SELECT sk FROM tab WHERE pk = 'none'", "" },
        { "SELECT sk FROM tab WHERE pk = 'a' AND sk = 1 AND x = 'two'", "" },
        { "SELECT pk, sk FROM tab WHERE pk IN ['b', 'a', 'b', 'none']", "pk=b sk=1; pk=a sk=1; pk=a sk=2; pk=a sk=3" },
        { "SELECT pk, sk FROM tab WHERE pk = 'b' OR pk = 'a'", "pk=b sk=1; pk=a sk=1; pk=a sk=2; pk=a sk=3" },
        { "SELECT pk, sk FROM tab WHERE pk IN ['b', 'a'] ORDER BY pk", "pk=a sk=1; pk=a sk=2; pk=a sk=3; pk=b sk=1" },
        { "SELECT pk, sk FROM tab WHERE pk IN ['a', 'b'] ORDER BY pk DESC, sk DESC", "pk=b sk=1; pk=a sk=3; pk=a sk=2; pk=a sk=1" },
        { "SELECT pk, sk FROM tab WHERE pk IN ['a', 'b'] AND sk = 1", "pk=a sk=1; pk=b sk=1" },
        { "SELECT pk FROM tab WHERE pk IN []", "" },
        { "SELECT pk, sk FROM tab WHERE x = 'two'", "pk=a sk=2" },
        { "SELECT pk, sk FROM tab WHERE pk = 'b' OR x = 'two' AND sk = 2", "pk=b sk=1; pk=a sk=2" },
        { "SELECT sk FROM tab.\"all\" WHERE g = 'x'", "sk=3; sk=1" },
        { "SELECT sk FROM \"tab\".\"all\" WHERE g = 'x' AND h > 4 ORDER BY h DESC", "sk=1" },
        { "SELECT h FROM tab.\"all\" WHERE g IN ['x', 'y'] ORDER BY g DESC, h DESC", "h=5; h=9; h=4" },
        { "SELECT * FROM tab.keys WHERE g = 'y'", "g=y pk=a sk=2" },
        { "SELECT * FROM tab.\"some\" WHERE g = 'y'", "g=y pk=a sk=2 x=two" },
        { "SELECT * FROM tab.lsi WHERE pk = 'a' AND h = 9", "h=9 pk=a sk=1" },
        { "SELECT x FROM tab.lsi WHERE pk = 'a' AND h = 9", "x=one" },
        { "SELECT pk, sk FROM tab.\"all\" WHERE h = 5", "pk=a sk=2" },
        { "SELECT m.k, m.l[0], pk FROM tab WHERE pk = 'b'", "k=v l[0]=1 pk=b" },
        { "SELECT none FROM tab WHERE pk = 'b'", "" },
    };

    public static TheoryData<string, string> Refused => new()
    {
        { "SELECT * FROM nope", "ResourceNotFoundException Requested resource not found" },
        { "SELECT * FROM tab.nope", "ValidationException The table does not have the specified index: nope" },
        { "SELEC * FROM tab", "ValidationException Statement wasn't well formed, can't be processed: Expected data manipulation" },
        { "SELECT * FROM tab ORDER BY pk", "ValidationException Must have WHERE clause in the statement when using ORDER BY clause." },
        {
            "SELECT * FROM tab WHERE x = 1 ORDER BY pk",
            "ValidationException Must have at least one non-optional hash key condition in WHERE clause when using ORDER BY clause."
        },
        {
            "SELECT * FROM tab WHERE pk = 'a' ORDER BY x",
            "ValidationException Variable reference x in ORDER BY clause must be part of the primary key"
        },
        {
            "SELECT * FROM tab.\"all\" WHERE g = 'a' ORDER BY sk",
            "ValidationException Variable reference sk in ORDER BY clause must be part of the primary key"
        },
        {
            "SELECT * FROM tab WHERE pk IN ['a', 'b'] ORDER BY sk",
            "ValidationException ORDER BY must begin with the partition key when the WHERE clause has several of them."
        },
        { "SELECT * FROM tab WHERE pk = 1", "ValidationException One or more parameter values were invalid: Condition parameter type does not match schema type" },
        {
            "SELECT * FROM tab WHERE pk = ''",
            "ValidationException One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk"
        },
        {
            "SELECT y FROM tab.\"some\" WHERE g = 'x'",
            "ValidationException One or more parameter values were invalid: Global secondary index some does not project [y]"
        },
        {
            "SELECT pk.x FROM tab",
            "ValidationException Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: pk"
        },
        {
            "SELECT * FROM tab WHERE g.x = 1",
            "ValidationException Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: IndexKey: g"
        },
        { "SELECT * FROM tab WHERE pk = ?", "ValidationException Number of parameters in request and statement don't match." },
        { "EXISTS(SELECT * FROM tab WHERE pk = 'a' AND sk = 1 AND x = 1)", "ValidationException EXISTS can only be used in ExecuteTransaction." },
    };

    [Theory]
    [MemberData(nameof(Selects))]
    public async Task Select_ReturnsItems(string statement, string items)
    {
        await FillAsync();

        Assert.Equal(items, Sorted(statement, await _service.RunAsync(statement)));
        Assert.Equal(items, Sorted(statement, string.Join("; ", (await _service.PagesAsync(statement, more: "\"Limit\":1"))
            .Where(static page => page.Length > 0))));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Select_IsRefused(string statement, string error)
    {
        await FillAsync();

        (string code, string message) = await _service.FailAsync("ExecuteStatement", StatementRequests.Json(statement));

        Assert.Equal(error, $"{code} {message}");
    }

    [Fact]
    public async Task KeyEquality_ReadsNothingElse()
    {
        await FillAsync();
        await _service.RunAsync("INSERT INTO tab VALUE {'pk': 'a', 'sk': 100, 'big': ?}", $"{{\"S\":\"{new string('x', 40_000)}\"}}");

        Assert.Equal(0.5, await UnitsAsync("SELECT * FROM tab WHERE pk = 'a' AND sk = 1"));
        Assert.Equal(1, await UnitsAsync("SELECT * FROM tab WHERE pk = 'a' AND sk = 1", "\"ConsistentRead\":true"));
        Assert.Equal(0.5, await UnitsAsync("SELECT * FROM tab WHERE pk = 'b' AND x = 'none'"));
        Assert.Equal(1, await UnitsAsync("SELECT * FROM tab WHERE pk IN ['b', 'none']"));
        Assert.Equal(0.5, await UnitsAsync("SELECT * FROM tab WHERE pk = 'a' AND sk < 50"));
        Assert.Equal(5, await UnitsAsync("SELECT * FROM tab WHERE x = 'none'"));
        Assert.Equal(0.5, await UnitsAsync("SELECT * FROM tab.\"all\" WHERE g = 'x'"));
    }

    [Fact]
    public async Task ItemByKey_HasNoNextPage()
    {
        await FillAsync();

        Assert.Equal(["sk=1"], await _service.PagesAsync("SELECT sk FROM tab WHERE pk = 'a' AND sk = 1", more: "\"Limit\":1"));
    }

    [Fact]
    public async Task SeveralPartitions_HavePagesOfTenItems()
    {
        await _service.CreateSimpleAsync();
        string[] keys = [.. Enumerable.Range(0, 25).Select(static i => $"k{i:00}")];
        foreach (string key in keys) await _service.RunAsync($"INSERT INTO tab VALUE {{'pk': '{key}'}}");
        string list = string.Join(',', keys.Select(static key => $"'{key}'"));

        List<string> pages = await _service.PagesAsync($"SELECT pk FROM tab WHERE pk IN [{list}] ORDER BY pk DESC");

        Assert.Equal([10, 10, 5], pages.Select(static page => page.Split("; ").Length));
        Assert.Equal(keys.Reverse().Select(static key => $"pk={key}"), pages.SelectMany(static page => page.Split("; ")));
    }

    [Fact]
    public async Task MoreThanFiftyPartitions_AreRefused()
    {
        await _service.CreateSimpleAsync();
        string list = string.Join(',', Enumerable.Range(0, 50).Select(static i => $"'k{i}'"));

        Assert.Equal("", await _service.RunAsync($"SELECT pk FROM tab WHERE pk IN [{list}]"));
        Assert.Equal(
            ("ValidationException", "The IN operator is provided with too many operands; number of operands: 51"),
            await _service.FailAsync("ExecuteStatement", StatementRequests.Json($"SELECT pk FROM tab WHERE pk IN [{list},'one more']")));
    }

    [Fact]
    public async Task Page_EndsAtOneMegabyte()
    {
        await _service.CreateSimpleAsync();
        for (int i = 0; i < 5; i++)
            await _service.RunAsync($"INSERT INTO tab VALUE {{'pk': 'k{i}', 'x': ?}}", $"{{\"S\":\"{new string('x', 300_000)}\"}}");

        Assert.Equal([3, 2], (await _service.PagesAsync("SELECT pk FROM tab")).Select(static page => page.Split("; ").Length));
        Assert.Equal(
            ["pk=k0; pk=k1; pk=k2; pk=k3", "pk=k4"],
            await _service.PagesAsync("SELECT pk FROM tab WHERE pk IN ['k0', 'k1', 'k2', 'k3', 'k4']"));
    }

    [Fact]
    public async Task TokenOfAnotherStatement_IsRefused()
    {
        await FillAsync();
        const string statement = "SELECT sk FROM tab WHERE pk = ?";
        JsonElement page = await _service.AskJsonAsync("ExecuteStatement", StatementRequests.Json(statement, """{"S":"a"}""", "\"Limit\":1"));
        string token = page.GetProperty("NextToken").GetString()!;
        Assert.Equal("pk=a sk=1", StatementRequests.Item(page.GetProperty("LastEvaluatedKey")));

        Assert.Equal("sk=2; sk=3", await _service.RunAsync(statement, """{"S":"a"}""", $"\"NextToken\":\"{token}\""));
        (string Code, string Message) refusal = ("ValidationException", "NextToken does not match request");
        Assert.Equal(refusal, await FailAsync(statement, """{"S":"b"}""", token));
        Assert.Equal(refusal, await FailAsync(statement + " AND sk > 0", """{"S":"a"}""", token));
        Assert.Equal(refusal, await FailAsync(statement, """{"S":"a"}""", "nonsense"));
        Assert.Equal(refusal, await FailAsync(statement, """{"S":"a"}""", "AAAA"));
        Assert.Equal(refusal, await FailAsync(statement, """{"S":"a"}""", (token[0] == 'A' ? "B" : "A") + token[1..]));
    }

    [Fact]
    public async Task Parameters_AreOfEveryType()
    {
        await _service.CreateSimpleAsync();
        await _service.RunAsync(
            "INSERT INTO tab VALUE {'pk': ?, 'b': ?, 'ss': ?, 'l': ?, 'm': ?, 'z': ?}",
            """{"S":"a"},{"B":"AQI="},{"SS":["x"]},{"L":[{"N":"1"}]},{"M":{"k":{"BOOL":true}}},{"NULL":true}""");

        Assert.Equal("b=AQI= l=[1] m=(k=true) pk=a ss=<x> z=true", await _service.RunAsync("SELECT * FROM tab WHERE b = ?", """{"B":"AQI="}"""));
        Assert.Equal("pk=a", await _service.RunAsync("SELECT pk FROM tab WHERE l = ? AND m = ?", """{"L":[{"N":"1.0"}]},{"M":{"k":{"BOOL":true}}}"""));
        Assert.Equal(
            ("ValidationException", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"),
            await _service.FailAsync("ExecuteStatement", StatementRequests.Json("SELECT * FROM tab WHERE b = ?", "{}")));
    }

    [Theory]
    [InlineData("""{"Statement":""}""", "1 validation error detected: Value '' at 'statement' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("""{"Statement":"SELECT * FROM tab","Parameters":[]}""", "1 validation error detected: Value '[]' at 'parameters' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("""{"Statement":"SELECT * FROM tab","Limit":0}""", "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    public async Task Constraints_AreChecked(string json, string message) =>
        Assert.Equal(("ValidationException", message), await _service.FailAsync("ExecuteStatement", json));

    private static string Sorted(string statement, string items) =>
        // A scan is in the order of hashes, which nobody promises.
        statement.Contains(" OR x", StringComparison.Ordinal) ? string.Join("; ", items.Split("; ").OrderDescending(StringComparer.Ordinal)) : items;

    private Task<(string Code, string Message)> FailAsync(string statement, string parameters, string token) =>
        _service.FailAsync("ExecuteStatement", StatementRequests.Json(statement, parameters, $"\"NextToken\":\"{token}\""));

    private async Task<double> UnitsAsync(string statement, string? more = null)
    {
        string members = "\"ReturnConsumedCapacity\":\"TOTAL\"" + (more is null ? "" : "," + more);
        JsonElement answer = await _service.AskJsonAsync("ExecuteStatement", StatementRequests.Json(statement, more: members));
        return answer.GetProperty("ConsumedCapacity").GetProperty("CapacityUnits").GetDouble();
    }

    private async Task FillAsync()
    {
        await _service.CreateIndexedAsync();
        string[] items =
        [
            "{'pk': 'a', 'sk': 1, 'g': 'x', 'h': 9, 'x': 'one', 'n': 1}",
            "{'pk': 'a', 'sk': 2, 'g': 'y', 'h': 5, 'x': 'two'}",
            "{'pk': 'a', 'sk': 3, 'g': 'x', 'h': 4}",
            "{'pk': 'b', 'sk': 1, 'm': {'k': 'v', 'l': [1, 2]}}",
        ];
        foreach (string item in items) Assert.Equal("", await _service.RunAsync($"INSERT INTO tab VALUE {item}"));
    }
}
