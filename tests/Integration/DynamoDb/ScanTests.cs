using Amazon.DynamoDBv2.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.DynamoDb;

public sealed class ScanTests(RunningInstance instance) : DynamoDbTest(instance)
{
    [Fact]
    public async Task Scan_FindsEverything()
    {
        string table = await FilledAsync(30);

        ScanResponse scan = await Dynamo.ScanAsync(new ScanRequest(table));

        Assert.Equal((30, 30), (scan.Count, scan.ScannedCount));
        Assert.Equal(Keys(30), scan.Items.Select(static item => item["pk"].S).Order(StringComparer.Ordinal));
        Assert.Null(scan.LastEvaluatedKey);
    }

    [Fact]
    public async Task Filter_CountsWhatItScanned()
    {
        string table = await FilledAsync(10);

        ScanResponse scan = await Dynamo.ScanAsync(new ScanRequest(table)
        {
            FilterExpression = "v BETWEEN :low AND :high",
            ProjectionExpression = "v",
            ExpressionAttributeValues = Item((":low", 3), (":high", 5)),
        });

        Assert.Equal((3, 10), (scan.Count, scan.ScannedCount));
        Assert.Equal(["{v: N 3}", "{v: N 4}", "{v: N 5}"], scan.Items.Select(Text).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(30)]
    public async Task Pages_MissAndRepeatNothing(int limit)
    {
        string table = await FilledAsync(30);
        var found = new List<string>();

        await foreach (ScanResponse page in Dynamo.Paginators.Scan(new ScanRequest(table) { Limit = limit }).Responses)
        {
            found.AddRange((page.Items ?? []).Select(static item => item["pk"].S));
        }

        Assert.Equal(Keys(30), found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    public async Task Segments_TogetherAreTheTable(int segments)
    {
        string table = await FilledAsync(100);

        List<string>[] parts = await Task.WhenAll(Enumerable.Range(0, segments).Select(async segment =>
        {
            var found = new List<string>();
            var request = new ScanRequest(table) { Segment = segment, TotalSegments = segments, Limit = 9 };
            await foreach (ScanResponse page in Dynamo.Paginators.Scan(request).Responses)
            {
                found.AddRange((page.Items ?? []).Select(static item => item["pk"].S));
            }

            return found;
        }));

        Assert.Equal(Keys(100), parts.SelectMany(static part => part).Order(StringComparer.Ordinal));
        Assert.True(segments == 1 || parts.Count(static part => part.Count > 0) > 1, "everything is in one segment");
    }

    [Fact]
    public async Task WritesBetweenPages_DoNotDisturb()
    {
        string table = await FilledAsync(40);
        var found = new List<string>();
        var request = new ScanRequest(table) { Limit = 10 };
        do
        {
            ScanResponse page = await Dynamo.ScanAsync(request);
            found.AddRange((page.Items ?? []).Select(static item => item["pk"].S));
            foreach (Dictionary<string, AttributeValue> item in page.Items ?? [])
            {
                await Dynamo.DeleteItemAsync(table, Item(("pk", item["pk"])));
            }

            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });

        Assert.Equal(Keys(40), found.Order(StringComparer.Ordinal));
        Assert.Equal(0, (await Dynamo.ScanAsync(new ScanRequest(table))).Count);
    }

    [Fact]
    public async Task BadSegments_AreRefused()
    {
        string table = await NewTableAsync();

        await InvalidAsync(
            "The TotalSegments parameter is required but was not present in the request when Segment parameter is present",
            () => Dynamo.ScanAsync(new ScanRequest(table) { Segment = 0 }));
        await InvalidAsync(
            "The Segment parameter is required but was not present in the request when parameter TotalSegments is present",
            () => Dynamo.ScanAsync(new ScanRequest(table) { TotalSegments = 2 }));
        await InvalidAsync(
            "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 2 is not less than "
            + "TotalSegments: 2",
            () => Dynamo.ScanAsync(new ScanRequest(table) { Segment = 2, TotalSegments = 2 }));
    }

    [Theory]
    [InlineData(0)]
    public async Task LimitBelowOne_FailsItsConstraint(int limit)
    {
        string table = await NewTableAsync();

        await InvalidAsync(
            "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: "
            + "Member must have value greater than or equal to 1",
            () => Dynamo.ScanAsync(new ScanRequest(table) { Limit = limit }));
    }

    private static IEnumerable<string> Keys(int count) => Enumerable.Range(0, count).Select(static i => $"k{i:d3}");

    private async Task<string> FilledAsync(int count)
    {
        string table = await NewTableAsync();
        for (int i = 0; i < count; i++) await PutAsync(table, Item(("pk", $"k{i:d3}"), ("v", i)));
        return table;
    }
}
