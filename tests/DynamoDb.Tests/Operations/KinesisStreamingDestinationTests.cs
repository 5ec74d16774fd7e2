using System.Text.Json;

namespace RustStack.DynamoDb.Tests.Operations;

public sealed class KinesisStreamingDestinationTests
{
    private const string Prefix = "Table is not in a valid state to enable Kinesis Streaming Destination: ";
    private const string NotDisabled = Prefix + "EnableKinesisStreamingDestination must be DISABLED or ENABLE_FAILED to perform ENABLE operation.";
    private const string NotActive = Prefix + "KinesisStreamingDestination must be ACTIVE to perform DISABLE operation.";
    private const string Micro = ",\"UpdateKinesisStreamingConfiguration\":{\"ApproximateCreationDateTimePrecision\":\"MICROSECOND\"}";

    private readonly Service _service = new();

    [Fact]
    public async Task Destination_PassesThroughItsStates()
    {
        await _service.CreateSimpleAsync();
        Assert.Equal("""{"TableName":"tab","KinesisDataStreamDestinations":[]}""", await DescribeAsync());
        Assert.Equal(
            $$$"""{"TableName":"tab","StreamArn":"{{{Stream("one")}}}","DestinationStatus":"ENABLING","EnableKinesisStreamingConfiguration":{}}""",
            await _service.AskAsync("EnableKinesisStreamingDestination", Target("one")));
        Assert.Equal($$"""{"TableName":"tab","KinesisDataStreamDestinations":[{"StreamArn":"{{Stream("one")}}","DestinationStatus":"ACTIVE"}]}""", await DescribeAsync());
        foreach (string stream in (string[])["one", "two"])
            Assert.Equal(("ValidationException", NotDisabled), await _service.FailAsync("EnableKinesisStreamingDestination", Target(stream)));

        Assert.Equal(
            $$$"""{"TableName":"tab","StreamArn":"{{{Stream("one")}}}","DestinationStatus":"UPDATING","UpdateKinesisStreamingConfiguration":{"ApproximateCreationDateTimePrecision":"MICROSECOND"}}""",
            await _service.AskAsync("UpdateKinesisStreamingDestination", Target("one", Micro)));
        string id = (await _service.DescribeAsync()).GetProperty("TableId").GetString()!;
        Assert.Equal(
            ("ValidationException", $"Invalid Request: Precision is already set to the desired value of MICROSECOND for tableId: {id}, kdsArn: {Stream("one")}"),
            await _service.FailAsync("UpdateKinesisStreamingDestination", Target("one", Micro)));

        Assert.Equal(
            $$"""{"TableName":"tab","StreamArn":"{{Stream("one")}}","DestinationStatus":"DISABLING"}""",
            await _service.AskAsync("DisableKinesisStreamingDestination", Target("one")));
        Assert.Equal(["one=DISABLED"], await StatusesAsync());
        Assert.Equal(("ValidationException", NotActive), await _service.FailAsync("DisableKinesisStreamingDestination", Target("one")));
        Assert.Equal(
            ("ValidationException", $"{Prefix}Kinesis streaming is not in ACTIVE state. Updates are only allowed in ACTIVE state. TableName: tab, kdsArn: {Stream("one")}"),
            await _service.FailAsync("UpdateKinesisStreamingDestination", Target("one", Micro)));

        await _service.AskAsync("EnableKinesisStreamingDestination", Target("two", ",\"EnableKinesisStreamingConfiguration\":{\"ApproximateCreationDateTimePrecision\":\"MILLISECOND\"}"));
        Assert.Equal(["two=ACTIVE", "one=DISABLED"], await StatusesAsync());
        await _service.AskAsync("DisableKinesisStreamingDestination", Target("two"));
        await _service.AskAsync("EnableKinesisStreamingDestination", Target("one"));
        Assert.Equal(["two=DISABLED", "one=ACTIVE"], await StatusesAsync());
    }

    [Theory]
    [InlineData("arn:aws:kinesis:eu-west-1:000000000000:stream/one", "The kinesis Arn used to enable kinesis replication belongs to a stream which is not in the current region")]
    [InlineData("arn:aws:kinesis:us-east-1:123456789012:stream/one", "The kinesis Arn used to enable kinesis replication belongs to a stream which is not in Active state")]
    [InlineData("arn:aws:dynamodb:us-east-1:000000000000:table/tab", "User does not have a permission to use kinesis stream")]
    [InlineData("arn:aws:kinesis:us-east-1:000000000000:stream/one/consumer/c:1", "User does not have a permission to use kinesis stream")]
    public async Task UnusableStream_FailsAfterwardsAndMayBeTriedAgain(string arn, string description)
    {
        await _service.CreateSimpleAsync();
        for (int i = 0; i < 2; i++)
        {
            await _service.AskAsync("EnableKinesisStreamingDestination", $$"""{"TableName":"tab","StreamArn":"{{arn}}"}""");
            Assert.Equal(
                $$"""{"TableName":"tab","KinesisDataStreamDestinations":[{"StreamArn":"{{arn}}","DestinationStatus":"ENABLE_FAILED","DestinationStatusDescription":"{{description}}"}]}""",
                await DescribeAsync());
        }
    }

    [Fact]
    public async Task ManyDestinations_ForgetTheOldestThatIsNotInUse()
    {
        await _service.CreateSimpleAsync();
        for (int i = 0; i < 52; i++)
        {
            await _service.AskAsync("EnableKinesisStreamingDestination", Target($"s{i}"));
            if (i < 51) await _service.AskAsync("DisableKinesisStreamingDestination", Target($"s{i}"));
        }

        string[] statuses = await StatusesAsync();
        Assert.Equal((50, "s51=ACTIVE", "s2=DISABLED"), (statuses.Length, statuses[0], statuses[^1]));
    }

    [Theory]
    [InlineData("DisableKinesisStreamingDestination", ",\"EnableKinesisStreamingConfiguration\":{}", "Stream cannot be disabled using EnableKinesisStreamingConfiguration parameters")]
    [InlineData("DisableKinesisStreamingDestination", "", NotActive)]
    [InlineData("UpdateKinesisStreamingDestination", "", "Streaming destination cannot be updated with given parameters: UpdateKinesisStreamingConfiguration cannot be null or contain only null values")]
    [InlineData("UpdateKinesisStreamingDestination", ",\"UpdateKinesisStreamingConfiguration\":{}", "Streaming destination cannot be updated with given parameters: UpdateKinesisStreamingConfiguration cannot be null or contain only null values")]
    public async Task InvalidRequest_IsRefused(string operation, string more, string message)
    {
        await _service.CreateSimpleAsync();
        Assert.Equal(("ValidationException", message), await _service.FailAsync(operation, Target("one", more)));
    }

    [Theory]
    [InlineData("EnableKinesisStreamingDestination")]
    [InlineData("DisableKinesisStreamingDestination")]
    [InlineData("UpdateKinesisStreamingDestination")]
    [InlineData("DescribeKinesisStreamingDestination")]
    public async Task AbsentOrNewTable_IsNotFound(string operation)
    {
        (string, string) expected = ("ResourceNotFoundException", "Requested resource not found: Table: tab not found");
        string json = Target("one", operation[0] == 'U' ? Micro : "");
        Assert.Equal(expected, await _service.FailAsync(operation, json));

        var service = new Service(new(SkipSignatureValidation: true) { StatusDelay = TimeSpan.FromSeconds(5) });
        await service.CreateSimpleAsync();
        Assert.Equal(expected, await service.FailAsync(operation, json));
    }

    [Fact]
    public async Task DelayedStatuses_FollowTime()
    {
        var service = new Service(new(SkipSignatureValidation: true) { StatusDelay = TimeSpan.FromSeconds(5) });
        await service.CreateSimpleAsync();
        service.Time += TimeSpan.FromSeconds(5);
        await service.AskAsync("EnableKinesisStreamingDestination", Target("one"));
        Assert.Equal(("ValidationException", NotActive), await service.FailAsync("DisableKinesisStreamingDestination", Target("one")));
        service.Time += TimeSpan.FromSeconds(5);
        await service.AskAsync("UpdateKinesisStreamingDestination", Target("one", Micro));
        Assert.Equal(("ValidationException", NotActive), await service.FailAsync("DisableKinesisStreamingDestination", Target("one")));
        service.Time += TimeSpan.FromSeconds(5);
        for (int i = 0; i < 2; i++) await service.AskAsync("DisableKinesisStreamingDestination", Target("one"));
        Assert.Equal(("ValidationException", NotDisabled), await service.FailAsync("EnableKinesisStreamingDestination", Target("two")));
        service.Time += TimeSpan.FromSeconds(5);
        await service.AskAsync("EnableKinesisStreamingDestination", Target("two"));

        await service.AskAsync("DeleteTable", """{"TableName":"tab"}""");
        await service.AskAsync("DescribeKinesisStreamingDestination", """{"TableName":"tab"}""");
        Assert.Equal(
            ("ResourceInUseException", "Attempt to change a resource which is still in use: Table is being deleted: tab"),
            await service.FailAsync("EnableKinesisStreamingDestination", Target("two")));
    }

    private static string Stream(string name) => $"arn:aws:kinesis:us-east-1:000000000000:stream/{name}";

    private static string Target(string stream, string more = "") => $$"""{"TableName":"tab","StreamArn":"{{Stream(stream)}}"{{more}}}""";

    private Task<string> DescribeAsync() => _service.AskAsync("DescribeKinesisStreamingDestination", """{"TableName":"tab"}""");

    private async Task<string[]> StatusesAsync()
    {
        JsonElement answer = await _service.AskJsonAsync("DescribeKinesisStreamingDestination", """{"TableName":"tab"}""");
        return
        [
            .. answer.GetProperty("KinesisDataStreamDestinations").EnumerateArray().Select(static one =>
                $"{one.GetProperty("StreamArn").GetString()!.Split('/')[^1]}={one.GetProperty("DestinationStatus").GetString()}"),
        ];
    }
}
