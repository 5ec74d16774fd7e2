using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RustStack.Core.Ids;
using RustStack.Core.Requests;
using RustStack.Core.Routing;
using RustStack.Core.Signing;
using RustStack.DynamoDb.Persistence;
using RustStack.DynamoDb.Tests.Protocol;

namespace RustStack.DynamoDb.Tests.Operations;

/// <summary>The whole service, asked without a server: JSON in, status and JSON out.</summary>
internal sealed class Service
{
    public const string PkOnly = """
        "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],"BillingMode":"PAY_PER_REQUEST"
        """;

    private readonly FakeTimeProvider _clock = new(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly IServiceRouter _router;

    public Service()
        : this(new(SkipSignatureValidation: true))
    {
    }

    public Service(DynamoDbOptions options, ITableStorage? storage = null, AccessKeys? keys = null) => _router = DynamoDbService.Create(
        options, new("us-east-1", _clock, new IdSource(), NullLoggerFactory.Instance) { Credentials = keys ?? AccessKeys.None }, storage);

    /// <summary>The time of the requests and of the service's clock; tests move it onwards.</summary>
    public DateTimeOffset Time
    {
        get => _clock.GetUtcNow();
        set => _clock.SetUtcNow(value);
    }

    public string AccountId { get; set; } = RequestContext.DefaultAccountId;

    public string Region { get; set; } = "us-east-1";

    public async Task<(int Status, string Body)> SendAsync(string operation, string json)
    {
        string prefix = Generated.Streams.OperationTable.Names.Contains(operation)
            ? Generated.Streams.OperationTable.TargetPrefix
            : Generated.OperationTable.TargetPrefix;
        return await SendAsync(RouterHarness.Request(prefix + operation, Encoding.UTF8.GetBytes(json)));
    }

    public async Task<(int Status, string Body)> SendAsync(DefaultHttpContext http)
    {
        await _router.HandleAsync(http, new("REQUEST1", AccountId, Region, Time) { Host = "localhost:4566" });
        return (http.Response.StatusCode, Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray()));
    }

    /// <summary>Ends the service, its sweep included.</summary>
    public ValueTask StopAsync() => _router.DisposeAsync();

    /// <summary>Describes a table.</summary>
    public async Task<JsonElement> DescribeAsync(string name = "tab") =>
        (await AskJsonAsync("DescribeTable", $$"""{"TableName":"{{name}}"}""")).GetProperty("Table");

    /// <summary>Asks and expects success.</summary>
    public async Task<string> AskAsync(string operation, string json)
    {
        (int status, string body) = await SendAsync(operation, json);
        Assert.True(status == 200, $"{operation} {json}: {body}");
        return body;
    }

    public async Task<JsonElement> AskJsonAsync(string operation, string json)
    {
        using var document = JsonDocument.Parse(await AskAsync(operation, json));
        return document.RootElement.Clone();
    }

    /// <summary>Asks and expects an error: its code without the namespace, and its text.</summary>
    public async Task<(string Code, string Message)> FailAsync(string operation, string json)
    {
        (int status, string body) = await SendAsync(operation, json);
        Assert.True(status == 400, $"{operation} {json}: {status} {body}");
        using var document = JsonDocument.Parse(body);
        string type = document.RootElement.GetProperty("__type").GetString()!;
        bool upper = document.RootElement.TryGetProperty("Message", out JsonElement message);
        return (type[(type.IndexOf('#', StringComparison.Ordinal) + 1)..],
            (upper ? message : document.RootElement.GetProperty("message")).GetString()!);
    }

    /// <summary>Creates a table of one string key <c>pk</c>.</summary>
    public Task CreateSimpleAsync(string name = "tab") => AskAsync("CreateTable", $$"""{"TableName":"{{name}}",{{PkOnly}}}""");

    /// <summary>Creates a table with sort key and indexes: GSIs <c>all</c>, <c>keys</c>, <c>some</c> (with <c>x</c>), LSI <c>lsi</c> (keys only).</summary>
    public Task CreateIndexedAsync(string name = "tab") => AskAsync("CreateTable", $$$"""
        {"TableName":"{{{name}}}","BillingMode":"PAY_PER_REQUEST",
         "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"N"},
           {"AttributeName":"g","AttributeType":"S"},{"AttributeName":"h","AttributeType":"N"}],
         "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],
         "LocalSecondaryIndexes":[{"IndexName":"lsi","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"h","KeyType":"RANGE"}],
           "Projection":{"ProjectionType":"KEYS_ONLY"}}],
         "GlobalSecondaryIndexes":[
           {"IndexName":"all","KeySchema":[{"AttributeName":"g","KeyType":"HASH"},{"AttributeName":"h","KeyType":"RANGE"}],"Projection":{"ProjectionType":"ALL"}},
           {"IndexName":"keys","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],"Projection":{"ProjectionType":"KEYS_ONLY"}},
           {"IndexName":"some","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],"Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["x"]}}]}
        """);
}
