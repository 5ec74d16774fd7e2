using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.DynamoDb;

/// <summary>What changes of a table after it was created.</summary>
public sealed class TableChangeTests(RunningInstance instance) : DynamoDbTest(instance)
{
    [Fact]
    public async Task BillingMode_Switches()
    {
        string table = await NewTableAsync();

        await Dynamo.UpdateTableAsync(new UpdateTableRequest
        {
            TableName = table,
            BillingMode = BillingMode.PROVISIONED,
            ProvisionedThroughput = new ProvisionedThroughput(5, 6),
        });
        TableDescription provisioned = await ActiveAsync(table);
        await Dynamo.UpdateTableAsync(new UpdateTableRequest { TableName = table, ProvisionedThroughput = new ProvisionedThroughput(4, 6) });
        TableDescription lowered = await ActiveAsync(table);
        await Dynamo.UpdateTableAsync(new UpdateTableRequest { TableName = table, BillingMode = BillingMode.PAY_PER_REQUEST });
        TableDescription onDemand = await ActiveAsync(table);

        Assert.Equal((5, 6), (provisioned.ProvisionedThroughput.ReadCapacityUnits, provisioned.ProvisionedThroughput.WriteCapacityUnits));
        Assert.Equal(BillingMode.PROVISIONED, provisioned.BillingModeSummary.BillingMode);
        Assert.Equal((4, 1), (lowered.ProvisionedThroughput.ReadCapacityUnits, lowered.ProvisionedThroughput.NumberOfDecreasesToday));
        Assert.NotNull(lowered.ProvisionedThroughput.LastDecreaseDateTime);
        Assert.Equal(BillingMode.PAY_PER_REQUEST, onDemand.BillingModeSummary.BillingMode);
        Assert.NotNull(onDemand.BillingModeSummary.LastUpdateToPayPerRequestDateTime);
    }

    [Fact]
    public async Task Index_IsAddedFilledAndTakenAway()
    {
        string table = await NewTableAsync();
        await PutAsync(table, Item(("pk", "1"), ("colour", "red")));
        await PutAsync(table, Item(("pk", "2")));

        await Dynamo.UpdateTableAsync(new UpdateTableRequest
        {
            TableName = table,
            AttributeDefinitions = [new("colour", ScalarAttributeType.S)],
            GlobalSecondaryIndexUpdates =
            [
                new()
                {
                    Create = new()
                    {
                        IndexName = "by-colour",
                        KeySchema = [new("colour", KeyType.HASH)],
                        Projection = new Projection { ProjectionType = ProjectionType.ALL },
                    },
                },
            ],
        });
        TableDescription described = await ActiveAsync(table);
        await PutAsync(table, Item(("pk", "3"), ("colour", "red")));
        QueryResponse red = await Dynamo.QueryAsync(new QueryRequest(table)
        {
            IndexName = "by-colour",
            KeyConditionExpression = "colour = :c",
            ExpressionAttributeValues = Item((":c", "red")),
        });
        await Dynamo.UpdateTableAsync(new UpdateTableRequest
        {
            TableName = table,
            GlobalSecondaryIndexUpdates = [new() { Delete = new() { IndexName = "by-colour" } }],
        });

        GlobalSecondaryIndexDescription index = Assert.Single(described.GlobalSecondaryIndexes);
        Assert.Equal((IndexStatus.ACTIVE, 1), (index.IndexStatus, index.ItemCount));
        Assert.Equal(["1", "3"], red.Items.Select(static item => item["pk"].S).Order());
        Assert.Empty((await ActiveAsync(table)).GlobalSecondaryIndexes ?? []);
        await FailsAsync<ResourceNotFoundException>(
            $"Requested resource not found: Index by-colour for table {table}",
            () => Dynamo.UpdateTableAsync(new UpdateTableRequest
            {
                TableName = table,
                GlobalSecondaryIndexUpdates = [new() { Delete = new() { IndexName = "by-colour" } }],
            }));
    }

    [Fact]
    public async Task Stream_IsDescribed()
    {
        string table = await NewTableAsync();
        UpdateTableRequest enable = new()
        {
            TableName = table,
            StreamSpecification = new StreamSpecification { StreamEnabled = true, StreamViewType = StreamViewType.NEW_AND_OLD_IMAGES },
        };

        TableDescription described = (await Dynamo.UpdateTableAsync(enable)).TableDescription;

        Assert.Equal($"{described.TableArn}/stream/{described.LatestStreamLabel}", described.LatestStreamArn);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$", described.LatestStreamLabel);
        await InvalidAsync($"Table already has an enabled stream: TableName: {table}", () => Dynamo.UpdateTableAsync(enable));
    }

    [Fact]
    public async Task DeletionProtection_IsTakenAway()
    {
        CreateTableRequest request = TableRequest(Instance.NewName("table"));
        request.DeletionProtectionEnabled = true;
        string table = await NewTableAsync(request);

        await Dynamo.UpdateTableAsync(new UpdateTableRequest { TableName = table, DeletionProtectionEnabled = false });

        await Dynamo.DeleteTableAsync(table);
    }

    [Fact]
    public async Task Replicas_AreRefusedByName() => await InvalidAsync(
        "One or more parameter values were invalid: ReplicaUpdates is not supported",
        () => Dynamo.UpdateTableAsync(new UpdateTableRequest
        {
            TableName = "any-table",
            ReplicaUpdates = [new() { Create = new() { RegionName = "eu-west-1" } }],
        }));

    [Fact]
    public async Task Tags_AreListed()
    {
        CreateTableRequest request = TableRequest(Instance.NewName("table"));
        request.Tags = [new() { Key = "stage", Value = "test" }];
        string table = await NewTableAsync(request);
        string arn = (await ActiveAsync(table)).TableArn;

        await Dynamo.TagResourceAsync(new TagResourceRequest { ResourceArn = arn, Tags = [new() { Key = "team", Value = "" }, new() { Key = "x", Value = "y" }] });
        await Dynamo.UntagResourceAsync(new UntagResourceRequest { ResourceArn = arn, TagKeys = ["x"] });
        ListTagsOfResourceResponse tags = await Dynamo.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = arn });

        Assert.Equal(["stage=test", "team="], tags.Tags.Select(static tag => $"{tag.Key}={tag.Value}"));
        await FailsAsync<ResourceNotFoundException>(
            $"Requested resource not found: ResourceArn: {arn}-absent not found",
            () => Dynamo.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = arn + "-absent" }));
    }

    [Fact]
    public async Task TimeToLive_IsDescribed()
    {
        string table = await NewTableAsync();
        UpdateTimeToLiveRequest request = new()
        {
            TableName = table,
            TimeToLiveSpecification = new TimeToLiveSpecification { Enabled = true, AttributeName = "expires" },
        };

        UpdateTimeToLiveResponse updated = await Dynamo.UpdateTimeToLiveAsync(request);
        DescribeTimeToLiveResponse described = await Dynamo.DescribeTimeToLiveAsync(table);

        Assert.Equal("expires", updated.TimeToLiveSpecification.AttributeName);
        Assert.Equal(
            (TimeToLiveStatus.ENABLED, "expires"),
            (described.TimeToLiveDescription.TimeToLiveStatus, described.TimeToLiveDescription.AttributeName));
        await InvalidAsync("TimeToLive is already enabled", () => Dynamo.UpdateTimeToLiveAsync(request));
    }

    [Fact]
    public async Task PointInTimeRecovery_IsDescribed()
    {
        string table = await NewTableAsync();

        await Dynamo.UpdateContinuousBackupsAsync(new UpdateContinuousBackupsRequest
        {
            TableName = table,
            PointInTimeRecoverySpecification = new() { PointInTimeRecoveryEnabled = true, RecoveryPeriodInDays = 10 },
        });
        DescribeContinuousBackupsResponse described =
            await Dynamo.DescribeContinuousBackupsAsync(new DescribeContinuousBackupsRequest { TableName = table });

        PointInTimeRecoveryDescription recovery = described.ContinuousBackupsDescription.PointInTimeRecoveryDescription;
        Assert.Equal((PointInTimeRecoveryStatus.ENABLED, 10), (recovery.PointInTimeRecoveryStatus, recovery.RecoveryPeriodInDays));
        Assert.NotNull(recovery.EarliestRestorableDateTime);
        await FailsAsync<TableNotFoundException>(
            "Table not found: absent-table",
            () => Dynamo.DescribeContinuousBackupsAsync(new DescribeContinuousBackupsRequest { TableName = "absent-table" }));
    }

    [Fact]
    public async Task LimitsAndEndpoints_AreDescribed()
    {
        DescribeLimitsResponse limits = await Dynamo.DescribeLimitsAsync(new DescribeLimitsRequest());
        DescribeEndpointsResponse endpoints = await Dynamo.DescribeEndpointsAsync(new DescribeEndpointsRequest());

        Assert.Equal((80_000, 40_000), (limits.AccountMaxReadCapacityUnits, limits.TableMaxWriteCapacityUnits));
        Assert.Equal(Instance.Address.Authority, Assert.Single(endpoints.Endpoints).Address);
    }
}
