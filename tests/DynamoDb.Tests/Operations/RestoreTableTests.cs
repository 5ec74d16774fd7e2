using System.Text.Json;

namespace RustStack.DynamoDb.Tests.Operations;

public sealed class RestoreTableTests
{
    private const string TableArn = "arn:aws:dynamodb:us-east-1:000000000000:table/tab";
    private const string NoMatch = "does not match a secondary index that existed in the source table and cannot be created during the restore operation";
    private const string All = """{"IndexName":"renamed","KeySchema":[{"AttributeName":"g","KeyType":"HASH"},{"AttributeName":"h","KeyType":"RANGE"}],"Projection":{"ProjectionType":"ALL"}}""";
    private const string Units = """{"ReadCapacityUnits":3,"WriteCapacityUnits":4}""";

    private readonly Service _service = new();

    public static TheoryData<string, string> RefusedOverrides => new()
    {
        { "\"ProvisionedThroughputOverride\":" + Units, "Cannot override ProvisionedThroughput unless BillingMode is PROVISIONED" },
        { "\"BillingModeOverride\":\"PAY_PER_REQUEST\",\"ProvisionedThroughputOverride\":" + Units, "Cannot override ProvisionedThroughput if BillingMode is overridden to PAY_PER_REQUEST" },
        { "\"BillingModeOverride\":\"PROVISIONED\"", "Must override ProvisionedThroughput if BillingMode is overridden to PROVISIONED" },
        { "\"BillingModeOverride\":\"PROVISIONED\",\"ProvisionedThroughputOverride\":" + Units, "Must specify provisioned throughput for index all" },
        { "\"BillingModeOverride\":\"PROVISIONED\",\"ProvisionedThroughputOverride\":" + Units + ",\"GlobalSecondaryIndexOverride\":[" + All + "]", "Must specify provisioned throughput for index renamed" },
        { "\"OnDemandThroughputOverride\":{\"MaxReadRequestUnits\":0}", "Requested MaxReadRequestUnits for OnDemandThroughput is outside of valid range" },
        {
            "\"BillingModeOverride\":\"PROVISIONED\",\"ProvisionedThroughputOverride\":" + Units + ",\"OnDemandThroughputOverride\":{\"MaxWriteRequestUnits\":5}",
            "Cannot override MaxWriteRequestUnits for OnDemandThroughput unless BillingModeOverride is PAY_PER_REQUEST"
        },
        { "\"GlobalSecondaryIndexOverride\":[" + All.Replace("ALL", "KEYS_ONLY", StringComparison.Ordinal) + "]", $"Index renamed {NoMatch}" },
        { "\"LocalSecondaryIndexOverride\":[" + All + "]", $"Index renamed {NoMatch}" },
        {
            "\"GlobalSecondaryIndexOverride\":[" + All[..^1] + ",\"ProvisionedThroughput\":" + Units + "}]",
            "Cannot override ProvisionedThroughput if BillingMode is overridden to PAY_PER_REQUEST for index renamed"
        },
    };

    [Fact]
    public async Task RestoredTable_HasItemsIndexesAndBilling_ButNotTheRest()
    {
        string arn = await BackUpAsync();
        await PutAsync("later");
        JsonElement answer = (await _service.AskJsonAsync("RestoreTableFromBackup", Restore(arn))).GetProperty("TableDescription");
        Assert.Equal("ACTIVE", answer.GetProperty("TableStatus").GetString());
        Assert.Equal(
            $$"""{"SourceBackupArn":"{{arn}}","SourceTableArn":"{{TableArn}}","RestoreDateTime":1767323045,"RestoreInProgress":false}""",
            answer.GetProperty("RestoreSummary").GetRawText());

        JsonElement table = await _service.DescribeAsync("new");
        Assert.False(table.TryGetProperty("RestoreSummary", out _));
        Assert.Equal((3, "PAY_PER_REQUEST", false), (table.GetProperty("ItemCount").GetInt32(), table.GetProperty("BillingModeSummary").GetProperty("BillingMode").GetString(), table.GetProperty("DeletionProtectionEnabled").GetBoolean()));
        Assert.Equal("all:2 keys:2 some:2", string.Join(' ', Indexes(table, "GlobalSecondaryIndexes")));
        Assert.Equal("lsi:2", string.Join(' ', Indexes(table, "LocalSecondaryIndexes")));
        Assert.Equal("KMS", table.GetProperty("SSEDescription").GetProperty("SSEType").GetString());
        Assert.NotEqual((await _service.DescribeAsync()).GetProperty("TableId").GetString(), table.GetProperty("TableId").GetString());
        Assert.Contains("DISABLED", await _service.AskAsync("DescribeTimeToLive", """{"TableName":"new"}"""), StringComparison.Ordinal);
        Assert.Contains("\"PointInTimeRecoveryStatus\":\"DISABLED\"", await _service.AskAsync("DescribeContinuousBackups", """{"TableName":"new"}"""), StringComparison.Ordinal);
        Assert.Equal("""{"Tags":[]}""", await _service.AskAsync("ListTagsOfResource", """{"ResourceArn":"arn:aws:dynamodb:us-east-1:000000000000:table/new"}"""));
    }

    [Fact]
    public async Task RestoredTable_AndItsSource_AreWrittenToApart()
    {
        string arn = await BackUpAsync();
        foreach (string name in (string[])["new", "another"]) await _service.AskAsync("RestoreTableFromBackup", Restore(arn, "", name));
        await PutAsync("b", "new");
        await _service.AskAsync("DeleteItem", """{"TableName":"another","Key":{"pk":{"S":"a"},"sk":{"N":"1"}}}""");
        await PutAsync("c");

        Assert.Equal(4, (await _service.DescribeAsync("new")).GetProperty("ItemCount").GetInt32());
        Assert.Equal(2, (await _service.DescribeAsync("another")).GetProperty("ItemCount").GetInt32());
        Assert.Equal(4, (await _service.DescribeAsync()).GetProperty("ItemCount").GetInt32());
        Assert.Contains("\"Count\":3,", await _service.AskAsync("Scan", """{"TableName":"new","IndexName":"all"}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overrides_AreHonoured()
    {
        string arn = await BackUpAsync();
        string gsi = All[..^1] + ",\"ProvisionedThroughput\":" + Units + "}";
        await _service.AskAsync("RestoreTableFromBackup", Restore(arn, $$"""
            ,"BillingModeOverride":"PROVISIONED","ProvisionedThroughputOverride":{{Units}},"GlobalSecondaryIndexOverride":[{{gsi}}],"LocalSecondaryIndexOverride":[],"SSESpecificationOverride":{"Enabled":false}
            """));
        JsonElement table = await _service.DescribeAsync("new");
        Assert.Equal(3, table.GetProperty("ProvisionedThroughput").GetProperty("ReadCapacityUnits").GetInt32());
        Assert.Equal("renamed:2", string.Join(' ', Indexes(table, "GlobalSecondaryIndexes")));
        Assert.Equal(4, table.GetProperty("GlobalSecondaryIndexes")[0].GetProperty("ProvisionedThroughput").GetProperty("WriteCapacityUnits").GetInt32());
        Assert.False(table.TryGetProperty("LocalSecondaryIndexes", out _) || table.TryGetProperty("SSEDescription", out _));

        await _service.AskAsync("RestoreTableFromBackup", Restore(arn, """
            ,"GlobalSecondaryIndexOverride":[],"LocalSecondaryIndexOverride":[],"OnDemandThroughputOverride":{"MaxReadRequestUnits":10}
            """, "plain"));
        JsonElement plain = await _service.DescribeAsync("plain");
        Assert.Equal("""{"MaxReadRequestUnits":10}""", plain.GetProperty("OnDemandThroughput").GetRawText());
        Assert.Equal("pk sk", string.Join(' ', plain.GetProperty("AttributeDefinitions").EnumerateArray().Select(static one => one.GetProperty("AttributeName").GetString())));
    }

    [Theory]
    [MemberData(nameof(RefusedOverrides))]
    public async Task InvalidOverrides_AreRefused(string overrides, string message)
    {
        string arn = await BackUpAsync();
        Assert.Equal(("ValidationException", "Invalid Request: " + message), await _service.FailAsync("RestoreTableFromBackup", Restore(arn, "," + overrides)));
        await RecoverAsync();
        Assert.Equal(("ValidationException", "Invalid Request: " + message), await _service.FailAsync("RestoreTableToPointInTime", ToLatest("," + overrides)));
        Assert.Equal("ResourceNotFoundException", (await _service.FailAsync("DescribeTable", """{"TableName":"new"}""")).Code);
    }

    [Fact]
    public async Task OtherRegion_NeedsEncryptionSettings()
    {
        string arn = await BackUpAsync();
        _service.Region = "eu-west-1";
        Assert.Equal(
            ("ValidationException", "Invalid Request: sseSpecificationOverride must be provided for cross-region restores"),
            await _service.FailAsync("RestoreTableFromBackup", Restore(arn)));
        await _service.AskAsync("RestoreTableFromBackup", Restore(arn, ",\"SSESpecificationOverride\":{\"Enabled\":true,\"SSEType\":\"KMS\"}"));
        Assert.Equal("arn:aws:dynamodb:eu-west-1:000000000000:table/new", (await _service.DescribeAsync("new")).GetProperty("TableArn").GetString());
    }

    [Fact]
    public async Task TargetThatIsThere_IsRefused()
    {
        string arn = await BackUpAsync();
        Assert.Equal(("TableAlreadyExistsException", "Table already exists: tab"), await _service.FailAsync("RestoreTableFromBackup", Restore(arn, "", "tab")));
    }

    [Fact]
    public async Task DelayedRestore_KeepsBackupAndNameInUse()
    {
        var service = new Service(new(SkipSignatureValidation: true) { StatusDelay = TimeSpan.FromSeconds(5) });
        await service.CreateSimpleAsync();
        service.Time += TimeSpan.FromSeconds(5);
        string arn = (await service.AskJsonAsync("CreateBackup", """{"TableName":"tab","BackupName":"first"}""")).GetProperty("BackupDetails").GetProperty("BackupArn").GetString()!;
        await service.AskAsync("RestoreTableFromBackup", Restore(arn));
        Assert.True((await service.DescribeAsync("new")).GetProperty("RestoreSummary").GetProperty("RestoreInProgress").GetBoolean());
        Assert.Equal(("BackupInUseException", $"Backup is being used to restore table: {arn}"), await service.FailAsync("DeleteBackup", $$"""{"BackupArn":"{{arn}}"}"""));
        Assert.Equal(("BackupInUseException", $"Backup is being used to restore another table: {arn}"), await service.FailAsync("RestoreTableFromBackup", Restore(arn, "", "second")));
        Assert.Equal(("TableInUseException", $"Table: new is already being restored from backup: {arn}"), await service.FailAsync("RestoreTableFromBackup", Restore(arn)));
        Assert.Equal(
            ("ResourceInUseException", "Attempt to change a resource which is still in use: Table is being created: new"),
            await service.FailAsync("DeleteTable", """{"TableName":"new"}"""));
        service.Time += TimeSpan.FromSeconds(5);
        Assert.False((await service.DescribeAsync("new")).TryGetProperty("RestoreSummary", out _));
        await service.AskAsync("DeleteBackup", $$"""{"BackupArn":"{{arn}}"}""");
    }

    [Fact]
    public async Task PointInTime_HasWhatWasWrittenUpToItsSecond()
    {
        await _service.CreateSimpleAsync();
        await PutSimpleAsync("before");
        await RecoverAsync();
        double start = _service.Time.ToUnixTimeSeconds();
        foreach (string key in (string[])["one", "two", "three"])
        {
            _service.Time += TimeSpan.FromSeconds(10);
            await PutSimpleAsync(key);
            _service.Time += TimeSpan.FromMilliseconds(300);
            await PutSimpleAsync(key + "b");
        }

        _service.Time += TimeSpan.FromSeconds(10);
        await _service.AskAsync("DeleteItem", """{"TableName":"tab","Key":{"pk":{"S":"before"}}}""");
        _service.Time += TimeSpan.FromSeconds(10);
        (double After, int Count)[] expected = [(0, 1), (9, 1), (10, 3), (19, 3), (20, 5), (30, 7), (31, 7), (39, 7), (40, 6), (45, 6)];
        foreach ((double after, int count) in expected)
        {
            string name = $"t{after}";
            await _service.AskAsync("RestoreTableToPointInTime", $$"""{"SourceTableName":"tab","TargetTableName":"at-{{name}}","RestoreDateTime":{{start + after}}}""");
            Assert.Equal((after, count), (after, (await _service.DescribeAsync("at-" + name)).GetProperty("ItemCount").GetInt32()));
        }

        await _service.AskAsync("RestoreTableToPointInTime", ToLatest());
        Assert.Equal(6, (await _service.DescribeAsync("new")).GetProperty("ItemCount").GetInt32());
        Assert.Equal(
            ("InvalidRestoreTimeException", "RestoreDateTime '2026-01-02T03:04:04Z' must be within EarliestRestorableDateTime '2026-01-02T03:04:05Z' and LatestRestorableDateTime '2026-01-02T03:04:55Z'"),
            await _service.FailAsync("RestoreTableToPointInTime", $$"""{"SourceTableName":"tab","TargetTableName":"never","RestoreDateTime":{{start - 1}}}"""));
        Assert.Equal(
            "InvalidRestoreTimeException",
            (await _service.FailAsync("RestoreTableToPointInTime", $$"""{"SourceTableName":"tab","TargetTableName":"never","RestoreDateTime":{{start + 51}}}""")).Code);
    }

    [Fact]
    public async Task ManyWrites_MoveTheEarliestTime()
    {
        await _service.CreateSimpleAsync();
        await RecoverAsync();
        string text = new('x', 390_000);
        for (int i = 0; i < 200; i++)
        {
            _service.Time += TimeSpan.FromSeconds(1);
            await _service.AskAsync("PutItem", $$$$"""{"TableName":"tab","Item":{"pk":{"S":"a"},"x":{"S":"{{{{text}}}}"},"i":{"N":"{{{{i}}}}"}}}""");
        }

        JsonElement recovery = (await _service.AskJsonAsync("DescribeContinuousBackups", """{"TableName":"tab"}"""))
            .GetProperty("ContinuousBackupsDescription").GetProperty("PointInTimeRecoveryDescription");
        long earliest = recovery.GetProperty("EarliestRestorableDateTime").GetInt64();
        Assert.InRange(earliest, 1767323045 + 20, 1767323045 + 60);
        await _service.AskAsync("RestoreTableToPointInTime", $$"""{"SourceTableName":"tab","TargetTableName":"new","RestoreDateTime":{{earliest}}}""");
        Assert.Contains($"\"N\":\"{earliest - 1767323045 - 1}\"", await _service.AskAsync("GetItem", """{"TableName":"new","Key":{"pk":{"S":"a"}}}"""), StringComparison.Ordinal);
        Assert.Equal(
            "InvalidRestoreTimeException",
            (await _service.FailAsync("RestoreTableToPointInTime", $$"""{"SourceTableName":"tab","TargetTableName":"never","RestoreDateTime":{{earliest - 1}}}""")).Code);
    }

    [Theory]
    [InlineData("\"SourceTableName\":\"tab\",\"SourceTableArn\":\"" + TableArn + "\",\"UseLatestRestorableTime\":true", "Must provide exactly one of: sourceTableArn, sourceTableName")]
    [InlineData("\"UseLatestRestorableTime\":true", "The parameter 'TableName' is required but was not present in the request")]
    [InlineData("\"SourceTableName\":\"tab\"", "Invalid Request: Either one of RestoreDateTime or UseLatestRestorableTime must be specified, but not both")]
    [InlineData("\"SourceTableName\":\"tab\",\"UseLatestRestorableTime\":false", "Invalid Request: Either one of RestoreDateTime or UseLatestRestorableTime must be specified, but not both")]
    [InlineData("\"SourceTableArn\":\"arn:aws:s3:::bucket\",\"UseLatestRestorableTime\":true", "sourceTableArn is not a valid ARN")]
    [InlineData("\"SourceTableArn\":\"tab\",\"UseLatestRestorableTime\":true", "One or more parameter values were invalid: ARNs must start with 'arn:': tab")]
    [InlineData("\"SourceTableArn\":\"arn:aws:dynamodb:us-east-1:123456789012:table/tab\",\"UseLatestRestorableTime\":true", "This action is only supported by accounts that match the resource owner’s account.")]
    [InlineData("\"SourceTableArn\":\"arn:aws:dynamodb:eu-west-1:000000000000:table/tab\",\"UseLatestRestorableTime\":true", "Invalid Request: sseSpecificationOverride must be provided for cross-region restores")]
    [InlineData(
        "\"SourceTableName\":\"tab\",\"UseLatestRestorableTime\":true,\"RestoreDateTime\":1",
        "Invalid Request: Both RestoreDateTime and UseLatestRestorableTime cannot be set for point-in-time restore request. Please specify either RestoreDateTime time or UseLatestRestorableTime")]
    public async Task InvalidPointInTime_IsRefused(string source, string message)
    {
        await _service.CreateSimpleAsync();
        Assert.Equal(("ValidationException", message), await _service.FailAsync("RestoreTableToPointInTime", $$"""{"TargetTableName":"new",{{source}}}"""));
    }

    [Fact]
    public async Task PointInTime_NeedsTableRecoveryAndAFreeName_InThisOrder()
    {
        Assert.Equal(("TableNotFoundException", "Table not found: tab"), await _service.FailAsync("RestoreTableToPointInTime", ToLatest()));
        await _service.CreateSimpleAsync();
        await _service.CreateSimpleAsync("new");
        Assert.Equal(
            ("PointInTimeRecoveryUnavailableException", "Point in time recovery is not enabled for table 'tab'"),
            await _service.FailAsync("RestoreTableToPointInTime", ToLatest()));
        await RecoverAsync();
        Assert.Equal("InvalidRestoreTimeException", (await _service.FailAsync("RestoreTableToPointInTime", """{"SourceTableName":"tab","TargetTableName":"new","RestoreDateTime":1}""")).Code);
        Assert.Equal(("TableAlreadyExistsException", "Table already exists: new"), await _service.FailAsync("RestoreTableToPointInTime", ToLatest()));
    }

    private static string Restore(string arn, string more = "", string target = "new") => $$"""{"BackupArn":"{{arn}}","TargetTableName":"{{target}}"{{more}}}""";

    private static string ToLatest(string more = "") => $$"""{"SourceTableName":"tab","TargetTableName":"new","UseLatestRestorableTime":true{{more}}}""";

    private static IEnumerable<string> Indexes(JsonElement table, string kind) => table.GetProperty(kind).EnumerateArray()
        .Select(static index => $"{index.GetProperty("IndexName").GetString()}:{index.GetProperty("ItemCount").GetInt32()}");

    private Task RecoverAsync() =>
        _service.AskAsync("UpdateContinuousBackups", """{"TableName":"tab","PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true}}""");

    private Task PutSimpleAsync(string key) => _service.AskAsync("PutItem", $$$$"""{"TableName":"tab","Item":{"pk":{"S":"{{{{key}}}}"}}}""");

    private Task PutAsync(string key, string table = "tab") => _service.AskAsync(
        "PutItem", $$$$"""{"TableName":"{{{{table}}}}","Item":{"pk":{"S":"{{{{key}}}}"},"sk":{"N":"1"},"g":{"S":"g"},"h":{"N":"1"},"x":{"S":"x"}}}""");

    // A table with everything, with three items of which one is in no index.
    private async Task<string> BackUpAsync()
    {
        await _service.CreateIndexedAsync();
        await _service.AskAsync("UpdateTable", """{"TableName":"tab","SSESpecification":{"Enabled":true}}""");
        await _service.AskAsync("UpdateTable", """{"TableName":"tab","DeletionProtectionEnabled":true}""");
        await _service.AskAsync("UpdateTimeToLive", """{"TableName":"tab","TimeToLiveSpecification":{"AttributeName":"ttl","Enabled":true}}""");
        await _service.AskAsync("TagResource", $$"""{"ResourceArn":"{{TableArn}}","Tags":[{"Key":"k","Value":"v"}]}""");
        foreach (string key in (string[])["a", "z"]) await PutAsync(key);
        await _service.AskAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"bare"},"sk":{"N":"1"}}}""");
        JsonElement backup = await _service.AskJsonAsync("CreateBackup", """{"TableName":"tab","BackupName":"first"}""");
        return backup.GetProperty("BackupDetails").GetProperty("BackupArn").GetString()!;
    }
}
