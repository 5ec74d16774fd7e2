using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.DynamoDb;

/// <summary>What the AWS SDK finds after the instance was stopped and started again on its folder.</summary>
public sealed class RestartTests : IAsyncLifetime
{
    private const string Table = "kept";

    private readonly RestartableInstance _instance = new();
    private AmazonDynamoDBClient _dynamo = null!;

    public async ValueTask InitializeAsync() => await RestartAsync();

    public async ValueTask DisposeAsync()
    {
        _dynamo.Dispose();
        await _instance.DisposeAsync();
    }

    [Fact]
    public async Task Tables_AreThereWithSettingsIndexesTagsAndItems()
    {
        await CreateAsync();
        await _dynamo.UpdateTimeToLiveAsync(new() { TableName = Table, TimeToLiveSpecification = new() { AttributeName = "ttl", Enabled = true } });
        for (int i = 0; i < 30; i++) await PutAsync(i);
        await _dynamo.DeleteItemAsync(Table, Key(7));
        TableDescription before = (await _dynamo.DescribeTableAsync(Table)).Table;

        await RestartAsync();

        TableDescription after = (await _dynamo.DescribeTableAsync(Table)).Table;
        Assert.Equal((before.TableId, before.CreationDateTime, before.TableSizeBytes, before.ItemCount), (after.TableId, after.CreationDateTime, after.TableSizeBytes, after.ItemCount));
        Assert.Equal(29, after.ItemCount);
        Assert.Equal("ttl", (await _dynamo.DescribeTimeToLiveAsync(Table)).TimeToLiveDescription.AttributeName);
        ListTagsOfResourceResponse tags = await _dynamo.ListTagsOfResourceAsync(new() { ResourceArn = after.TableArn });
        Assert.Equal("team=blue", string.Join(',', tags.Tags.Select(static tag => $"{tag.Key}={tag.Value}")));
        QueryResponse byGroup = await _dynamo.QueryAsync(new(Table)
        {
            IndexName = "by-group",
            KeyConditionExpression = "g = :g",
            ExpressionAttributeValues = new() { [":g"] = new() { N = "1" } },
        });
        Assert.Equal([1, 4, 10, 13, 16, 19, 22, 25, 28], byGroup.Items.Select(static item => int.Parse(item["n"].N, null)).Order());
    }

    [Fact]
    public async Task TransactionThatWasDone_IsNotDoneAgain()
    {
        await CreateAsync();
        await PutAsync(1);
        TransactWriteItemsRequest request = new()
        {
            ClientRequestToken = "once",
            TransactItems =
            [
                new()
                {
                    Update = new()
                    {
                        TableName = Table, Key = Key(1), UpdateExpression = "ADD n :one", ExpressionAttributeValues = new() { [":one"] = new() { N = "1" } },
                    },
                },
            ],
        };
        await _dynamo.TransactWriteItemsAsync(request);

        await RestartAsync();

        await _dynamo.TransactWriteItemsAsync(request);
        Assert.Equal("2", (await _dynamo.GetItemAsync(Table, Key(1))).Item["n"].N);
    }

    [Fact]
    public async Task DeletedTable_StaysDeleted_AndItsNameIsFree()
    {
        await CreateAsync();
        await PutAsync(1);
        await _dynamo.DeleteTableAsync(Table);
        await RestartAsync();

        Assert.Empty((await _dynamo.ListTablesAsync()).TableNames);
        await CreateAsync();
        await RestartAsync();
        Assert.Empty((await _dynamo.ScanAsync(new ScanRequest(Table))).Items);
    }

    private static Dictionary<string, AttributeValue> Key(int i) => new() { ["pk"] = new($"key-{i}") };

    private Task PutAsync(int i) => _dynamo.PutItemAsync(
        Table, new(Key(i)) { ["g"] = new() { N = $"{i % 3}" }, ["n"] = new() { N = $"{i}" }, ["text"] = new("\u00e4\u20ac") });

    private Task CreateAsync() => _dynamo.CreateTableAsync(new CreateTableRequest
    {
        TableName = Table,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        AttributeDefinitions = [new("pk", ScalarAttributeType.S), new("g", ScalarAttributeType.N)],
        KeySchema = [new("pk", KeyType.HASH)],
        GlobalSecondaryIndexes = [new() { IndexName = "by-group", KeySchema = [new("g", KeyType.HASH)], Projection = new() { ProjectionType = ProjectionType.ALL } }],
        Tags = [new() { Key = "team", Value = "blue" }],
    });

    private async Task RestartAsync()
    {
        _dynamo?.Dispose();
        await _instance.StartAsync();
        _dynamo = new("test", "test", new AmazonDynamoDBConfig
        {
            ServiceURL = _instance.Address.ToString(),
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
        });
    }
}
