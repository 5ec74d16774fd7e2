using System.Text.Json;

namespace RustStack.DynamoDb.Tests.Operations;

/// <summary>Pages of indexes whose entries share their keys, and of segments.</summary>
public sealed class IndexPageTests
{
    private const int Items = 30;

    private readonly Service _service = new();

    [Theory]
    [InlineData("all", 1)]
    [InlineData("all", 4)]
    [InlineData("keys", 1)]
    [InlineData("keys", 7)]
    public async Task EqualKeys_ArePagedOnceEachInBothDirections(string index, int limit)
    {
        await FillAsync();
        List<string> forward = await PagesAsync("Query", Query(index, limit, forward: true));
        List<string> backward = await PagesAsync("Query", Query(index, limit, forward: false));

        Assert.Equal(Items, forward.Distinct().Count());
        Assert.Equal(Items, forward.Count);
        backward.Reverse();
        Assert.Equal(forward, backward);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task NextPage_StartsAfterAnEntryThatIsGone(bool forward)
    {
        await FillAsync();
        List<string> all = await PagesAsync("Query", Query("all", Items, forward));
        JsonElement first = await _service.AskJsonAsync("Query", $"{{{Query("all", 10, forward)}}}");
        string start = first.GetProperty("LastEvaluatedKey").GetRawText();
        await _service.AskAsync("UpdateItem", $$$"""{"TableName":"tab","Key":{{{KeyOf(all[9])}}},"UpdateExpression":"REMOVE g"}""");

        Assert.Equal(all[10..], await PagesAsync("Query", $"{Query("all", 3, forward)}", start));
    }

    [Theory]
    [InlineData("")]
    [InlineData(""" "IndexName":"keys", """)]
    public async Task Segments_HaveEveryItemOnce(string index)
    {
        await FillAsync();
        List<string> found = [];
        for (int segment = 0; segment < 5; segment++)
        {
            found.AddRange(await PagesAsync("Scan", $$"""
                "TableName":"tab",{{index}}"Limit":2,"Segment":{{segment}},"TotalSegments":5
                """));
        }

        Assert.Equal(Items, found.Count);
        Assert.Equal(Items, found.Distinct().Count());
    }

    [Fact]
    public async Task StartKeyOfAnotherSegment_IsRefused()
    {
        await FillAsync();
        for (int segment = 0; segment < 2; segment++)
        {
            JsonElement page = await _service.AskJsonAsync("Scan", $$"""{"TableName":"tab","Limit":1,"Segment":{{segment}},"TotalSegments":2}""");
            string start = page.GetProperty("LastEvaluatedKey").GetRawText();
            Assert.Equal(
                ("ValidationException", "The provided starting key is invalid: Invalid ExclusiveStartKey. "
                    + $"Please use ExclusiveStartKey with correct Segment. TotalSegments: 2 Segment: {1 - segment}"),
                await _service.FailAsync("Scan", $$"""{"TableName":"tab","Segment":{{1 - segment}},"TotalSegments":2,"ExclusiveStartKey":{{start}} }"""));
        }
    }

    [Fact]
    public async Task FetchedItems_EndPagesAtOneMegabyteToo()
    {
        await _service.CreateIndexedAsync();
        string value = new('v', 300_000);
        for (int i = 0; i < 7; i++)
        {
            await _service.AskAsync("PutItem", $$$$"""
                {"TableName":"tab","Item":{"pk":{"S":"a"},"sk":{"N":"{{{{i}}}}"},"h":{"N":"{{{{i}}}}"},"v":{"S":"{{{{value}}}}"}}}
                """);
        }

        const string Entries = """
            "TableName":"tab","IndexName":"lsi","KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"a"}}
            """;
        JsonElement page = await _service.AskJsonAsync("Query", $$"""{{{Entries}},"Select":"ALL_ATTRIBUTES"}""");
        Assert.Equal(3, page.GetProperty("Count").GetInt32());
        Assert.Equal("2", page.GetProperty("LastEvaluatedKey").GetProperty("h").GetProperty("N").GetString());
        Assert.Equal(7, (await PagesAsync("Query", Entries + ",\"Select\":\"ALL_ATTRIBUTES\"")).Count);
        Assert.False((await _service.AskJsonAsync("Query", $"{{{Entries}}}")).TryGetProperty("LastEvaluatedKey", out _));
    }

    private static string Query(string index, int limit, bool forward) => $$$"""
        "TableName":"tab","IndexName":"{{{index}}}","Limit":{{{limit}}},"ScanIndexForward":{{{(forward ? "true" : "false")}}},
        "KeyConditionExpression":"g = :g","ExpressionAttributeValues":{":g":{"S":"G"}}
        """;

    private static string KeyOf(string item) => $$$"""{"pk":{"S":"{{{item.Split('/')[0]}}}"},"sk":{"N":"{{{item.Split('/')[1]}}}"}}""";

    private static string Name(JsonElement item) =>
        $"{item.GetProperty("pk").GetProperty("S").GetString()}/{item.GetProperty("sk").GetProperty("N").GetString()}";

    private async Task FillAsync()
    {
        await _service.CreateIndexedAsync();
        for (int i = 0; i < Items; i++)
        {
            await _service.AskAsync("PutItem", $$$$"""
                {"TableName":"tab","Item":{"pk":{"S":"p{{{{i % 7}}}}"},"sk":{"N":"{{{{i}}}}"},"g":{"S":"G"},"h":{"N":"{{{{i % 3}}}}"}}}
                """);
        }
    }

    private async Task<List<string>> PagesAsync(string operation, string request, string? start = null)
    {
        List<string> items = [];
        do
        {
            string from = start is null ? "" : $",\"ExclusiveStartKey\":{start}";
            JsonElement page = await _service.AskJsonAsync(operation, $"{{{request}{from}}}");
            items.AddRange(page.GetProperty("Items").EnumerateArray().Select(Name));
            start = page.TryGetProperty("LastEvaluatedKey", out JsonElement last) ? last.GetRawText() : null;
        }
        while (start is not null);
        return items;
    }
}
