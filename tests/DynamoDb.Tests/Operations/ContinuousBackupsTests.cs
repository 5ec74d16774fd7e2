using System.Text.Json;

namespace RustStack.DynamoDb.Tests.Operations;

public sealed class ContinuousBackupsTests
{
    private const string Disabled = """
        {"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"DISABLED"}}}
        """;

    private readonly Service _service = new();

    [Fact]
    public async Task PointInTimeRecovery_IsEnabledKeptAndDisabled()
    {
        await _service.CreateSimpleAsync();
        Assert.Equal(Disabled, await _service.AskAsync("DescribeContinuousBackups", """{"TableName":"tab"}"""));
        Assert.Equal(("ENABLED", 35, 1767323045, 1767323045), await UpdateAsync("\"PointInTimeRecoveryEnabled\":true"));

        _service.Time += TimeSpan.FromMinutes(7);
        Assert.Equal(("ENABLED", 7, 1767323045, 1767323465), await UpdateAsync("\"PointInTimeRecoveryEnabled\":true,\"RecoveryPeriodInDays\":7"));
        _service.Time += TimeSpan.FromDays(10);
        Assert.Equal(("ENABLED", 7, 1767323465 + (3 * 86400), 1767323465 + (10 * 86400)), await UpdateAsync("\"PointInTimeRecoveryEnabled\":true"));

        Assert.Equal(Disabled, await _service.AskAsync("UpdateContinuousBackups", Update("\"PointInTimeRecoveryEnabled\":false")));
        Assert.Equal(("ENABLED", 35, 1767323465 + (10 * 86400), 1767323465 + (10 * 86400)), await UpdateAsync("\"PointInTimeRecoveryEnabled\":true"));
    }

    [Theory]
    [InlineData("\"PointInTimeRecoveryEnabled\":false,\"RecoveryPeriodInDays\":7", "Invalid Request: Cannot specify RecoveryPeriodInDays when disabling point-in-time recovery.")]
    [InlineData(
        "\"PointInTimeRecoveryEnabled\":true,\"RecoveryPeriodInDays\":36",
        "1 validation error detected: Value '36' at 'pointInTimeRecoverySpecification.recoveryPeriodInDays' failed to satisfy constraint: "
        + "Member must have value less than or equal to 35")]
    public async Task InvalidPeriod_IsRefused(string specification, string message)
    {
        await _service.CreateSimpleAsync();
        Assert.Equal(("ValidationException", message), await _service.FailAsync("UpdateContinuousBackups", Update(specification)));
    }

    [Theory]
    [InlineData("DescribeContinuousBackups")]
    [InlineData("UpdateContinuousBackups")]
    public async Task AbsentTable_IsNotFound(string operation) => Assert.Equal(
        ("TableNotFoundException", "Table not found: tab"), await _service.FailAsync(operation, Update("\"PointInTimeRecoveryEnabled\":true")));

    private static string Update(string specification) => $$$"""{"TableName":"tab","PointInTimeRecoverySpecification":{{{{specification}}}}}""";

    private async Task<(string?, int, double, double)> UpdateAsync(string specification)
    {
        await _service.AskAsync("UpdateContinuousBackups", Update(specification));
        JsonElement description = (await _service.AskJsonAsync("DescribeContinuousBackups", """{"TableName":"tab"}"""))
            .GetProperty("ContinuousBackupsDescription").GetProperty("PointInTimeRecoveryDescription");
        return (
            description.GetProperty("PointInTimeRecoveryStatus").GetString(),
            description.GetProperty("RecoveryPeriodInDays").GetInt32(),
            description.GetProperty("EarliestRestorableDateTime").GetDouble(),
            description.GetProperty("LatestRestorableDateTime").GetDouble());
    }
}
