using System.Text.Json;

namespace RustStack.DynamoDb.Tests.Operations;

public sealed class UpdateTableTests
{
    private const string Invalid = "One or more parameter values were invalid: ";
    private const string Capacity = "\"ProvisionedThroughput\":{\"ReadCapacityUnits\":3,\"WriteCapacityUnits\":4}";
    private const string Stream = "\"StreamSpecification\":{\"StreamEnabled\":true,\"StreamViewType\":\"NEW_IMAGE\"}";
    private const string NoStream = "\"StreamSpecification\":{\"StreamEnabled\":false}";
    private const string Protect = "\"DeletionProtectionEnabled\":true";
    private const string Kms = "\"SSESpecification\":{\"Enabled\":true}";
    private const string Class = "\"TableClass\":\"STANDARD_INFREQUENT_ACCESS\"";
    private const string Warm = "\"WarmThroughput\":{\"ReadUnitsPerSecond\":13000}";
    private const string Limits = "\"OnDemandThroughput\":{\"MaxReadRequestUnits\":5}";
    private const string OnDemand = "\"BillingMode\":\"PAY_PER_REQUEST\"";
    private const string Provisioned = "\"BillingMode\":\"PROVISIONED\"";
    private const string DeleteIndex = "\"GlobalSecondaryIndexUpdates\":[{\"Delete\":{\"IndexName\":\"ind\"}}]";

    private const string CreateIndex = """
        "GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"ind","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}}]
        """;

    private readonly Service _service = new();

    /// <summary>What a request to an on-demand table without stream, indexes or encryption is refused with.</summary>
    public static TheoryData<string, string> Refused => new()
    {
        { "\"AttributeDefinitions\":[]", Nothing },
        { "\"GlobalSecondaryIndexUpdates\":[]", Nothing },
        { "\"OnDemandThroughput\":{},\"WarmThroughput\":{}", Nothing },
        { $"\"GlobalSecondaryIndexUpdates\":[],{Protect}", Invalid + "List of GlobalSecondaryIndexUpdates is empty" },
        { $"{Kms},{Protect},{Class},{Warm}", Invalid + "Server-Side Encryption modification must be the only operation in the request" },
        { $"{Class},{Protect},{Warm}", Invalid + "TableClass modification must be the only operation in the request" },
        { $"{OnDemand},{Protect}", Invalid + "DeletionProtection modification must be the only operation in the request" },
        { $"{Warm},{Stream}", Invalid + "WarmThroughput must be the only operation in the request" },
        { $"{Warm},{CreateIndex}", Invalid + "Create global secondary index cannot be specified when updating WarmThroughput" },
        { $"{Limits},{Stream}", Invalid + "OnDemandThroughput can only be combined with BillingMode in an UpdateTable request" },
        { $"{Capacity},{Stream}", Invalid + "You cannot modify stream status while updating table IOPS" },
        { $"{Capacity},{DeleteIndex}", Invalid + "You cannot create or delete index while updating table IOPS" },
        { $"{Stream},{CreateIndex}", Invalid + "You cannot create or delete index while changing stream status" },
        { $"{OnDemand},{Capacity}", Invalid + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST" },
        { Capacity, Invalid + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST" },
        { Provisioned, Invalid + "ProvisionedThroughput must be specified when BillingMode is PROVISIONED" },
        { "\"StreamSpecification\":{\"StreamEnabled\":true}", Invalid + "If stream is being enabled then UpdateViewType is required" },
        {
            "\"StreamSpecification\":{\"StreamEnabled\":false,\"StreamViewType\":\"NEW_IMAGE\"}",
            Invalid + "If stream is being disabled, then UpdateViewType must not be specified"
        },
        { NoStream, "Table has no stream to disable: TableName: tab" },
        { "\"SSESpecification\":{}", Invalid + "Table is already encrypted by default" },
        { "\"SSESpecification\":{\"Enabled\":false}", Invalid + "Table is already encrypted by default" },
        { "\"SSESpecification\":{\"Enabled\":false,\"SSEType\":\"KMS\"}", Invalid + "SSEType can not be specified if Enabled is false" },
        {
            "\"WarmThroughput\":{\"ReadUnitsPerSecond\":11999}",
            Invalid + "Requested ReadUnitsPerSecond for WarmThroughput for table is lower than current WarmThroughput, decreasing WarmThroughput is not supported"
        },
        {
            "\"OnDemandThroughput\":{\"MaxWriteRequestUnits\":-2}",
            Invalid + "Requested MaxWriteRequestUnits for OnDemandThroughput for table is outside of valid range"
        },
        {
            "\"OnDemandThroughput\":{\"MaxReadRequestUnits\":0}",
            Invalid + "Requested MaxReadRequestUnits for OnDemandThroughput for table is outside of valid range"
        },
        {
            $"{Provisioned},{Capacity},{Limits}",
            Invalid + "MaxReadRequestUnits for OnDemandThroughput cannot be specified when the table BillingMode is PROVISIONED"
        },
        { "\"GlobalSecondaryIndexUpdates\":[{}]", Invalid + "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null" },
        {
            "\"GlobalSecondaryIndexUpdates\":[{\"Update\":{\"IndexName\":\"ind\"},\"Delete\":{\"IndexName\":\"ind\"}}]",
            Invalid + "Only one global secondary index action is allowed per GlobalSecondaryIndexUpdate object"
        },
        {
            "\"GlobalSecondaryIndexUpdates\":[{\"Update\":{\"IndexName\":\"ind\"}},{\"Delete\":{\"IndexName\":\"ind\"}}]",
            Invalid + "Only one global secondary index update per index is allowed simultaneously. Index: ind"
        },
        {
            "\"GlobalSecondaryIndexUpdates\":[{\"Update\":{\"IndexName\":\"ind\",\"WarmThroughput\":{}}}]",
            Invalid + "WarmThroughput must have at least one of ReadUnitsPerSecond or WriteUnitsPerSecond specified for index: ind"
        },
        { "\"ReplicaUpdates\":[{\"Create\":{\"RegionName\":\"eu-west-1\"}}]", Invalid + "ReplicaUpdates is not supported" },
        { $"\"MultiRegionConsistency\":\"STRONG\",{Protect}", Invalid + "MultiRegionConsistency is not supported" },
        { $"\"GlobalTableWitnessUpdates\":[{{}}],{Protect}", Invalid + "GlobalTableWitnessUpdates is not supported" },
        { "\"GlobalTableSettingsReplicationMode\":\"ENABLED\"", Invalid + "GlobalTableSettingsReplicationMode is not supported" },
    };

    private static string Nothing =>
        "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates, SSESpecification, "
        + "ReplicaUpdates, MultiAccountReplicaReady, ReplicaTransitRoleArn, MultiRegionConsistency, DeletionProtectionEnabled, "
        + "OnDemandThroughput, WarmThroughput or TableClass is required";

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task InvalidUpdate_IsRefusedAndChangesNothing(string change, string message)
    {
        await _service.CreateSimpleAsync();
        string before = (await _service.DescribeAsync()).GetRawText();
        Assert.Equal(("ValidationException", message), await _service.FailAsync("UpdateTable", Update(change)));
        Assert.Equal(before, (await _service.DescribeAsync()).GetRawText());
    }

    [Fact]
    public async Task Absent_IsNotFoundUnlessTheRequestAsksForNothing()
    {
        Assert.Equal(
            ("ResourceNotFoundException", "Requested resource not found: Table: tab not found"),
            await _service.FailAsync("UpdateTable", Update(Protect)));
        Assert.Equal(("ValidationException", Nothing), await _service.FailAsync("UpdateTable", """{"TableName":"tab"}"""));
    }

    [Fact]
    public async Task Arn_NamesTheTable()
    {
        await _service.CreateSimpleAsync();
        await _service.AskAsync("UpdateTable", $$"""{"TableName":"arn:aws:dynamodb:us-east-1:000000000000:table/tab",{{Protect}}}""");
        Assert.True((await _service.DescribeAsync()).GetProperty("DeletionProtectionEnabled").GetBoolean());
    }

    [Fact]
    public async Task BillingMode_SwitchesBothWays()
    {
        await _service.AskAsync("CreateTable", $$"""
            {"TableName":"tab",{{Capacity}},"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],
             "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}]}
            """);
        Assert.False((await _service.DescribeAsync()).TryGetProperty("BillingModeSummary", out _));
        Assert.Equal((3, 4), Units((await _service.DescribeAsync()).GetProperty("WarmThroughput"), "UnitsPerSecond"));

        _service.Time += TimeSpan.FromMinutes(1);
        JsonElement onDemand = await UpdateAsync(OnDemand);
        Assert.Equal("PAY_PER_REQUEST", onDemand.GetProperty("BillingModeSummary").GetProperty("BillingMode").GetString());
        Assert.Equal(1767323105, onDemand.GetProperty("BillingModeSummary").GetProperty("LastUpdateToPayPerRequestDateTime").GetDouble());
        Assert.Equal((0, 0), Units(onDemand.GetProperty("ProvisionedThroughput"), "CapacityUnits"));
        Assert.Equal((12000, 4000), Units(onDemand.GetProperty("WarmThroughput"), "UnitsPerSecond"));
        await UpdateAsync(OnDemand);
        await UpdateAsync(Limits);

        JsonElement provisioned = await UpdateAsync($"{Provisioned},{Capacity}");
        Assert.Equal("PROVISIONED", provisioned.GetProperty("BillingModeSummary").GetProperty("BillingMode").GetString());
        Assert.Equal((3, 4), Units(provisioned.GetProperty("ProvisionedThroughput"), "CapacityUnits"));
        Assert.Equal((12000, 4000), Units(provisioned.GetProperty("WarmThroughput"), "UnitsPerSecond"));
        Assert.False(provisioned.TryGetProperty("OnDemandThroughput", out _));
    }

    [Fact]
    public async Task Throughput_CountsIncreasesAndTheDaysDecreases()
    {
        await _service.CreateSimpleAsync();
        await UpdateAsync($"{Provisioned},{Capacity}");
        Assert.Equal(
            ("ValidationException", "The provisioned throughput for the table will not change. The requested value equals the current value. "
                + "Current ReadCapacityUnits provisioned for the table: 3. Requested ReadCapacityUnits: 3. "
                + "Current WriteCapacityUnits provisioned for the table: 4. Requested WriteCapacityUnits: 4. "
                + "Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits."),
            await _service.FailAsync("UpdateTable", Update(Capacity)));

        JsonElement raised = (await UpdateAsync(Throughput(5, 4))).GetProperty("ProvisionedThroughput");
        Assert.Equal(1767323045, raised.GetProperty("LastIncreaseDateTime").GetDouble());
        Assert.False(raised.TryGetProperty("LastDecreaseDateTime", out _));
        _service.Time += TimeSpan.FromHours(1);
        await UpdateAsync(Throughput(4, 5));
        JsonElement lowered = (await UpdateAsync(Throughput(2, 2))).GetProperty("ProvisionedThroughput");
        Assert.Equal(2, lowered.GetProperty("NumberOfDecreasesToday").GetInt32());
        Assert.Equal(1767326645, lowered.GetProperty("LastDecreaseDateTime").GetDouble());
        Assert.Equal(1767326645, lowered.GetProperty("LastIncreaseDateTime").GetDouble());

        _service.Time += TimeSpan.FromDays(1);
        JsonElement nextDay = (await _service.DescribeAsync()).GetProperty("ProvisionedThroughput");
        Assert.Equal(0, nextDay.GetProperty("NumberOfDecreasesToday").GetInt32());
    }

    [Fact]
    public async Task Stream_IsEnabledOnceAndKeepsItsLabelAfterwards()
    {
        await _service.CreateSimpleAsync();
        Assert.False((await _service.DescribeAsync()).TryGetProperty("LatestStreamArn", out _));
        JsonElement enabled = await UpdateAsync(Stream);
        Assert.Equal("arn:aws:dynamodb:us-east-1:000000000000:table/tab/stream/2026-01-02T03:04:05.000", enabled.GetProperty("LatestStreamArn").GetString());
        Assert.Equal("2026-01-02T03:04:05.000", enabled.GetProperty("LatestStreamLabel").GetString());
        Assert.Equal(("ValidationException", "Table already has an enabled stream: TableName: tab"), await _service.FailAsync("UpdateTable", Update(Stream)));

        JsonElement disabled = await UpdateAsync(NoStream);
        Assert.False(disabled.TryGetProperty("StreamSpecification", out _));
        Assert.Equal("2026-01-02T03:04:05.000", disabled.GetProperty("LatestStreamLabel").GetString());
        _service.Time += TimeSpan.FromMilliseconds(7);
        Assert.Equal("2026-01-02T03:04:05.007", (await UpdateAsync(Stream)).GetProperty("LatestStreamLabel").GetString());
    }

    [Fact]
    public async Task Encryption_IsSwitchedOnChangedAndOff()
    {
        await _service.CreateSimpleAsync();
        JsonElement managed = (await UpdateAsync(Kms)).GetProperty("SSEDescription");
        Assert.Equal(("ENABLED", "KMS"), (managed.GetProperty("Status").GetString(), managed.GetProperty("SSEType").GetString()));
        const string Key = "arn:aws:kms:us-east-1:000000000000:key/k";
        string own = $$"""  "SSESpecification":{"Enabled":true,"SSEType":"KMS","KMSMasterKeyId":"{{Key}}"}  """;
        Assert.Equal(Key, (await UpdateAsync(own)).GetProperty("SSEDescription").GetProperty("KMSMasterKeyArn").GetString());
        Assert.Equal(
            ("ValidationException", Invalid + "Table is already encrypted with given KMSMasterKeyId. Use KMSMasterKeyId parameter if you want to change Master Key"),
            await _service.FailAsync("UpdateTable", Update(own)));
        Assert.False((await UpdateAsync("\"SSESpecification\":{\"Enabled\":false}")).TryGetProperty("SSEDescription", out _));
    }

    [Fact]
    public async Task TableClass_ChangesAndTheDefaultIsNone()
    {
        await _service.CreateSimpleAsync();
        Assert.False((await UpdateAsync("\"TableClass\":\"STANDARD\"")).TryGetProperty("TableClassSummary", out _));
        JsonElement summary = (await UpdateAsync(Class)).GetProperty("TableClassSummary");
        Assert.Equal("STANDARD_INFREQUENT_ACCESS", summary.GetProperty("TableClass").GetString());
        Assert.Equal(1767323045, summary.GetProperty("LastUpdateDateTime").GetDouble());
        _service.Time += TimeSpan.FromMinutes(1);
        Assert.Equal(1767323045, (await UpdateAsync(Class)).GetProperty("TableClassSummary").GetProperty("LastUpdateDateTime").GetDouble());
    }

    [Fact]
    public async Task DeletionProtection_HoldsUntilItIsTakenAway()
    {
        await _service.CreateSimpleAsync();
        await UpdateAsync(Protect);
        await UpdateAsync(Protect);
        Assert.Equal(
            ("ValidationException", "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first."),
            await _service.FailAsync("DeleteTable", """{"TableName":"tab"}"""));
        await UpdateAsync("\"DeletionProtectionEnabled\":false");
        await _service.AskAsync("DeleteTable", """{"TableName":"tab"}""");
    }

    [Fact]
    public async Task OnDemandLimits_ChangeOneByOne()
    {
        await _service.CreateSimpleAsync();
        await UpdateAsync("\"OnDemandThroughput\":{\"MaxReadRequestUnits\":10,\"MaxWriteRequestUnits\":20}");
        Assert.Equal("""{"MaxReadRequestUnits":11,"MaxWriteRequestUnits":20}""", (await UpdateAsync("\"OnDemandThroughput\":{\"MaxReadRequestUnits\":11}")).GetProperty("OnDemandThroughput").GetRawText());
        Assert.Equal("""{"MaxWriteRequestUnits":20}""", (await UpdateAsync("\"OnDemandThroughput\":{\"MaxReadRequestUnits\":-1}")).GetProperty("OnDemandThroughput").GetRawText());
        Assert.False((await UpdateAsync("\"OnDemandThroughput\":{\"MaxWriteRequestUnits\":-1}")).TryGetProperty("OnDemandThroughput", out _));
    }

    [Fact]
    public async Task WarmThroughput_Grows()
    {
        await _service.CreateSimpleAsync();
        Assert.Equal((13000, 4000), Units((await UpdateAsync(Warm)).GetProperty("WarmThroughput"), "UnitsPerSecond"));
        Assert.Equal((13000, 4000), Units((await UpdateAsync(Warm)).GetProperty("WarmThroughput"), "UnitsPerSecond"));
    }

    private static (int Read, int Write) Units(JsonElement throughput, string suffix) =>
        (throughput.GetProperty("Read" + suffix).GetInt32(), throughput.GetProperty("Write" + suffix).GetInt32());

    private static string Throughput(int read, int write) =>
        $$"""  "ProvisionedThroughput":{"ReadCapacityUnits":{{read}},"WriteCapacityUnits":{{write}}}  """;

    private static string Update(string change) => $$"""{"TableName":"tab",{{change}}}""";

    private async Task<JsonElement> UpdateAsync(string change) =>
        (await _service.AskJsonAsync("UpdateTable", Update(change))).GetProperty("TableDescription");
}
