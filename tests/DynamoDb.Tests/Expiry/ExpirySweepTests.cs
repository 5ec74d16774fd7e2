using System.Globalization;
using System.Text.Json;
using RustStack.DynamoDb.Tests.Operations;

namespace RustStack.DynamoDb.Tests.Expiry;

public sealed class ExpirySweepTests
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    private readonly Service _service = new(new(SkipSignatureValidation: true) { ExpirySweepPeriod = Period });

    private long Now => _service.Time.ToUnixTimeSeconds();

    [Fact]
    public async Task ExpiredItems_DisappearFromTableAndIndexes()
    {
        await _service.CreateIndexedAsync();
        await EnableAsync();
        await PutAsync("past", $$"""  {"N":"{{Now - 1}}"}  """);
        await PutAsync("soon", $$"""  {"N":"{{Now + 5}}"}  """);
        await PutAsync("later", $$"""  {"N":"{{Now + 10}}"}  """);

        _service.Time += Period;

        Assert.Equal(["later"], await ScanAsync(null));
        Assert.Equal(["later"], await ScanAsync("all"));
        Assert.Equal(["later"], await ScanAsync("lsi"));
        JsonElement table = await _service.DescribeAsync();
        Assert.Equal(1, table.GetProperty("ItemCount").GetInt32());
        Assert.Equal(1, table.GetProperty("GlobalSecondaryIndexes")[0].GetProperty("ItemCount").GetInt32());
        _service.Time += TimeSpan.FromSeconds(1);
        Assert.Equal(["later"], await ScanAsync(null));
        _service.Time += Period;
        Assert.Empty(await ScanAsync(null));
    }

    [Fact]
    public async Task OnlyNumbersOfTheLastFiveYears_Expire()
    {
        await _service.CreateIndexedAsync();
        await EnableAsync();
        long swept = Now + 10;
        long oldest = _service.Time.AddSeconds(10).AddYears(-5).ToUnixTimeSeconds();
        await PutAsync("text", $$"""  {"S":"{{swept - 5}}"}  """);
        await PutAsync("list", $$"""  {"L":[{"N":"{{swept - 5}}"}]}  """);
        await PutAsync("milliseconds", $$"""  {"N":"{{swept * 1000}}"}  """);
        await PutAsync("ancient", $$"""  {"N":"{{oldest - 1}}"}  """);
        await PutAsync("negative", """  {"N":"-1"}  """);
        await PutAsync("huge", """  {"N":"9.9e125"}  """);
        await PutAsync("now", $$"""  {"N":"{{swept}}"}  """);
        await PutAsync("oldest", $$"""  {"N":"{{oldest}}"}  """);
        await PutAsync("fraction", $$"""  {"N":"{{swept - 1}}.5"}  """);
        await PutAsync("exponent", """  {"N":"1.767323e9"}  """);

        _service.Time += Period;

        Assert.Equal(["ancient", "huge", "list", "milliseconds", "negative", "now", "text"], (await ScanAsync(null)).Order());
    }

    [Fact]
    public async Task Disabled_KeepsExpiredItems()
    {
        await _service.CreateIndexedAsync();
        await PutAsync("past", $$"""  {"N":"{{Now - 1}}"}  """);
        _service.Time += Period;
        Assert.Equal(["past"], await ScanAsync(null));
        await EnableAsync();
        await _service.AskAsync("UpdateTimeToLive", """{"TableName":"tab","TimeToLiveSpecification":{"Enabled":false,"AttributeName":"t"}}""");
        _service.Time += Period;
        Assert.Equal(["past"], await ScanAsync(null));
    }

    [Fact]
    public async Task ManyItems_AreSweptOverTablesAndPasses()
    {
        const int Tables = 3;
        const int Items = 1500;
        for (int t = 0; t < Tables; t++)
        {
            await _service.CreateSimpleAsync($"tab{t}");
            await EnableAsync($"tab{t}");
            for (int i = 0; i < Items; i += 25)
            {
                string puts = string.Join(",", Enumerable.Range(i, 25).Select(n =>
                    $$$$"""{"PutRequest":{"Item":{"pk":{"S":"{{{{n}}}}"},"t":{"N":"{{{{(n % 3 == 0 ? Now + 1000 : Now - 1)}}}}"} } } }"""));
                await _service.AskAsync("BatchWriteItem", $$$"""{"RequestItems":{"tab{{{t}}}":[{{{puts}}}]}}""");
            }
        }

        _service.Time += Period;
        for (int t = 0; t < Tables; t++) Assert.Equal(Items / 3, (await _service.DescribeAsync($"tab{t}")).GetProperty("ItemCount").GetInt32());
    }

    [Fact]
    public async Task Stopped_SweepsNoMore()
    {
        await _service.CreateIndexedAsync();
        await EnableAsync();
        await PutAsync("past", $$"""  {"N":"{{Now - 1}}"}  """);
        await _service.StopAsync();
        _service.Time += 2 * Period;
        Assert.Equal(["past"], await ScanAsync(null));
    }

    [Fact]
    public async Task NoPeriod_SweepsNever()
    {
        var service = new Service(new(SkipSignatureValidation: true) { ExpirySweepPeriod = TimeSpan.Zero });
        await service.CreateSimpleAsync();
        await service.AskAsync("UpdateTimeToLive", """{"TableName":"tab","TimeToLiveSpecification":{"Enabled":true,"AttributeName":"t"}}""");
        await service.AskAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"a"},"t":{"N":"1767323000"}}}""");
        service.Time += TimeSpan.FromDays(1);
        Assert.Equal(1, (await service.AskJsonAsync("Scan", """{"TableName":"tab"}""")).GetProperty("Count").GetInt32());
    }

    private Task EnableAsync(string table = "tab") => _service.AskAsync(
        "UpdateTimeToLive", $$$"""{"TableName":"{{{table}}}","TimeToLiveSpecification":{"Enabled":true,"AttributeName":"t"}}""");

    private Task PutAsync(string pk, string value) => _service.AskAsync(
        "PutItem", $$$$"""{"TableName":"tab","Item":{"pk":{"S":"{{{{pk}}}}"},"sk":{"N":"{{{{pk.Length.ToString(CultureInfo.InvariantCulture)}}}}"},"g":{"S":"G"},"h":{"N":"1"},"t":{{{{value}}}} }}""");

    private async Task<List<string>> ScanAsync(string? index)
    {
        string of = index is null ? "" : $",\"IndexName\":\"{index}\"";
        JsonElement page = await _service.AskJsonAsync("Scan", $$"""{"TableName":"tab"{{of}}}""");
        return [.. page.GetProperty("Items").EnumerateArray().Select(static item => item.GetProperty("pk").GetProperty("S").GetString()!)];
    }
}
