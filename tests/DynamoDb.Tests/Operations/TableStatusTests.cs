using System.Text.Json;

namespace RustStack.DynamoDb.Tests.Operations;

/// <summary>Tables and indexes whose statuses are delayed by a setting.</summary>
public sealed class TableStatusTests
{
    private const string InUse = "Attempt to change a resource which is still in use: ";
    private const string Tab = """{"TableName":"tab"}""";
    private const string Protect = """{"TableName":"tab","DeletionProtectionEnabled":true}""";
    private const string Stream = """{"TableName":"tab","StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"}}""";
    private const string Put = """{"TableName":"tab","Item":{"pk":{"S":"a"},"g":{"S":"G"}}}""";
    private const string Arn = "arn:aws:dynamodb:us-east-1:000000000000:table/tab";

    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(500);

    private readonly Service _service = new(new(SkipSignatureValidation: true) { StatusDelay = Delay });

    /// <summary>What a table that is being created answers.</summary>
    public static TheoryData<string, string, string, string> WhileCreating => new()
    {
        { "PutItem", Put, "ResourceNotFoundException", "Requested resource not found" },
        { "Scan", Tab, "ResourceNotFoundException", "Requested resource not found" },
        { "UpdateTable", Protect, "ResourceInUseException", InUse + "Table is being created: tab" },
        { "DeleteTable", Tab, "ResourceInUseException", InUse + "Table is being created: tab" },
        { "CreateTable", $$"""{"TableName":"tab",{{Service.PkOnly}}}""", "ResourceInUseException", "Table already exists: tab" },
        { "TagResource", $$"""{"ResourceArn":"{{Arn}}","Tags":[{"Key":"a","Value":"b"}]}""", "ResourceInUseException", InUse + "Table is being created: tab" },
        { "UpdateTimeToLive", """{"TableName":"tab","TimeToLiveSpecification":{"Enabled":true,"AttributeName":"t"}}""", "ResourceInUseException", InUse + "Table is being created: tab" },
        { "DescribeTimeToLive", Tab, "ValidationException", "Cannot describe time to live while table is in CREATING state: Current table state is CREATING" },
        {
            "UpdateContinuousBackups", """{"TableName":"tab","PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true}}""",
            "ContinuousBackupsUnavailableException", "Backups are being enabled for the table: tab. Please retry later"
        },
    };

    [Theory]
    [MemberData(nameof(WhileCreating))]
    public async Task Creating_RefusesUntilItIsActive(string operation, string request, string code, string message)
    {
        await _service.CreateSimpleAsync();
        _service.Time += Delay - TimeSpan.FromMilliseconds(1);
        Assert.Equal("CREATING", Status(await _service.DescribeAsync()));
        Assert.Equal((code, message), await _service.FailAsync(operation, request));
        _service.Time += TimeSpan.FromMilliseconds(1);
        Assert.Equal("ACTIVE", Status(await _service.DescribeAsync()));
        await _service.AskAsync("PutItem", Put);
    }

    [Fact]
    public async Task CreatedWithIndexes_BecomesActiveWithThem()
    {
        await _service.CreateIndexedAsync();
        JsonElement index = (await _service.DescribeAsync()).GetProperty("GlobalSecondaryIndexes")[0];
        Assert.Equal("CREATING", index.GetProperty("IndexStatus").GetString());
        Assert.False(index.TryGetProperty("Backfilling", out _));
        _service.Time += Delay;
        Assert.Equal("ACTIVE", (await _service.DescribeAsync()).GetProperty("GlobalSecondaryIndexes")[0].GetProperty("IndexStatus").GetString());
    }

    [Fact]
    public async Task Updating_AdmitsItemsAndSomeUpdates()
    {
        await CreateActiveAsync();
        Assert.Equal("UPDATING", Status((await _service.AskJsonAsync("UpdateTable", Stream)).GetProperty("TableDescription")));
        await _service.AskAsync("PutItem", Put);
        (string Code, string Message) busy = ("ResourceInUseException", InUse + "Table is being updated: tab");
        Assert.Equal(busy, await _service.FailAsync("UpdateTable", """{"TableName":"tab","StreamSpecification":{"StreamEnabled":false}}"""));
        Assert.Equal(busy, await _service.FailAsync("DeleteTable", Tab));
        await _service.AskAsync("UpdateTable", Protect);
        await _service.AskAsync("TagResource", $$"""{"ResourceArn":"{{Arn}}","Tags":[{"Key":"a","Value":"b"}]}""");
        _service.Time += Delay;
        Assert.Equal("ACTIVE", Status(await _service.DescribeAsync()));
        await _service.AskAsync("UpdateTable", """{"TableName":"tab","StreamSpecification":{"StreamEnabled":false}}""");
    }

    [Fact]
    public async Task UnchangedBillingMode_IsNoUpdate()
    {
        await CreateActiveAsync();
        await _service.AskAsync("UpdateTable", """{"TableName":"tab","BillingMode":"PAY_PER_REQUEST"}""");
        Assert.Equal("ACTIVE", Status(await _service.DescribeAsync()));
    }

    [Fact]
    public async Task Deleting_IsDescribedUntilItIsGone()
    {
        await CreateActiveAsync();
        await _service.AskAsync("PutItem", Put);
        await _service.AskAsync("DeleteTable", Tab);
        await _service.AskAsync("DeleteTable", Tab);
        Assert.Equal("DELETING", Status(await _service.DescribeAsync()));
        Assert.Equal("""{"TableNames":["tab"]}""", await _service.AskAsync("ListTables", "{}"));
        (string Code, string Message) deleting = ("ResourceInUseException", InUse + "Table is being deleted: tab");
        Assert.Equal(("ResourceNotFoundException", "Requested resource not found"), await _service.FailAsync("PutItem", Put));
        Assert.Equal(deleting, await _service.FailAsync("UpdateTable", Protect));
        Assert.Equal(deleting, await _service.FailAsync("CreateTable", $$"""{"TableName":"tab",{{Service.PkOnly}}}"""));
        Assert.Equal(
            ("ValidationException", "Cannot describe time to live while table is in DELETING state: Current table state is DELETING"),
            await _service.FailAsync("DescribeTimeToLive", Tab));
        Assert.Equal(("TableNotFoundException", "Table not found: tab"), await _service.FailAsync("DescribeContinuousBackups", Tab));

        _service.Time += Delay;
        Assert.Equal(("ResourceNotFoundException", "Requested resource not found: Table: tab not found"), await _service.FailAsync("DescribeTable", Tab));
        Assert.Equal("""{"TableNames":[]}""", await _service.AskAsync("ListTables", "{}"));
        await CreateActiveAsync();
        Assert.Equal(0, (await _service.DescribeAsync()).GetProperty("ItemCount").GetInt32());
    }

    [Fact]
    public async Task IndexCreation_PassesThroughItsPhases()
    {
        await CreateActiveAsync();
        await _service.AskAsync("PutItem", Put);
        const string Query = """{"TableName":"tab","IndexName":"ind"}""";
        await _service.AskAsync("UpdateTable", Create("ind"));
        Assert.Equal(("UPDATING", "CREATING", false), await IndexAsync());
        Assert.Equal(
            ("ResourceInUseException", InUse + "Index creation is in resource allocation phase. Retry deletion during backfilling phase or when the index is active. Table: tab Index: ind"),
            await _service.FailAsync("UpdateTable", Delete("ind")));

        _service.Time += Delay;
        Assert.Equal(("ACTIVE", "CREATING", true), await IndexAsync());
        Assert.Equal(("ValidationException", "Cannot read from backfilling global secondary index: ind"), await _service.FailAsync("Scan", Query));
        Assert.Equal(
            ("LimitExceededException", "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table"),
            await _service.FailAsync("UpdateTable", Create("two")));
        Assert.Equal(
            ("ResourceInUseException", InUse + "Cannot delete table while indexes are being created, updated, or deleted."),
            await _service.FailAsync("DeleteTable", Tab));

        _service.Time += Delay;
        Assert.Equal(("ACTIVE", "ACTIVE", null), await IndexAsync());
        Assert.Equal(1, (await _service.AskJsonAsync("Scan", Query)).GetProperty("Count").GetInt32());
    }

    [Fact]
    public async Task IndexDeletion_IsDescribedUntilItIsDone()
    {
        await CreateActiveAsync();
        await _service.AskAsync("UpdateTable", Create("ind"));
        _service.Time += 2 * Delay;
        await _service.AskAsync("UpdateTable", Delete("ind"));
        Assert.Equal(("UPDATING", "DELETING", null), await IndexAsync());
        Assert.Equal(
            ("ValidationException", "The table does not have the specified index: ind"),
            await _service.FailAsync("Scan", """{"TableName":"tab","IndexName":"ind"}"""));
        Assert.Equal(
            ("ResourceInUseException", InUse + "Index is being deleted. Table: tab Index: ind"), await _service.FailAsync("UpdateTable", Create("ind")));
        Assert.Equal(
            ("ResourceInUseException", InUse + "Cannot delete table while indexes are being created, updated, or deleted."),
            await _service.FailAsync("DeleteTable", Tab));
        _service.Time += Delay;
        Assert.False((await _service.DescribeAsync()).TryGetProperty("GlobalSecondaryIndexes", out _));
        await _service.AskAsync("DeleteTable", Tab);
    }

    [Fact]
    public async Task IndexUpdate_LeavesTheTableActive()
    {
        await CreateActiveAsync();
        await _service.AskAsync("UpdateTable", Create("ind"));
        _service.Time += 2 * Delay;
        const string Update = """{"TableName":"tab","GlobalSecondaryIndexUpdates":[{"Update":{"IndexName":"ind","OnDemandThroughput":{"MaxReadRequestUnits":5}}}]}""";
        await _service.AskAsync("UpdateTable", Update);
        Assert.Equal(("ACTIVE", "UPDATING", null), await IndexAsync());
        Assert.Equal(("ResourceInUseException", InUse + "Index is being updated. Table: tab Index: ind"), await _service.FailAsync("UpdateTable", Update));
        _service.Time += Delay;
        Assert.Equal(("ACTIVE", "ACTIVE", null), await IndexAsync());
    }

    private static string? Status(JsonElement table) => table.GetProperty("TableStatus").GetString();

    private static string Create(string name) => $$"""
        {"TableName":"tab","AttributeDefinitions":[{"AttributeName":"g","AttributeType":"S"}],"GlobalSecondaryIndexUpdates":[{"Create":
          {"IndexName":"{{name}}","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"} } } ] }
        """;

    private static string Delete(string name) => $$"""{"TableName":"tab","GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"{{name}}"} }]}""";

    private async Task CreateActiveAsync()
    {
        await _service.CreateSimpleAsync();
        _service.Time += Delay;
    }

    private async Task<(string? Table, string? Index, bool? Backfilling)> IndexAsync()
    {
        JsonElement table = await _service.DescribeAsync();
        JsonElement index = table.GetProperty("GlobalSecondaryIndexes")[0];
        bool? backfilling = index.TryGetProperty("Backfilling", out JsonElement value) ? value.GetBoolean() : null;
        return (Status(table), index.GetProperty("IndexStatus").GetString(), backfilling);
    }
}
