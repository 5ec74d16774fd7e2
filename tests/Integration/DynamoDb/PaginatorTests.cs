using Amazon.DynamoDBv2.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.DynamoDb;

/// <summary>The SDK's paginators, which follow pages by themselves.</summary>
public sealed class PaginatorTests(RunningInstance instance) : DynamoDbTest(instance)
{
    private const int Items = 60;

    [Fact]
    public async Task Query_FollowsPagesInBothDirections()
    {
        string table = await FilledTableAsync();
        foreach (bool forward in new[] { true, false })
        {
            List<string> keys = [];
            int pages = 0;
            await foreach (QueryResponse page in Dynamo.Paginators.Query(new QueryRequest
            {
                TableName = table,
                KeyConditionExpression = "pk = :p AND sk >= :s",
                ExpressionAttributeValues = Item((":p", "a"), (":s", 10)),
                ScanIndexForward = forward,
            }).Responses)
            {
                pages++;
                keys.AddRange(page.Items.Select(static item => item["sk"].N));
            }

            IEnumerable<int> expected = Enumerable.Range(10, Items - 10);
            Assert.Equal((forward ? expected : expected.Reverse()).Select(static sk => $"{sk}"), keys);
            Assert.Equal(2, pages);
        }
    }

    [Fact]
    public async Task Scan_FollowsPagesOfALimit()
    {
        string table = await FilledTableAsync();
        List<string> keys = [];
        await foreach (ScanResponse page in Dynamo.Paginators.Scan(new ScanRequest { TableName = table, Limit = 7 }).Responses)
            keys.AddRange(page.Items.Select(static item => item["sk"].N));

        Assert.Equal(Items, keys.Distinct().Count());
        Assert.Equal(Items, keys.Count);
    }

    [Fact]
    public async Task BatchGet_FollowsUnprocessedKeys()
    {
        string table = await FilledTableAsync();
        var request = new BatchGetItemRequest
        {
            RequestItems = new() { [table] = new() { Keys = [.. Enumerable.Range(0, Items).Select(static sk => Item(("pk", "a"), ("sk", sk)))] } },
        };
        int found = 0;
        await foreach (BatchGetItemResponse page in Dynamo.Paginators.BatchGetItem(request).Responses) found += page.Responses[table].Count;

        Assert.Equal(Items, found);
    }

    [Fact]
    public async Task ListTables_FollowsPages()
    {
        string table = await NewTableAsync();
        string other = await NewTableAsync();
        List<string> names = [];
        await foreach (string name in Dynamo.Paginators.ListTables(new ListTablesRequest { Limit = 1 }).TableNames) names.Add(name);

        Assert.Contains(table, names);
        Assert.Contains(other, names);
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    private async Task<string> FilledTableAsync()
    {
        string table = await NewTableAsync("pk:S sk:N");
        for (int sk = 0; sk < Items; sk++) await PutAsync(table, Item(("pk", "a"), ("sk", sk), ("text", new string('x', 30_000))));
        return table;
    }
}
