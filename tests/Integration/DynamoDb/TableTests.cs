using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.DynamoDb;

public sealed class TableTests(RunningInstance instance) : DynamoDbTest(instance)
{
    [Fact]
    public async Task Created_IsDescribed()
    {
        CreateTableRequest request = TableRequest(Instance.NewName("table"), "pk:S sk:N");

        CreateTableResponse created = await Dynamo.CreateTableAsync(request);
        TableDescription table = await ActiveAsync(request.TableName);

        Assert.Contains(created.TableDescription.TableStatus, (TableStatus[])[TableStatus.CREATING, TableStatus.ACTIVE]);
        Assert.Equal(request.TableName, table.TableName);
        Assert.Equal($"arn:aws:dynamodb:us-east-1:000000000000:table/{request.TableName}", table.TableArn);
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", table.TableId);
        Assert.Equal(["pk HASH", "sk RANGE"], table.KeySchema.Select(static key => $"{key.AttributeName} {key.KeyType}"));
        Assert.Equal(["pk S", "sk N"], table.AttributeDefinitions.Select(static key => $"{key.AttributeName} {key.AttributeType}"));
        Assert.Equal((0, 0), (table.ItemCount, table.TableSizeBytes));
        Assert.Equal(BillingMode.PAY_PER_REQUEST, table.BillingModeSummary.BillingMode);
        Assert.Equal((0, 0), (table.ProvisionedThroughput.ReadCapacityUnits, table.ProvisionedThroughput.WriteCapacityUnits));
        Assert.NotNull(table.CreationDateTime);
        Assert.Equal(created.TableDescription.TableId, table.TableId);
    }

    [Fact]
    public async Task ProvisionedThroughput_IsDescribed()
    {
        CreateTableRequest request = TableRequest(Instance.NewName("table"));
        request.BillingMode = BillingMode.PROVISIONED;
        request.ProvisionedThroughput = new ProvisionedThroughput(3, 4);
        await Dynamo.CreateTableAsync(request);

        TableDescription table = await ActiveAsync(request.TableName);

        Assert.Equal((3, 4), (table.ProvisionedThroughput.ReadCapacityUnits, table.ProvisionedThroughput.WriteCapacityUnits));
    }

    [Fact]
    public async Task Indexes_AreDescribed()
    {
        CreateTableRequest request = TableRequest(Instance.NewName("table"), "pk:S sk:S");
        request.AttributeDefinitions.Add(new AttributeDefinition("other", ScalarAttributeType.N));
        request.GlobalSecondaryIndexes =
        [
            new()
            {
                IndexName = "by-other",
                KeySchema = [new("other", KeyType.HASH)],
                Projection = new Projection { ProjectionType = ProjectionType.INCLUDE, NonKeyAttributes = ["a", "b"] },
            },
        ];
        request.LocalSecondaryIndexes =
        [
            new()
            {
                IndexName = "local-other",
                KeySchema = [new("pk", KeyType.HASH), new("other", KeyType.RANGE)],
                Projection = new Projection { ProjectionType = ProjectionType.KEYS_ONLY },
            },
        ];
        await Dynamo.CreateTableAsync(request);

        TableDescription table = await ActiveAsync(request.TableName);

        GlobalSecondaryIndexDescription global = Assert.Single(table.GlobalSecondaryIndexes);
        Assert.Equal(("by-other", IndexStatus.ACTIVE), (global.IndexName, global.IndexStatus));
        Assert.Equal(ProjectionType.INCLUDE, global.Projection.ProjectionType);
        Assert.Equal(["a", "b"], global.Projection.NonKeyAttributes);
        Assert.Equal($"{table.TableArn}/index/by-other", global.IndexArn);
        LocalSecondaryIndexDescription local = Assert.Single(table.LocalSecondaryIndexes);
        Assert.Equal(("local-other", ProjectionType.KEYS_ONLY), (local.IndexName, local.Projection.ProjectionType));
        Assert.Equal($"{table.TableArn}/index/local-other", local.IndexArn);
    }

    [Fact]
    public async Task Duplicate_IsInUse()
    {
        string table = await NewTableAsync();

        await FailsAsync<ResourceInUseException>($"Table already exists: {table}", () => Dynamo.CreateTableAsync(TableRequest(table)));
    }

    [Fact]
    public async Task Absent_IsNotFound()
    {
        string table = Instance.NewName("absent");
        string named = $"Requested resource not found: Table: {table} not found";

        await FailsAsync<ResourceNotFoundException>(named, () => Dynamo.DescribeTableAsync(table));
        await FailsAsync<ResourceNotFoundException>(named, () => Dynamo.DeleteTableAsync(table));
        await FailsAsync<ResourceNotFoundException>("Requested resource not found", () => Dynamo.PutItemAsync(table, Item(("pk", "1"))));
        await FailsAsync<ResourceNotFoundException>("Requested resource not found", () => Dynamo.GetItemAsync(table, Item(("pk", "1"))));
        await FailsAsync<ResourceNotFoundException>("Requested resource not found", () => Dynamo.ScanAsync(new ScanRequest(table)));
    }

    [Fact]
    public async Task Deleted_IsGoneAndMayComeBackEmpty()
    {
        string table = await NewTableAsync();
        await PutAsync(table, Item(("pk", "1")));

        DeleteTableResponse deleted = await Dynamo.DeleteTableAsync(table);
        Assert.Equal((table, TableStatus.DELETING), (deleted.TableDescription.TableName, deleted.TableDescription.TableStatus));
        await GoneAsync(table);

        await NewTableAsync(TableRequest(table));
        Assert.Equal(0, (await Dynamo.ScanAsync(new ScanRequest(table))).Count);
    }

    [Fact]
    public async Task ProtectedFromDeletion_StaysUntilItIsNot()
    {
        CreateTableRequest request = TableRequest(Instance.NewName("table"));
        request.DeletionProtectionEnabled = true;
        string table = await NewTableAsync(request);

        await InvalidAsync(
            $"Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.",
            () => Dynamo.DeleteTableAsync(table));
    }

    [Fact]
    public async Task List_IsSortedPagedAndOfOneAccountAndRegion()
    {
        AmazonDynamoDBClient dynamo = NewClient("310000000001", "eu-west-1");
        AmazonDynamoDBClient elsewhere = NewClient("310000000001", "eu-west-2");
        foreach (string name in (string[])["ccc", "aaa", "bbb"]) await dynamo.CreateTableAsync(TableRequest(name));

        ListTablesResponse all = await dynamo.ListTablesAsync();
        ListTablesResponse first = await dynamo.ListTablesAsync(new ListTablesRequest { Limit = 2 });
        ListTablesResponse second = await dynamo.ListTablesAsync(
            new ListTablesRequest { Limit = 2, ExclusiveStartTableName = first.LastEvaluatedTableName });
        ListTablesResponse other = await elsewhere.ListTablesAsync();

        Assert.Equal(["aaa", "bbb", "ccc"], all.TableNames);
        Assert.Null(all.LastEvaluatedTableName);
        Assert.Equal(["aaa", "bbb"], first.TableNames);
        Assert.Equal("bbb", first.LastEvaluatedTableName);
        Assert.Equal(["ccc"], second.TableNames);
        Assert.Null(second.LastEvaluatedTableName);
        Assert.Empty(other.TableNames ?? []);
    }

    [Theory]
    [InlineData("ab", "TableName must be at least 3 characters long and at most 255 characters long")]
    [InlineData(
        "no spaces",
        "1 validation error detected: Value 'no spaces' at 'tableName' failed to satisfy constraint: "
        + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+")]
    public async Task BadName_IsRefused(string name, string message) =>
        await InvalidAsync(message, () => Dynamo.CreateTableAsync(TableRequest(name)));

    [Fact]
    public async Task DefinitionsThatDoNotFitTheKeys_AreRefused()
    {
        CreateTableRequest extra = TableRequest(Instance.NewName("table"));
        extra.AttributeDefinitions.Add(new AttributeDefinition("other", ScalarAttributeType.S));
        await InvalidAsync(
            "One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match "
            + "number of attributes defined in "
            + "AttributeDefinitions",
            () => Dynamo.CreateTableAsync(extra));
    }

    private async Task GoneAsync(string table)
    {
        for (int attempt = 0; attempt < 200; attempt++)
        {
            try
            {
                await Dynamo.DescribeTableAsync(table);
            }
            catch (ResourceNotFoundException)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(25));
        }

        Assert.Fail($"{table} is still there.");
    }
}
