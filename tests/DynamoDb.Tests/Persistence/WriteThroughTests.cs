using System.Text;
using RustStack.DynamoDb.Persistence;
using RustStack.DynamoDb.Tests.Operations;

namespace RustStack.DynamoDb.Tests.Persistence;

/// <summary>What is saved when, and what is left when it cannot be.</summary>
public sealed class WriteThroughTests
{
    private const string Put = """{"TableName":"tab","Item":{"pk":{"S":"a"},"sk":{"N":"1"},"g":{"S":"G"},"h":{"N":"2"}}}""";

    private readonly HeldJournal _journal = new();
    private readonly Service _service;

    public WriteThroughTests() => _service = new(new(SkipSignatureValidation: true), _journal);

    public static TheoryData<string, string> Changes => new()
    {
        { "PutItem", Put },
        { "PutItem", """{"TableName":"tab","Item":{"pk":{"S":"old"},"sk":{"N":"1"},"g":{"S":"other"}}}""" },
        { "UpdateItem", """{"TableName":"tab","Key":{"pk":{"S":"old"},"sk":{"N":"1"}},"UpdateExpression":"SET g = :g","ExpressionAttributeValues":{":g":{"S":"H"}}}""" },
        { "DeleteItem", """{"TableName":"tab","Key":{"pk":{"S":"old"},"sk":{"N":"1"}}}""" },
        { "DeleteItem", """{"TableName":"tab","Key":{"pk":{"S":"absent"},"sk":{"N":"1"}}}""" },
        { "BatchWriteItem", """{"RequestItems":{"tab":[{"PutRequest":{"Item":{"pk":{"S":"b"},"sk":{"N":"1"}}}},{"DeleteRequest":{"Key":{"pk":{"S":"old"},"sk":{"N":"1"}}}}]}}""" },
        {
            "TransactWriteItems",
            """
            {"ClientRequestToken":"token","TransactItems":[{"Put":{"TableName":"tab","Item":{"pk":{"S":"b"},"sk":{"N":"1"}}}},
              {"Delete":{"TableName":"tab","Key":{"pk":{"S":"old"},"sk":{"N":"1"}}}},{"ConditionCheck":{"TableName":"tab","Key":{"pk":{"S":"c"},"sk":{"N":"1"}},
              "ConditionExpression":"attribute_not_exists(pk)"}}]}
            """
        },
        { "CreateTable", """{"TableName":"new","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],"BillingMode":"PAY_PER_REQUEST"}""" },
        { "DeleteTable", """{"TableName":"tab"}""" },
        { "UpdateTable", """{"TableName":"tab","GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"all"}}]}""" },
        { "UpdateTimeToLive", """{"TableName":"tab","TimeToLiveSpecification":{"AttributeName":"ttl","Enabled":true}}""" },
        { "UpdateContinuousBackups", """{"TableName":"tab","PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true}}""" },
        { "TagResource", """{"ResourceArn":"arn:aws:dynamodb:us-east-1:000000000000:table/tab","Tags":[{"Key":"k","Value":"v"}]}""" },
        {
            "PutResourcePolicy",
            """
            {"ResourceArn":"arn:aws:dynamodb:us-east-1:000000000000:table/tab","Policy":"{\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"dynamodb:Scan\",\"Resource\":\"*\"}]}"}
            """
        },
        { "UpdateContributorInsights", """{"TableName":"tab","ContributorInsightsAction":"ENABLE"}""" },
        { "EnableKinesisStreamingDestination", """{"TableName":"tab","StreamArn":"arn:aws:kinesis:us-east-1:000000000000:stream/one"}""" },
        { "UntagResource", """{"ResourceArn":"arn:aws:dynamodb:us-east-1:000000000000:table/tab","TagKeys":["k"]}""" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Answer_WaitsForTheCommit(string operation, string json)
    {
        await PrepareAsync();
        Task<(int Status, string Body)> answer = _service.SendAsync(operation, json);
        Assert.False(answer.IsCompleted);

        _journal.Save();
        Assert.Equal(200, (await answer).Status);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task FailedCommit_IsAnErrorAndLeavesNothing(string operation, string json)
    {
        await PrepareAsync();
        string before = await StateAsync();
        Task<(int Status, string Body)> answer = _service.SendAsync(operation, json);
        _journal.Fail();

        (int status, string body) = await answer;
        Assert.Equal(500, status);
        Assert.Contains("InternalServerError", body, StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync());

        Task<(int Status, string Body)> again = _service.SendAsync(operation, json);
        _journal.Save();
        Assert.Equal(200, (await again).Status);
    }

    [Fact]
    public async Task ManyChangesOfOneGroup_AreTakenBackTogether()
    {
        await PrepareAsync();
        string before = await StateAsync();
        List<Task<(int Status, string Body)>> answers = [.. Changes.Where(static row => row.Data.Item1 != "DeleteTable").Select(row => _service.SendAsync(row.Data.Item1, row.Data.Item2))];
        answers.Add(_service.SendAsync("DeleteTable", """{"TableName":"tab"}"""));
        answers.Add(_service.SendAsync("CreateTable", $$"""{"TableName":"tab",{{Service.PkOnly}}}"""));
        Assert.All(answers, static answer => Assert.False(answer.IsCompleted));
        _journal.Fail();

        Assert.All(await Task.WhenAll(answers), static answer => Assert.Equal(500, answer.Status));
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task Transaction_IsOneChangeWithItsToken()
    {
        await PrepareAsync();
        _journal.Records.Clear();
        Task<(int Status, string Body)> answer = _service.SendAsync(
            "TransactWriteItems",
            """
            {"ClientRequestToken":"token","TransactItems":[{"Put":{"TableName":"tab","Item":{"pk":{"S":"b"},"sk":{"N":"1"}}}},
              {"Delete":{"TableName":"tab","Key":{"pk":{"S":"old"},"sk":{"N":"1"}}}}]}
            """);
        _journal.Save();
        await answer;

        Assert.Equal([typeof(SavedItem), typeof(RemovedItem), typeof(SavedToken)], _journal.Records.Select(static record => record.GetType()));
        Assert.Equal("token", ((SavedToken)_journal.Records[2]).Token);
    }

    [Fact]
    public async Task RefusedWrite_SavesNothingAndWaitsForNothing()
    {
        await PrepareAsync();
        _journal.Records.Clear();
        (string code, _) = await _service.FailAsync("PutItem", Put[..^1] + ""","ConditionExpression":"attribute_exists(pk)"}""");

        Assert.Equal("ConditionalCheckFailedException", code);
        Assert.Empty(_journal.Records);
    }

    private async Task PrepareAsync()
    {
        Task created = _service.CreateIndexedAsync();
        _journal.Save();
        await created;
        Task<string> put = _service.AskAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"old"},"sk":{"N":"1"},"g":{"S":"G"},"h":{"N":"1"},"x":{"S":"x"}}}""");
        Task<string> tagged = _service.AskAsync("TagResource", """{"ResourceArn":"arn:aws:dynamodb:us-east-1:000000000000:table/tab","Tags":[{"Key":"k","Value":"w"}]}""");
        _journal.Save();
        await Task.WhenAll(put, tagged);
    }

    private async Task<string> StateAsync()
    {
        StringBuilder state = new();
        foreach ((string operation, string json) in Questions()) state.AppendLine((await _service.SendAsync(operation, json)).Body);
        return state.ToString();
    }

    private static IEnumerable<(string Operation, string Json)> Questions()
    {
        yield return ("ListTables", "{}");
        yield return ("DescribeTable", """{"TableName":"tab"}""");
        yield return ("DescribeTimeToLive", """{"TableName":"tab"}""");
        yield return ("DescribeContinuousBackups", """{"TableName":"tab"}""");
        yield return ("GetResourcePolicy", """{"ResourceArn":"arn:aws:dynamodb:us-east-1:000000000000:table/tab"}""");
        yield return ("ListContributorInsights", "{}");
        yield return ("DescribeKinesisStreamingDestination", """{"TableName":"tab"}""");
        yield return ("ListTagsOfResource", """{"ResourceArn":"arn:aws:dynamodb:us-east-1:000000000000:table/tab"}""");
        yield return ("Scan", """{"TableName":"tab"}""");
        foreach (string index in (string[])["lsi", "all", "keys", "some"])
            yield return ("Scan", $$"""{"TableName":"tab","IndexName":"{{index}}","ReturnConsumedCapacity":"INDEXES"}""");
    }
}
