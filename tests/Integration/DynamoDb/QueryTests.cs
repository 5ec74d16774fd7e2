using Amazon.DynamoDBv2.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.DynamoDb;

public sealed class QueryTests(RunningInstance instance) : DynamoDbTest(instance)
{
    [Theory]
    [InlineData("pk = :pk", "1 2 3 4 10")]
    [InlineData("pk = :pk AND sk = :a", "2")]
    [InlineData("pk = :pk AND sk < :b", "1 2")]
    [InlineData("pk = :pk AND sk <= :b", "1 2 3")]
    [InlineData("pk = :pk AND sk > :a", "3 4 10")]
    [InlineData("pk = :pk AND sk >= :a", "2 3 4 10")]
    [InlineData("pk = :pk AND sk BETWEEN :a AND :b", "2 3")]
    [InlineData("sk BETWEEN :a AND :b AND pk = :pk", "2 3")]
    [InlineData("(pk = :pk) AND (sk = :a)", "2")]
    public async Task NumberSortKey_IsComparedByValue(string condition, string expected)
    {
        string table = await NewTableAsync("pk:S sk:N");
        foreach (int sk in (int[])[10, 3, 1, 4, 2]) await PutAsync(table, Item(("pk", "p"), ("sk", sk)), Item(("pk", "q"), ("sk", sk)));

        QueryResponse query = await Dynamo.QueryAsync(Request(table, condition, (":pk", "p"), (":a", 2), (":b", 3)));

        Assert.Equal(expected, string.Join(' ', query.Items.Select(static item => item["sk"].N)));
        Assert.Equal((query.Items.Count, query.Items.Count), (query.Count, query.ScannedCount));
        Assert.All(query.Items, static item => Assert.Equal("p", item["pk"].S));
        Assert.Null(query.LastEvaluatedKey);
    }

    [Theory]
    [InlineData("pk = :pk AND begins_with(sk, :a)", "a a/1 a/2 ab")]
    [InlineData("pk = :pk AND sk > :a", "a/1 a/2 ab b ü")]
    [InlineData("pk = :pk AND sk BETWEEN :a AND :b", "a a/1 a/2 ab b")]
    public async Task StringSortKey_IsComparedByBytes(string condition, string expected)
    {
        string table = await NewTableAsync("pk:S sk:S");
        foreach (string sk in (string[])["b", "a/2", "ü", "a", "ab", "A", "a/1"]) await PutAsync(table, Item(("pk", "p"), ("sk", sk)));

        QueryResponse query = await Dynamo.QueryAsync(Request(table, condition, (":pk", "p"), (":a", "a"), (":b", "b")));

        Assert.Equal(expected, string.Join(' ', query.Items.Select(static item => item["sk"].S)));
    }

    [Fact]
    public async Task BinarySortKey_IsComparedUnsigned()
    {
        string table = await NewTableAsync("pk:B sk:B");
        foreach (byte[] sk in (byte[][])[[0xFF], [0x7F], [0x7F, 0x00], [0x00]]) await PutAsync(table, Item(("pk", B(1)), ("sk", B(sk))));

        QueryResponse query = await Dynamo.QueryAsync(Request(table, "pk = :pk AND sk >= :a", (":pk", B(1)), (":a", B(0x7F))));

        Assert.Equal("7f 7f00 ff", string.Join(' ', query.Items.Select(static item => Convert.ToHexStringLower(item["sk"].B.ToArray()))));
    }

    [Fact]
    public async Task Backwards_IsTheSameInReverse()
    {
        string table = await NumbersAsync(5);
        QueryRequest request = Request(table, "pk = :pk AND sk < :a", (":pk", "p"), (":a", 4));
        request.ScanIndexForward = false;

        QueryResponse query = await Dynamo.QueryAsync(request);

        Assert.Equal("3 2 1 0", string.Join(' ', query.Items.Select(static item => item["sk"].N)));
    }

    [Fact]
    public async Task Filter_CountsWhatItScanned()
    {
        string table = await NumbersAsync(10);
        QueryRequest request = Request(table, "pk = :pk", (":pk", "p"), (":odd", "odd"));
        request.FilterExpression = "parity = :odd";

        QueryResponse query = await Dynamo.QueryAsync(request);

        Assert.Equal((5, 10), (query.Count, query.ScannedCount));
        Assert.Equal("1 3 5 7 9", string.Join(' ', query.Items.Select(static item => item["sk"].N)));
    }

    [Fact]
    public async Task Count_GivesNoItems()
    {
        string table = await NumbersAsync(3);
        QueryRequest request = Request(table, "pk = :pk", (":pk", "p"));
        request.Select = Amazon.DynamoDBv2.Select.COUNT;

        QueryResponse query = await Dynamo.QueryAsync(request);

        Assert.Equal((3, 3), (query.Count, query.ScannedCount));
        Assert.Empty(query.Items ?? []);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pages_MissAndRepeatNothing(bool forward)
    {
        string table = await NumbersAsync(23);
        QueryRequest request = Request(table, "pk = :pk", (":pk", "p"));
        request.Limit = 5;
        request.ScanIndexForward = forward;
        var found = new List<string>();
        int pages = 0;
        do
        {
            QueryResponse page = await Dynamo.QueryAsync(request);
            found.AddRange((page.Items ?? []).Select(static item => item["sk"].N));
            request.ExclusiveStartKey = page.LastEvaluatedKey;
            pages++;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });

        IEnumerable<string> expected = Enumerable.Range(0, 23).Select(static i => $"{i}");
        Assert.Equal(forward ? expected : expected.Reverse(), found);
        Assert.Equal(5, pages);
    }

    [Fact]
    public async Task StartKeyWhoseItemIsGone_StillWorks()
    {
        string table = await NumbersAsync(5);
        await Dynamo.DeleteItemAsync(table, Item(("pk", "p"), ("sk", 2)));
        QueryRequest request = Request(table, "pk = :pk", (":pk", "p"));
        request.ExclusiveStartKey = Item(("pk", "p"), ("sk", 2));

        QueryResponse query = await Dynamo.QueryAsync(request);

        Assert.Equal("3 4", string.Join(' ', query.Items.Select(static item => item["sk"].N)));
    }

    [Fact]
    public async Task Paginator_GivesEveryItem()
    {
        string table = await NumbersAsync(12);
        QueryRequest request = Request(table, "pk = :pk", (":pk", "p"));
        request.Limit = 5;
        int count = 0;

        await foreach (QueryResponse page in Dynamo.Paginators.Query(request).Responses)
        {
            foreach (Dictionary<string, AttributeValue> item in page.Items ?? []) Assert.Equal(Text(N($"{count++}")), Text(item["sk"]));
        }

        Assert.Equal(12, count);
    }

    [Theory]
    [InlineData("sk = :a", "Query condition missed key schema element: pk")]
    [InlineData("pk > :a", "Query key condition not supported")]
    [InlineData("pk = :a AND third = :a", "Query condition missed key schema element: sk")]
    [InlineData(
        "pk = :a AND sk BETWEEN :b AND :a",
        "Invalid KeyConditionExpression: The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
        + "lower bound operand: AttributeValue: {S:b}, upper bound operand: AttributeValue: {S:a}")]
    [InlineData("", "Invalid KeyConditionExpression: The expression can not be empty;")]
    public async Task BadKeyCondition_IsRefused(string condition, string message)
    {
        string table = await NewTableAsync("pk:S sk:S");

        await InvalidAsync(message, () => Dynamo.QueryAsync(Request(table, condition, (":a", "a"), (":b", "b"))));
    }

    [Fact]
    public async Task KeyOfAnotherType_IsRefused()
    {
        string table = await NewTableAsync("pk:S sk:N");

        await InvalidAsync(
            "One or more parameter values were invalid: Condition parameter type does not match schema type",
            () => Dynamo.QueryAsync(Request(table, "pk = :pk", (":pk", 1))));
    }

    /// <summary>A query with those of the values that its condition or filter uses.</summary>
    private static QueryRequest Request(string table, string condition, params (string Name, object Value)[] values)
    {
        (string Name, object Value)[] used =
            [.. values.Where(value => value.Name == ":odd" || condition.Contains(value.Name, StringComparison.Ordinal))];
        return new(table)
        {
            KeyConditionExpression = condition,
            ExpressionAttributeValues = used.Length == 0 ? null : Item(used),
        };
    }

    private async Task<string> NumbersAsync(int count)
    {
        string table = await NewTableAsync("pk:S sk:N");
        for (int i = 0; i < count; i++) await PutAsync(table, Item(("pk", "p"), ("sk", i), ("parity", i % 2 == 0 ? "even" : "odd")));
        return table;
    }
}
