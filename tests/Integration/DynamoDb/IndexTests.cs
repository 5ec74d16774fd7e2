using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.DynamoDb;

public sealed class IndexTests(RunningInstance instance) : DynamoDbTest(instance)
{
    [Fact]
    public async Task GlobalIndex_FollowsEveryWrite()
    {
        string table = await IndexedAsync(ProjectionType.ALL);
        await PutAsync(
            table,
            Item(("pk", "1"), ("sk", "a"), ("group", "g"), ("rank", 2)),
            Item(("pk", "2"), ("sk", "b"), ("group", "g"), ("rank", 1)),
            Item(("pk", "3"), ("sk", "c"), ("group", "h"), ("rank", 1)),
            Item(("pk", "4"), ("sk", "d"), ("rank", 1)));
        Assert.Equal("2 1", await QueryAsync(table, "g"));

        await PutAsync(table, Item(("pk", "1"), ("sk", "a"), ("group", "h"), ("rank", 0)));
        Assert.Equal("2", await QueryAsync(table, "g"));
        Assert.Equal("1 3", await QueryAsync(table, "h"));

        await Dynamo.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table,
            Key = Item(("pk", "2"), ("sk", "b")),
            UpdateExpression = "REMOVE #g",
            ExpressionAttributeNames = new() { ["#g"] = "group" },
        });
        await Dynamo.DeleteItemAsync(table, Item(("pk", "3"), ("sk", "c")));
        Assert.Equal("", await QueryAsync(table, "g"));
        Assert.Equal("1", await QueryAsync(table, "h"));
    }

    [Theory]
    [InlineData("ALL", "{extra: S e, group: S g, included: S i, pk: S 1, rank: N 1, sk: S a}")]
    [InlineData("KEYS_ONLY", "{group: S g, pk: S 1, rank: N 1, sk: S a}")]
    [InlineData("INCLUDE", "{group: S g, included: S i, pk: S 1, rank: N 1, sk: S a}")]
    public async Task Projection_DecidesWhatAnIndexGives(string projection, string expected)
    {
        string table = await IndexedAsync(ProjectionType.FindValue(projection));
        await PutAsync(table, Item(("pk", "1"), ("sk", "a"), ("group", "g"), ("rank", 1), ("included", "i"), ("extra", "e")));

        QueryResponse query = await Dynamo.QueryAsync(GroupQuery(table, "g"));

        Assert.Equal([expected], query.Items.Select(Text));
    }

    [Fact]
    public async Task IndexPages_GoOnAmongEqualKeys()
    {
        string table = await IndexedAsync(ProjectionType.KEYS_ONLY);
        for (int i = 0; i < 11; i++) await PutAsync(table, Item(("pk", $"{i:d2}"), ("sk", "s"), ("group", "g"), ("rank", 7)));
        QueryRequest request = GroupQuery(table, "g");
        request.Limit = 3;
        var found = new List<string>();
        do
        {
            QueryResponse page = await Dynamo.QueryAsync(request);
            found.AddRange((page.Items ?? []).Select(static item => item["pk"].S));
            request.ExclusiveStartKey = page.LastEvaluatedKey;
            if (request.ExclusiveStartKey is not { Count: > 0 } key) break;
            Assert.Equal(["group", "pk", "rank", "sk"], key.Keys.Order(StringComparer.Ordinal));
        }
        while (request.ExclusiveStartKey is { Count: > 0 });

        Assert.Equal(Enumerable.Range(0, 11).Select(static i => $"{i:d2}"), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task LocalIndex_SortsAPartitionOtherwise()
    {
        string table = await IndexedAsync(ProjectionType.KEYS_ONLY);
        await PutAsync(
            table,
            Item(("pk", "p"), ("sk", "a"), ("rank", 3), ("extra", "x")),
            Item(("pk", "p"), ("sk", "b"), ("rank", 1), ("extra", "y")),
            Item(("pk", "p"), ("sk", "c"), ("extra", "z")),
            Item(("pk", "q"), ("sk", "a"), ("rank", 2)));

        QueryResponse keys = await Dynamo.QueryAsync(LocalQuery(table, null));
        QueryResponse fetched = await Dynamo.QueryAsync(LocalQuery(table, "extra"));

        Assert.Equal(["{pk: S p, rank: N 1, sk: S b}", "{pk: S p, rank: N 3, sk: S a}"], keys.Items.Select(Text));
        Assert.Equal(["{extra: S y}", "{extra: S x}"], fetched.Items.Select(Text));
    }

    [Fact]
    public async Task Scan_OfAnIndex_IsSparse()
    {
        string table = await IndexedAsync(ProjectionType.ALL);
        await PutAsync(table, Item(("pk", "1"), ("sk", "a"), ("group", "g"), ("rank", 1)), Item(("pk", "2"), ("sk", "b"), ("group", "g")));

        ScanResponse scan = await Dynamo.ScanAsync(new ScanRequest(table) { IndexName = "by-group" });

        Assert.Equal(["{group: S g, pk: S 1, rank: N 1, sk: S a}"], scan.Items.Select(Text));
    }

    [Fact]
    public async Task BadUse_IsRefused()
    {
        string table = await IndexedAsync(ProjectionType.KEYS_ONLY);
        QueryRequest absent = GroupQuery(table, "g");
        absent.IndexName = "absent";
        QueryRequest consistent = GroupQuery(table, "g");
        consistent.ConsistentRead = true;

        await InvalidAsync("The table does not have the specified index: absent", () => Dynamo.QueryAsync(absent));
        await InvalidAsync("Consistent reads are not supported on global secondary indexes", () => Dynamo.QueryAsync(consistent));
        await InvalidAsync(
            "One or more parameter values were invalid: Type mismatch for Index Key group Expected: S Actual: N IndexName: by-group",
            () => Dynamo.PutItemAsync(table, Item(("pk", "1"), ("sk", "a"), ("group", 5), ("rank", 1))));
    }

    private static QueryRequest GroupQuery(string table, string group) => new(table)
    {
        IndexName = "by-group",
        KeyConditionExpression = "#g = :g",
        ExpressionAttributeNames = new() { ["#g"] = "group" },
        ExpressionAttributeValues = Item((":g", group)),
    };

    private static QueryRequest LocalQuery(string table, string? projection) => new(table)
    {
        IndexName = "by-rank",
        KeyConditionExpression = "pk = :p",
        ExpressionAttributeValues = Item((":p", "p")),
        ProjectionExpression = projection,
    };

    private async Task<string> QueryAsync(string table, string group)
    {
        QueryResponse query = await Dynamo.QueryAsync(GroupQuery(table, group));
        return string.Join(' ', (query.Items ?? []).Select(static item => item["pk"].S));
    }

    private Task<string> IndexedAsync(ProjectionType projection)
    {
        CreateTableRequest request = TableRequest(Instance.NewName("table"), "pk:S sk:S");
        request.AttributeDefinitions.Add(new AttributeDefinition("group", ScalarAttributeType.S));
        request.AttributeDefinitions.Add(new AttributeDefinition("rank", ScalarAttributeType.N));
        var shape = new Projection { ProjectionType = projection };
        if (projection == ProjectionType.INCLUDE) shape.NonKeyAttributes = ["included"];
        request.GlobalSecondaryIndexes =
        [
            new() { IndexName = "by-group", KeySchema = [new("group", KeyType.HASH), new("rank", KeyType.RANGE)], Projection = shape },
        ];
        request.LocalSecondaryIndexes =
        [
            new() { IndexName = "by-rank", KeySchema = [new("pk", KeyType.HASH), new("rank", KeyType.RANGE)], Projection = shape },
        ];
        return NewTableAsync(request);
    }
}
