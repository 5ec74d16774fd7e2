using System.Globalization;
using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using RustStack.Integration.Hosting;
using RustStack.Integration.RawHttp;

namespace RustStack.Integration.DynamoDb.Raw;

/// <summary>What the SDK hides of DynamoDB's wire: error types, checksums, malformed requests.</summary>
[Trait(RunningInstance.Requests, RunningInstance.Unsigned)]
public sealed class ProtocolTests(RunningInstance instance) : DynamoDbTest(instance)
{
    private const string Target = "DynamoDB_20120810.";
    private const string Dynamo2012 = "com.amazonaws.dynamodb.v20120810#";
    private const string Coral = "com.amazon.coral.service#";

    [Fact]
    public async Task Answer_HasTypeIdAndChecksum()
    {
        RawAnswer answer = await SendAsync("ListTables", "{}");

        Assert.Equal(200, answer.Status);
        Assert.Equal("application/x-amz-json-1.0", answer.Header("content-type"));
        Assert.Matches("^[0-9A-V]{52}$", answer.Header("x-amzn-requestid"));
        Assert.Equal(Crc32.HashToUInt32(answer.Body).ToString(CultureInfo.InvariantCulture), answer.Header("x-amz-crc32"));
        Assert.Equal(answer.Body.Length.ToString(CultureInfo.InvariantCulture), answer.Header("content-length"));
    }

    [Fact]
    public async Task Error_HasTypeIdAndChecksum()
    {
        RawAnswer answer = await SendAsync("DescribeTable", """{"TableName":"absent-raw"}""");

        IsError(answer, $"{Dynamo2012}ResourceNotFoundException", "Requested resource not found: Table: absent-raw not found");
        Assert.Equal("application/x-amz-json-1.0", answer.Header("content-type"));
        Assert.Equal(Crc32.HashToUInt32(answer.Body).ToString(CultureInfo.InvariantCulture), answer.Header("x-amz-crc32"));
    }

    [Theory]
    [InlineData("Nonsense")]
    [InlineData("")]
    [InlineData("putItem")]
    public async Task UnknownOperation_IsRefused(string operation) =>
        IsErrorType(await SendAsync(operation, "{}"), $"{Coral}UnknownOperationException");

    [Fact]
    public async Task OperationThatIsNotThereYet_IsRefusedByName()
    {
        RawAnswer answer = await SendAsync("ListExports", "{}");

        IsErrorType(answer, $"{Coral}UnknownOperationException");
        Assert.Contains("ListExports", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"TableName\":1}")]
    [InlineData("{\"TableName\":\"ttt\",\"Item\":[]}")]
    [InlineData("{\"TableName\":\"ttt\",\"Item\":{\"pk\":\"1\"}}")]
    [InlineData("{\"TableName\":\"ttt\",\"Item\":{\"pk\":{\"S\":1}}}")]
    [InlineData("{\"TableName\":\"ttt\",\"Item\":{\"pk\":{\"B\":\"not base64!\"}}}")]
    [InlineData("{} trailing")]
    public async Task MalformedJson_IsASerializationError(string body) =>
        IsErrorType(await SendAsync("PutItem", body), $"{Coral}SerializationException");

    [Fact]
    public async Task DeepNesting_IsRefusedWithoutHarm()
    {
        const int Levels = 10_000;
        string opened = string.Concat(Enumerable.Repeat("{\"L\":[", Levels));
        string deep = opened + "{\"S\":\"x\"}" + string.Concat(Enumerable.Repeat("]}", Levels));

        RawAnswer answer = await SendAsync("PutItem", $$$$"""{"TableName":"ttt","Item":{"pk":{"S":"1"},"v":{{{{deep}}}}}}""");

        Assert.Equal(400, answer.Status);
        Assert.Equal(200, (await SendAsync("ListTables", "{}")).Status);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task OtherMethods_AreRefused(string method)
    {
        byte[]? body = method == "GET" ? null : [];
        RawAnswer answer = await RawConnection.SendAsync(Instance.Address, $"{method} /", [$"X-Amz-Target: {Target}ListTables"], body);

        Assert.InRange(answer.Status, 400, 499);
        Assert.Contains("__type", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingMember_FailsItsConstraint()
    {
        RawAnswer answer = await SendAsync("GetItem", """{"TableName":"ttt"}""");

        IsError(
            answer, "com.amazon.coral.validate#ValidationException",
            "1 validation error detected: Value null at 'key' failed to satisfy constraint: Member must not be null");
    }

    [Fact]
    public async Task TwoTypesAtOnce_AreRefused()
    {
        string table = await NewTableAsync();

        RawAnswer answer = await SendAsync("PutItem", $$$$"""{"TableName":"{{{{table}}}}","Item":{"pk":{"S":"1","N":"1"}}}""");

        IsError(
            answer, "com.amazon.coral.validate#ValidationException",
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
    }

    [Fact]
    public async Task NoType_IsRefused()
    {
        string table = await NewTableAsync();

        RawAnswer answer = await SendAsync("PutItem", $$$$"""{"TableName":"{{{{table}}}}","Item":{"pk":{"S":"1"},"v":{}}}""");

        IsError(
            answer, "com.amazon.coral.validate#ValidationException",
            "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    }

    [Fact]
    public async Task FailedCondition_CarriesTheItem()
    {
        string table = await NewTableAsync();
        await PutAsync(table, Item(("pk", "1"), ("v", 2)));

        RawAnswer answer = await SendAsync(
            "PutItem",
            $$$$"""
            {
              "TableName": "{{{{table}}}}", "Item": {"pk": {"S": "1"}},
              "ConditionExpression": "attribute_not_exists(pk)", "ReturnValuesOnConditionCheckFailure": "ALL_OLD"
            }
            """);

        IsError(answer, $"{Dynamo2012}ConditionalCheckFailedException", "The conditional request failed");
        Assert.Equal("""{"pk":{"S":"1"},"v":{"N":"2"}}""", JsonDocument.Parse(answer.Text).RootElement.GetProperty("Item").GetRawText());
    }

    [Fact]
    public async Task ArbitraryBodies_NeverFailTheServer()
    {
        const int Seed = 71;
        var random = new Random(Seed);
        string[] pieces =
        [
            "{", "}", "[", "]", ":", ",", "\"", "\"TableName\"", "\"Item\"", "\"S\"", "\"N\"", "\"M\"", "null", "true", "1e999",
            "\\u0000", "é", "\"ttt\"", " ",
        ];
        for (int i = 0; i < 300; i++)
        {
            var body = new StringBuilder("{\"TableName\":\"ttt\",\"Item\":");
            for (int n = random.Next(20); n > 0; n--) body.Append(pieces[random.Next(pieces.Length)]);
            RawAnswer answer = await SendAsync("PutItem", body.ToString());
            Assert.True(answer.Status == 400, $"seed {Seed}: {answer.Status} for {body}");
        }
    }

    private static void IsError(RawAnswer answer, string type, string message)
    {
        IsErrorType(answer, type);
        Assert.Equal(message, JsonDocument.Parse(answer.Text).RootElement.GetProperty("message").GetString());
    }

    private static void IsErrorType(RawAnswer answer, string type)
    {
        Assert.True(answer.Status == 400, $"{answer.Status}: {answer.Text}");
        Assert.Equal(type, JsonDocument.Parse(answer.Text).RootElement.GetProperty("__type").GetString());
    }

    private Task<RawAnswer> SendAsync(string operation, string body) => RawConnection.SendAsync(
        Instance.Address,
        "POST /",
        [$"X-Amz-Target: {Target}{operation}", "Content-Type: application/x-amz-json-1.0"],
        Encoding.UTF8.GetBytes(body));
}
