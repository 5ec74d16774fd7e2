namespace RustStack.DynamoDb.Tests.Operations;

/// <summary>What describes the service and not a table.</summary>
public sealed class DescribeServiceTests
{
    private readonly Service _service = new();

    [Fact]
    public async Task Limits_AreThoseOfANewAccount() => Assert.Equal(
        """{"AccountMaxReadCapacityUnits":80000,"AccountMaxWriteCapacityUnits":80000,"TableMaxReadCapacityUnits":40000,"TableMaxWriteCapacityUnits":40000}""",
        await _service.AskAsync("DescribeLimits", "{}"));

    [Fact]
    public async Task Endpoint_IsTheHostOfTheRequest() => Assert.Equal(
        """{"Endpoints":[{"Address":"localhost:4566","CachePeriodInMinutes":1440}]}""", await _service.AskAsync("DescribeEndpoints", "{}"));
}
