using System.Text.Json;

namespace RustStack.DynamoDb.Tests.Operations;

public sealed class BackupTests
{
    private const string TableArn = "arn:aws:dynamodb:us-east-1:000000000000:table/tab";
    private const string AbsentArn = TableArn + "/backup/01767323045000-01234567";

    private readonly Service _service = new();

    public static TheoryData<string, string, string> RefusedArns => new()
    {
        { TableArn, "ValidationException", "Invalid Backup ARN" },
        { new string('x', 40), "ValidationException", "Invalid Backup ARN" },
        { "arn:aws-cn:dynamodb:us-east-1:000000000000:table/tab/backup/01", "ValidationException", "Invalid Request: BackupArn is not valid" },
        { "arn:aws:dynamodb:us-east-1:123456789012:table/tab/backup/01", "AccessDeniedException", "Access is denied" },
        { AbsentArn, "BackupNotFoundException", $"Backup not found: {AbsentArn}" },
    };

    [Fact]
    public async Task Backup_IsDescribedAsTheTableWas()
    {
        await _service.AskAsync("CreateTable", """
            {"TableName":"tab","ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":6},
             "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"g","AttributeType":"S"}],
             "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
             "GlobalSecondaryIndexes":[{"IndexName":"gsi","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"},
               "ProvisionedThroughput":{"ReadCapacityUnits":7,"WriteCapacityUnits":8}}],
             "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"}}
            """);
        string id = (await _service.DescribeAsync()).GetProperty("TableId").GetString()!;
        await PutAsync("a");
        JsonElement details = (await _service.AskJsonAsync("CreateBackup", """{"TableName":"tab","BackupName":"first"}""")).GetProperty("BackupDetails");
        string arn = details.GetProperty("BackupArn").GetString()!;
        Assert.Matches($"^{TableArn}/backup/01767323045000-[0-9a-f]{{8}}$", arn);
        Assert.Equal(
            $$"""{"BackupArn":"{{arn}}","BackupName":"first","BackupSizeBytes":3,"BackupStatus":"CREATING","BackupType":"USER","BackupCreationDateTime":1767323045}""",
            details.GetRawText());

        await PutAsync("b");
        await _service.AskAsync("UpdateTable", """{"TableName":"tab","BillingMode":"PAY_PER_REQUEST"}""");
        string described = $$$$$"""
            {"BackupDescription":{"BackupDetails":{"BackupArn":"{{{{{arn}}}}}","BackupName":"first","BackupSizeBytes":3,"BackupStatus":"AVAILABLE","BackupType":"USER","BackupCreationDateTime":1767323045},"SourceTableDetails":{"TableName":"tab","TableId":"{{{{{id}}}}}","TableArn":"{{{{{TableArn}}}}}","TableSizeBytes":3,"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],"TableCreationDateTime":1767323045,"ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":6},"ItemCount":1,"BillingMode":"PROVISIONED"},"SourceTableFeatureDetails":{"GlobalSecondaryIndexes":[{"IndexName":"gsi","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"},"ProvisionedThroughput":{"ReadCapacityUnits":7,"WriteCapacityUnits":8}}],"StreamDescription":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"}}}}
            """;
        Assert.Equal(described, await _service.AskAsync("DescribeBackup", Arn(arn)));
        Assert.Equal(described, await _service.AskAsync("DescribeBackup", Arn(arn.Replace("us-east-1", "eu-west-1", StringComparison.Ordinal))));

        Assert.Equal(described.Replace("AVAILABLE", "DELETED", StringComparison.Ordinal), await _service.AskAsync("DeleteBackup", Arn(arn)));
        foreach (string operation in (string[])["DescribeBackup", "DeleteBackup"])
            Assert.Equal(("BackupNotFoundException", $"Backup not found: {arn}"), await _service.FailAsync(operation, Arn(arn)));
    }

    [Theory]
    [MemberData(nameof(RefusedArns))]
    public async Task InvalidArn_IsRefused(string arn, string code, string message)
    {
        foreach (string operation in (string[])["DescribeBackup", "DeleteBackup"])
            Assert.Equal((code, message), await _service.FailAsync(operation, Arn(arn)));
        Assert.Equal((code, message), await _service.FailAsync("RestoreTableFromBackup", $$"""{"BackupArn":"{{arn}}","TargetTableName":"new"}"""));
    }

    [Theory]
    [InlineData("\"BackupName\":\"ab\"", "Value 'ab' at 'backupName' failed to satisfy constraint: Member must have length greater than or equal to 3")]
    [InlineData("\"BackupName\":\"a b c\"", "Value 'a b c' at 'backupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+")]
    public async Task InvalidName_IsRefused(string name, string message)
    {
        await _service.CreateSimpleAsync();
        Assert.Equal(("ValidationException", "1 validation error detected: " + message), await _service.FailAsync("CreateBackup", $$"""{"TableName":"tab",{{name}}}"""));
    }

    [Fact]
    public async Task AbsentOrNewTable_IsNotFound()
    {
        (string, string) expected = ("TableNotFoundException", "Table not found: tab");
        Assert.Equal(expected, await _service.FailAsync("CreateBackup", """{"TableName":"tab","BackupName":"first"}"""));
        var service = new Service(new(SkipSignatureValidation: true) { StatusDelay = TimeSpan.FromSeconds(5) });
        await service.CreateSimpleAsync();
        Assert.Equal(expected, await service.FailAsync("CreateBackup", """{"TableName":"tab","BackupName":"first"}"""));
    }

    [Fact]
    public async Task List_FiltersAndPages()
    {
        await _service.CreateSimpleAsync();
        await _service.CreateSimpleAsync("other");
        List<string> arns = [];
        for (int i = 0; i < 5; i++)
        {
            arns.Add(await BackUpAsync(i == 2 ? "other" : "tab", $"name{i}"));
            _service.Time += TimeSpan.FromSeconds(1);
        }

        await _service.AskAsync("DeleteTable", """{"TableName":"tab"}""");
        Assert.Equal("name0 name1 name2 name3 name4", await NamesAsync("{}"));
        Assert.Equal("name0 name1 name3 name4", await NamesAsync("""{"TableName":"tab"}"""));
        Assert.Equal("", await NamesAsync("""{"TableName":"absent"}"""));
        Assert.Equal("", await NamesAsync("""{"BackupType":"SYSTEM"}"""));
        Assert.Equal("name1 name2", await NamesAsync("""{"TimeRangeLowerBound":1767323046,"TimeRangeUpperBound":1767323048}"""));
        Assert.Equal("name0 name1", await NamesAsync("""{"Limit":2}""", arns[1]));
        Assert.Equal("name2 name3 name4", await NamesAsync($$"""{"Limit":3,"ExclusiveStartBackupArn":"{{arns[1]}}"}"""));
        await _service.AskAsync("DeleteBackup", Arn(arns[1]));
        Assert.Equal("name2", await NamesAsync($$"""{"Limit":1,"ExclusiveStartBackupArn":"{{arns[1]}}"}""", arns[2]));

        Assert.Equal(
            ("ValidationException", "One or more parameter values were invalid: Time range lower bound must be less than or equal to upper bound"),
            await _service.FailAsync("ListBackups", """{"TimeRangeLowerBound":2,"TimeRangeUpperBound":1}"""));
        Assert.Equal(
            ("ValidationException", "Invalid Request: The supplied ExclusiveStartBackupArn does not match the region"),
            await _service.FailAsync("ListBackups", $$"""{"ExclusiveStartBackupArn":"{{arns[2].Replace("us-east-1", "eu-west-1", StringComparison.Ordinal)}}"}"""));
        Assert.Equal(
            ("ValidationException", "1 validation error detected: Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100"),
            await _service.FailAsync("ListBackups", """{"Limit":101}"""));
        _service.Region = "eu-west-1";
        Assert.Equal("", await NamesAsync("{}"));
    }

    [Fact]
    public async Task DeletedTableWithRecovery_LeavesASystemBackup()
    {
        await _service.CreateSimpleAsync();
        await PutAsync("a");
        await _service.AskAsync("UpdateContinuousBackups", """{"TableName":"tab","PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true}}""");
        await _service.AskAsync("DeleteTable", """{"TableName":"tab"}""");

        Assert.Equal("", await NamesAsync("""{"TableName":"tab"}"""));
        foreach (string type in (string[])["SYSTEM", "ALL"]) Assert.Equal("tab$DeletedTableBackup", await NamesAsync($$"""{"BackupType":"{{type}}"}"""));
        const string BackupArn = TableArn + "/backup/01767323045000-00000000";
        JsonElement details = (await _service.AskJsonAsync("DescribeBackup", Arn(BackupArn))).GetProperty("BackupDescription").GetProperty("BackupDetails");
        Assert.Equal(("SYSTEM", 1767323045 + (35 * 86400)), (details.GetProperty("BackupType").GetString(), details.GetProperty("BackupExpiryDateTime").GetInt32()));
        Assert.Equal(
            ("ValidationException", $"Invalid Request: User is not allowed to delete the system backup with arn {BackupArn}. It will automatically expire on 2026-02-06T03:04:05Z"),
            await _service.FailAsync("DeleteBackup", Arn(BackupArn)));
        await _service.AskAsync("RestoreTableFromBackup", $$"""{"BackupArn":"{{BackupArn}}","TargetTableName":"tab"}""");
        Assert.Equal(1, (await _service.DescribeAsync()).GetProperty("ItemCount").GetInt32());

        _service.Time += TimeSpan.FromDays(35);
        Assert.Equal(("BackupNotFoundException", $"Backup not found: {BackupArn}"), await _service.FailAsync("DescribeBackup", Arn(BackupArn)));
        Assert.Equal("", await NamesAsync("""{"BackupType":"ALL"}"""));
    }

    private static string Arn(string arn) => $$"""{"BackupArn":"{{arn}}"}""";

    private Task PutAsync(string key) => _service.AskAsync("PutItem", $$$$"""{"TableName":"tab","Item":{"pk":{"S":"{{{{key}}}}"}}}""");

    private async Task<string> BackUpAsync(string table, string name) =>
        (await _service.AskJsonAsync("CreateBackup", $$"""{"TableName":"{{table}}","BackupName":"{{name}}"}""")).GetProperty("BackupDetails").GetProperty("BackupArn").GetString()!;

    private async Task<string> NamesAsync(string request, string? last = null)
    {
        JsonElement answer = await _service.AskJsonAsync("ListBackups", request);
        Assert.Equal(last, answer.TryGetProperty("LastEvaluatedBackupArn", out JsonElement arn) ? arn.GetString() : null);
        return string.Join(' ', answer.GetProperty("BackupSummaries").EnumerateArray().Select(static one => one.GetProperty("BackupName").GetString()));
    }
}
