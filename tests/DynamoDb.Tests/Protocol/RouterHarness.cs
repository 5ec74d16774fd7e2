using System.Text;
using Microsoft.AspNetCore.Http;
using RustStack.Core.Ids;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Protocol;

namespace RustStack.DynamoDb.Tests.Protocol;

/// <summary>A router with given operations, asked without a server.</summary>
internal sealed class RouterHarness(params DynamoDbOperation[] operations)
{
    public const string RequestId = "REQUEST1";

    public RecordingLogger Log { get; } = new();

    public DynamoDbRouter Router => new(operations, new IdSource(), Log) { BodyMemory = BodyMemory };

    /// <summary>What bodies may take.</summary>
    public BodyMemory BodyMemory { get; init; } = BodyMemory.Shared;

    public static DefaultHttpContext Request(string target, ReadOnlyMemory<byte> body, string method = "POST")
    {
        DefaultHttpContext http = new();
        http.Request.Method = method;
        http.Request.Path = "/";
        http.Request.Headers["X-Amz-Target"] = target;
        http.Request.ContentType = "application/x-amz-json-1.0";
        http.Request.ContentLength = body.Length;
        http.Request.Body = new MemoryStream(body.ToArray());
        http.Response.Body = new MemoryStream();
        return http;
    }

    public async Task<string> AskAsync(DefaultHttpContext http)
    {
        RequestContext request = new(RequestId, RequestContext.DefaultAccountId, "us-east-1", DateTimeOffset.UnixEpoch);
        await Router.HandleAsync(http, request);
        return Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());
    }

    public async Task<(int Status, string Body)> AskAsync(string target, string body)
    {
        DefaultHttpContext http = Request(target, Encoding.UTF8.GetBytes(body));
        string answer = await AskAsync(http);
        return (http.Response.StatusCode, answer);
    }
}
