using System.Text.Json;

namespace RustStack.DynamoDb.Tests.Operations;

public sealed class ContributorInsightsTests
{
    private const string Disabled = """{"TableName":"tab","ContributorInsightsStatus":"DISABLED"}""";

    private readonly Service _service = new();

    [Fact]
    public async Task NeverEnabled_IsDisabledAndNotListed()
    {
        await _service.CreateSimpleAsync();
        Assert.Equal(Disabled, await _service.AskAsync("DescribeContributorInsights", Target()));
        Assert.Equal(Disabled, await _service.AskAsync("UpdateContributorInsights", Update("DISABLE")));
        Assert.Equal("""{"ContributorInsightsSummaries":[]}""", await _service.AskAsync("ListContributorInsights", Target()));
    }

    [Fact]
    public async Task EnabledAndDisabled_IsDescribedWithItsRules()
    {
        await _service.CreateIndexedAsync();
        Assert.Equal(
            """{"TableName":"tab","ContributorInsightsStatus":"ENABLING","ContributorInsightsMode":"ACCESSED_AND_THROTTLED_KEYS"}""",
            await _service.AskAsync("UpdateContributorInsights", Update("ENABLE")));
        Assert.Equal(
            """
            {"TableName":"tab","ContributorInsightsRuleList":["DynamoDBContributorInsights-PKC-tab-1767323045000","DynamoDBContributorInsights-SKC-tab-1767323045000","DynamoDBContributorInsights-PKT-tab-1767323045000","DynamoDBContributorInsights-SKT-tab-1767323045000"],"ContributorInsightsStatus":"ENABLED","LastUpdateDateTime":1767323045,"ContributorInsightsMode":"ACCESSED_AND_THROTTLED_KEYS"}
            """,
            await _service.AskAsync("DescribeContributorInsights", Target()));
        Assert.Equal("ENABLED", (await _service.AskJsonAsync("UpdateContributorInsights", Update("ENABLE"))).GetProperty("ContributorInsightsStatus").GetString());

        _service.Time += TimeSpan.FromSeconds(3);
        await _service.AskAsync("UpdateContributorInsights", Update("ENABLE", ",\"ContributorInsightsMode\":\"THROTTLED_KEYS\""));
        Assert.Equal(
            """
            {"TableName":"tab","ContributorInsightsRuleList":["DynamoDBContributorInsights-PKT-tab-1767323045000","DynamoDBContributorInsights-SKT-tab-1767323045000"],"ContributorInsightsStatus":"ENABLED","LastUpdateDateTime":1767323048,"ContributorInsightsMode":"THROTTLED_KEYS"}
            """,
            await _service.AskAsync("DescribeContributorInsights", Target()));

        Assert.Equal(
            """{"TableName":"tab","ContributorInsightsStatus":"DISABLING","ContributorInsightsMode":"THROTTLED_KEYS"}""",
            await _service.AskAsync("UpdateContributorInsights", Update("DISABLE", ",\"ContributorInsightsMode\":\"ACCESSED_AND_THROTTLED_KEYS\"")));
        Assert.Equal(
            """{"TableName":"tab","ContributorInsightsStatus":"DISABLED","LastUpdateDateTime":1767323048,"ContributorInsightsMode":"THROTTLED_KEYS"}""",
            await _service.AskAsync("DescribeContributorInsights", Target()));
        await _service.AskAsync("UpdateContributorInsights", Update("ENABLE"));
        Assert.Equal(
            "ACCESSED_AND_THROTTLED_KEYS",
            (await _service.AskJsonAsync("DescribeContributorInsights", Target())).GetProperty("ContributorInsightsMode").GetString());
    }

    [Fact]
    public async Task Index_HasASettingOfItsOwn_UntilItIsDeleted()
    {
        await _service.CreateIndexedAsync();
        Assert.Equal(
            """{"TableName":"tab","IndexName":"keys","ContributorInsightsStatus":"ENABLING","ContributorInsightsMode":"ACCESSED_AND_THROTTLED_KEYS"}""",
            await _service.AskAsync("UpdateContributorInsights", Update("ENABLE", ",\"IndexName\":\"keys\"")));
        Assert.Equal(
            ["DynamoDBContributorInsights-PKC-tab-keys-1767323045000", "DynamoDBContributorInsights-PKT-tab-keys-1767323045000"],
            (await _service.AskJsonAsync("DescribeContributorInsights", Target(",\"IndexName\":\"keys\""))).GetProperty("ContributorInsightsRuleList")
            .EnumerateArray().Select(static rule => rule.GetString()));
        Assert.Equal(Disabled, await _service.AskAsync("DescribeContributorInsights", Target()));

        await _service.AskAsync("UpdateTable", """{"TableName":"tab","GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"keys"}}]}""");
        await _service.AskAsync(
            "UpdateTable",
            """
            {"TableName":"tab","AttributeDefinitions":[{"AttributeName":"g","AttributeType":"S"}],"GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"keys",
             "KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}}]}
            """);
        Assert.Equal(
            """{"TableName":"tab","IndexName":"keys","ContributorInsightsStatus":"DISABLED"}""",
            await _service.AskAsync("DescribeContributorInsights", Target(",\"IndexName\":\"keys\"")));
    }

    [Theory]
    [InlineData("ghost")]
    [InlineData("lsi")]
    public async Task AbsentOrLocalIndex_IsNotFound(string index)
    {
        await _service.CreateIndexedAsync();
        (string, string) expected = ("ResourceNotFoundException", $"Requested resource not found: Index: {index} not found for table: tab");
        Assert.Equal(expected, await _service.FailAsync("DescribeContributorInsights", Target($",\"IndexName\":\"{index}\"")));
        Assert.Equal(expected, await _service.FailAsync("UpdateContributorInsights", Update("ENABLE", $",\"IndexName\":\"{index}\"")));
    }

    [Theory]
    [InlineData("DescribeContributorInsights")]
    [InlineData("UpdateContributorInsights")]
    [InlineData("ListContributorInsights")]
    public async Task AbsentTable_IsNotFound(string operation) => Assert.Equal(
        ("ResourceNotFoundException", "Requested resource not found: Table: tab not found"), await _service.FailAsync(operation, Update("ENABLE")));

    [Fact]
    public async Task List_PagesTablesBeforeTheirIndexes()
    {
        const string All = "aaa aaa/all aaa/some bbb ccc/keys";
        foreach (string table in (string[])["aaa", "bbb", "ccc"]) await _service.CreateIndexedAsync(table);
        foreach (string target in All.Split(' '))
        {
            string[] parts = target.Split('/');
            string index = parts.Length > 1 ? $",\"IndexName\":\"{parts[1]}\"" : "";
            await _service.AskAsync("UpdateContributorInsights", $$"""{"TableName":"{{parts[0]}}","ContributorInsightsAction":"ENABLE"{{index}}}""");
        }

        Assert.Equal((All, 1), await PagesAsync(""));
        Assert.Equal((All, 3), await PagesAsync(",\"MaxResults\":2"));
        Assert.Equal((All, 5), await PagesAsync(",\"MaxResults\":1"));
        Assert.Equal(("aaa aaa/all aaa/some", 2), await PagesAsync(",\"TableName\":\"aaa\",\"MaxResults\":2"));
        Assert.Equal(("ValidationException", "Invalid NextToken"), await _service.FailAsync("ListContributorInsights", """{"NextToken":"?"}"""));
        Assert.Equal(
            ("ValidationException", "1 validation error detected: Value '0' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 1"),
            await _service.FailAsync("ListContributorInsights", """{"MaxResults":0}"""));
        Assert.Equal(
            ("ValidationException", "1 validation error detected: Value '101' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 100"),
            await _service.FailAsync("ListContributorInsights", """{"MaxResults":101}"""));
    }

    [Fact]
    public async Task DelayedStatuses_FollowTime()
    {
        var service = new Service(new(SkipSignatureValidation: true) { StatusDelay = TimeSpan.FromSeconds(5) });
        await service.CreateSimpleAsync();
        Assert.Equal(
            ("ValidationException", "Table or Index is not in a valid state to update Key Access Insights: TableStatus must be ACTIVE to enable ContributorInsights."),
            await service.FailAsync("UpdateContributorInsights", Update("ENABLE")));
        service.Time += TimeSpan.FromSeconds(5);
        foreach ((string action, string begun, string settled) in ((string, string, string)[])[("ENABLE", "ENABLING", "ENABLED"), ("DISABLE", "DISABLING", "DISABLED")])
        {
            await service.AskAsync("UpdateContributorInsights", Update(action));
            Assert.Equal(begun, (await service.AskJsonAsync("DescribeContributorInsights", Target())).GetProperty("ContributorInsightsStatus").GetString());
            Assert.Equal(1, (await service.AskJsonAsync("ListContributorInsights", Target())).GetProperty("ContributorInsightsSummaries").GetArrayLength());
            service.Time += TimeSpan.FromSeconds(5);
            Assert.Equal(settled, (await service.AskJsonAsync("DescribeContributorInsights", Target())).GetProperty("ContributorInsightsStatus").GetString());
        }
    }

    private static string Target(string more = "") => $$"""{"TableName":"tab"{{more}}}""";

    private static string Update(string action, string more = "") => $$"""{"TableName":"tab","ContributorInsightsAction":"{{action}}"{{more}}}""";

    private async Task<(string Targets, int Pages)> PagesAsync(string parameters)
    {
        List<string> targets = [];
        string next = "";
        for (int pages = 1; ; pages++)
        {
            string json = "{" + (parameters + next).TrimStart(',') + "}";
            JsonElement page = await _service.AskJsonAsync("ListContributorInsights", json);
            foreach (JsonElement summary in page.GetProperty("ContributorInsightsSummaries").EnumerateArray())
            {
                Assert.Equal("ENABLED", summary.GetProperty("ContributorInsightsStatus").GetString());
                string index = summary.TryGetProperty("IndexName", out JsonElement name) ? "/" + name.GetString() : "";
                targets.Add(summary.GetProperty("TableName").GetString() + index);
            }

            if (!page.TryGetProperty("NextToken", out JsonElement token)) return (string.Join(' ', targets), pages);
            next = $",\"NextToken\":\"{token.GetString()}\"";
        }
    }
}
