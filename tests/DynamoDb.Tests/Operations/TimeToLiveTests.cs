namespace RustStack.DynamoDb.Tests.Operations;

public sealed class TimeToLiveTests
{
    private readonly Service _service = new();

    [Fact]
    public async Task Setting_IsKeptAndChangesAtOnce()
    {
        await _service.CreateSimpleAsync();
        const string Disabled = """{"TimeToLiveDescription":{"TimeToLiveStatus":"DISABLED"}}""";
        Assert.Equal(Disabled, await DescribeAsync());
        Assert.Equal("""{"TimeToLiveSpecification":{"Enabled":true,"AttributeName":"t"}}""", await _service.AskAsync("UpdateTimeToLive", Update("true", "t")));
        Assert.Equal("""{"TimeToLiveDescription":{"TimeToLiveStatus":"ENABLED","AttributeName":"t"}}""", await DescribeAsync());
        await _service.AskAsync("UpdateTimeToLive", Update("false", "t"));
        Assert.Equal(Disabled, await DescribeAsync());
        await _service.AskAsync("UpdateTimeToLive", Update("true", "pk"));
    }

    [Theory]
    [InlineData("true", "t", "TimeToLive is already enabled")]
    [InlineData("true", "u", "TimeToLive is active on a different AttributeName: current AttributeName is t")]
    [InlineData("false", "u", "TimeToLive is active on a different AttributeName: current AttributeName is t")]
    public async Task Enabled_IsNotEnabledAgainNorForAnotherAttribute(string enabled, string attribute, string message)
    {
        await _service.CreateSimpleAsync();
        await _service.AskAsync("UpdateTimeToLive", Update("true", "t"));
        Assert.Equal(("ValidationException", message), await _service.FailAsync("UpdateTimeToLive", Update(enabled, attribute)));
    }

    [Fact]
    public async Task Disabled_IsNotDisabledAgain()
    {
        await _service.CreateSimpleAsync();
        Assert.Equal(("ValidationException", "TimeToLive is already disabled"), await _service.FailAsync("UpdateTimeToLive", Update("false", "t")));
    }

    [Theory]
    [InlineData("UpdateTimeToLive")]
    [InlineData("DescribeTimeToLive")]
    public async Task AbsentTable_IsNotFound(string operation) => Assert.Equal(
        ("ResourceNotFoundException", "Requested resource not found: Table: tab not found"), await _service.FailAsync(operation, Update("true", "t")));

    [Fact]
    public async Task IncompleteSpecification_IsRefused()
    {
        await _service.CreateSimpleAsync();
        Assert.Equal(
            ("ValidationException", "2 validation errors detected: Value null at 'timeToLiveSpecification.enabled' failed to satisfy constraint: "
                + "Member must not be null; Value null at 'timeToLiveSpecification.attributeName' failed to satisfy constraint: Member must not be null"),
            await _service.FailAsync("UpdateTimeToLive", """{"TableName":"tab","TimeToLiveSpecification":{}}"""));
    }

    private static string Update(string enabled, string attribute) =>
        $$$"""{"TableName":"tab","TimeToLiveSpecification":{"Enabled":{{{enabled}}},"AttributeName":"{{{attribute}}}"}}""";

    private Task<string> DescribeAsync() => _service.AskAsync("DescribeTimeToLive", """{"TableName":"arn:aws:dynamodb:us-east-1:000000000000:table/tab"}""");
}
