using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Microsoft.AspNetCore.Http;
using RustStack.Core.Errors;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Protocol;
using RustStack.DynamoDb.Tests.Items;

namespace RustStack.DynamoDb.Tests.Protocol;

public sealed class DynamoDbRouterTests
{
    private const string PutItem = "DynamoDB_20120810.PutItem";
    private const string Body = """{"TableName":"abc","Item":{"a":{"S":"x"}}}""";
    private const string DynamoDbSignature =
        "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=00";

    private static readonly Func<PutItemInput, PutItemOutput> Echo = static input => new() { Attributes = input.Item };

    [Theory]
    [InlineData("DynamoDB_20120810.PutItem", null, true)]
    [InlineData("DynamoDBStreams_20120810.ListStreams", null, true)]
    [InlineData("DynamoDB_20111205.PutItem", null, true)]
    [InlineData("Other.PutItem", null, false)]
    [InlineData("Other.PutItem", DynamoDbSignature, true)]
    [InlineData("", null, false)]
    [InlineData(null, DynamoDbSignature, false)]
    public void Matches_ByTargetAndSignature(string? target, string? authorization, bool expected)
    {
        DefaultHttpContext http = new();
        if (target is not null) http.Request.Headers["X-Amz-Target"] = target;
        if (authorization is not null) http.Request.Headers.Authorization = authorization;
        Assert.Equal(expected, new RouterHarness().Router.Matches(http.Request));
    }

    [Fact]
    public async Task KnownOperation_IsAnsweredWithEveryHeader()
    {
        DefaultHttpContext http = RouterHarness.Request(PutItem, Encoding.UTF8.GetBytes(Body));
        string answer = await new RouterHarness(new StubPutItem(Echo)).AskAsync(http);
        Assert.Equal("""{"Attributes":{"a":{"S":"x"}}}""", answer);
        Assert.Equal(200, http.Response.StatusCode);
        Assert.Equal("application/x-amz-json-1.0", http.Response.ContentType);
        Assert.Equal(RouterHarness.RequestId, http.Response.Headers["x-amzn-RequestId"]);
        Assert.Equal(answer.Length, http.Response.ContentLength);
        string crc = Crc32.HashToUInt32(Encoding.UTF8.GetBytes(answer)).ToString(CultureInfo.InvariantCulture);
        Assert.Equal(crc, http.Response.Headers["x-amz-crc32"]);
    }

    [Theory]
    [InlineData("application/x-amz-json-1.0", "application/x-amz-json-1.0")]
    [InlineData("application/x-amz-json-1.1", "application/x-amz-json-1.1")]
    [InlineData("application/json; charset=utf-8", "application/json")]
    [InlineData("text/plain", "application/x-amz-json-1.0")]
    [InlineData(null, "application/x-amz-json-1.0")]
    public async Task ContentType_IsTheOneAskedWithIfItIsJson(string? requested, string expected)
    {
        DefaultHttpContext http = RouterHarness.Request(PutItem, Encoding.UTF8.GetBytes(Body));
        http.Request.ContentType = requested;
        await new RouterHarness(new StubPutItem(Echo)).AskAsync(http);
        Assert.Equal(expected, http.Response.ContentType);
    }

    [Fact]
    public async Task OperationWithoutOutput_HasAnEmptyBody()
    {
        (int status, string body) = await new RouterHarness(new StubTagResource()).AskAsync(
            "DynamoDB_20120810.TagResource", """{"ResourceArn":"arn:aws:dynamodb:us-east-1:000000000000:table/abc","Tags":[]}""");
        Assert.Equal((200, ""), (status, body));
    }

    [Theory]
    [InlineData("DynamoDB_20120810.DeleteItem", """{"__type":"com.amazon.coral.service#UnknownOperationException","message":"The operation DeleteItem is not supported."}""")]
    [InlineData("DynamoDBStreams_20120810.GetRecords", """{"__type":"com.amazon.coral.service#UnknownOperationException","message":"The operation GetRecords is not supported."}""")]
    [InlineData("DynamoDB_20120810.Nonsense", """{"__type":"com.amazon.coral.service#UnknownOperationException"}""")]
    [InlineData("DynamoDB_20120810.putitem", """{"__type":"com.amazon.coral.service#UnknownOperationException"}""")]
    [InlineData("DynamoDB_20111205.PutItem", """{"__type":"com.amazon.coral.service#UnknownOperationException"}""")]
    [InlineData("DynamoDBStreams_20120810.PutItem", """{"__type":"com.amazon.coral.service#UnknownOperationException"}""")]
    [InlineData("DynamoDB", """{"__type":"com.amazon.coral.service#UnknownOperationException"}""")]
    public async Task OperationThatIsNotThere_IsUnknown(string target, string expected)
    {
        (int status, string body) = await new RouterHarness(new StubPutItem(Echo)).AskAsync(target, "{}");
        Assert.Equal((400, expected), (status, body));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task AnotherMethodThanPost_IsRefused(string method)
    {
        DefaultHttpContext http = RouterHarness.Request(PutItem, Encoding.UTF8.GetBytes(Body), method);
        string answer = await new RouterHarness(new StubPutItem(Echo)).AskAsync(http);
        Assert.Equal(400, http.Response.StatusCode);
        Assert.Equal($$"""{"__type":"com.amazon.coral.service#UnknownOperationException","message":"The method {{method}} is not supported: send a POST."}""", answer);
    }

    public static TheoryData<AwsException, int, string> Errors => new()
    {
        { DynamoDbErrors.Validation("No \"x\" <here>"), 400, """{"__type":"com.amazon.coral.validate#ValidationException","message":"No \"x\" <here>"}""" },
        { DynamoDbErrors.ResourceNotFound(), 400, """{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"Requested resource not found"}""" },
        { DynamoDbErrors.TableNotFound("abc"), 400, """{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"Requested resource not found: Table: abc not found"}""" },
        { DynamoDbErrors.TableExists("abc"), 400, """{"__type":"com.amazonaws.dynamodb.v20120810#ResourceInUseException","message":"Table already exists: abc"}""" },
        { new ConditionalCheckFailedException(null), 400, """{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"The conditional request failed"}""" },
        { new ConditionalCheckFailedException(JsonCodec.Item("""{"a":{"N":"1"}}""")), 400, """{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"The conditional request failed","Item":{"a":{"N":"1"}}}""" },
        { new TransactionCanceledException([new() { Code = "None" }, new() { Code = "ConditionalCheckFailed", Message = "The conditional request failed" }]), 400, """{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException","Message":"Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed]","CancellationReasons":[{"Code":"None"},{"Code":"ConditionalCheckFailed","Message":"The conditional request failed"}]}""" },
        { DynamoDbErrors.Internal("ID"), 500, """{"__type":"com.amazonaws.dynamodb.v20120810#InternalServerError","message":"Internal server error (request id ID)"}""" },
    };

    [Theory]
    [MemberData(nameof(Errors), DisableDiscoveryEnumeration = true)]
    public async Task Error_IsWrittenWithItsNamespaceAndMembers(AwsException error, int status, string expected)
    {
        RouterHarness harness = new(new StubPutItem(_ => throw error));
        Assert.Equal((status, expected), await harness.AskAsync(PutItem, Body));
        Assert.Empty(harness.Log.Lines);
    }

    [Fact]
    public async Task Defect_IsLoggedAndShowsNoStack()
    {
        RouterHarness harness = new(new StubPutItem(static _ => throw new InvalidDataException("secret")));
        (int status, string body) = await harness.AskAsync(PutItem, Body);
        Assert.Equal((500, """{"__type":"com.amazonaws.dynamodb.v20120810#InternalServerError","message":"Internal server error (request id REQUEST1)"}"""), (status, body));
        Assert.Equal(["Error: Request REQUEST1 (DynamoDB_20120810.PutItem) failed (InvalidDataException)"], harness.Log.Lines);
    }

    [Fact]
    public async Task ClientThatGoesAway_IsNoError()
    {
        RouterHarness harness = new(new StubPutItem(Echo));
        DefaultHttpContext http = RouterHarness.Request(PutItem, Encoding.UTF8.GetBytes(Body));
        http.RequestAborted = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => harness.AskAsync(http));
        Assert.Empty(harness.Log.Lines);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BodyBeyondTheLimit_IsTooLarge(bool announced)
    {
        DefaultHttpContext http = RouterHarness.Request(PutItem, new byte[RequestBody.MaxSizeBytes + 1]);
        if (!announced) http.Request.ContentLength = null;
        string answer = await new RouterHarness(new StubPutItem(Echo)).AskAsync(http);
        Assert.Equal(413, http.Response.StatusCode);
        Assert.Equal("""{"__type":"com.amazon.coral.service#RequestEntityTooLargeException","Message":"Request size exceeds the limit of 16777216 bytes"}""", answer);
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 400)]
    public async Task LargeBody_WhenBodiesTakeAllThereIs_IsThrottled(int beyond, int status)
    {
        byte[] body = new byte[BodyMemory.FreeBytes + beyond];
        body.AsSpan().Fill((byte)' ');
        Encoding.UTF8.GetBytes(Body).CopyTo(body, 0);
        RouterHarness harness = new(new StubPutItem(Echo)) { BodyMemory = new(0) };
        DefaultHttpContext http = RouterHarness.Request(PutItem, body);
        string answer = await harness.AskAsync(http);
        Assert.Equal(status, http.Response.StatusCode);
        if (status == 400) Assert.Equal("""{"__type":"com.amazon.coral.availability#ThrottlingException","message":"Rate of requests exceeds the allowed throughput."}""", answer);
        Assert.Equal(0, harness.BodyMemory.UsedBytes);
    }

    [Fact]
    public async Task BodyOfUnknownLength_IsReadWhole()
    {
        string value = new('x', 100_000);
        DefaultHttpContext http = RouterHarness.Request(PutItem, Encoding.UTF8.GetBytes($$$$"""{"TableName":"abc","Item":{"a":{"S":"{{{{value}}}}"}}}"""));
        http.Request.ContentLength = null;
        string answer = await new RouterHarness(new StubPutItem(Echo)).AskAsync(http);
        Assert.Equal($$$$"""{"Attributes":{"a":{"S":"{{{{value}}}}"}}}""", answer);
    }

    [Fact]
    public void ServiceNames_HaveStreamsWhenItHasOperations()
    {
        Assert.Equal(["dynamodb"], new RouterHarness(new StubPutItem(Echo)).Router.ServiceNames);
        Assert.Equal(["dynamodb", "dynamodbstreams"], new RouterHarness(new StubListStreams()).Router.ServiceNames);
    }

    [Fact]
    public void OneOperationTwice_IsADefect() =>
        Assert.ThrowsAny<ArgumentException>(() => new RouterHarness(new StubPutItem(Echo), new StubPutItem(Echo)).Router);
}
