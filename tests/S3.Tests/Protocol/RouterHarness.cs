using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Abstractions;
using RustStack.Core.Ids;
using RustStack.Core.Requests;
using RustStack.Core.Routing;
using RustStack.S3.Protocol;
using RustStack.S3.Routing;

namespace RustStack.S3.Tests.Protocol;

/// <summary>A router with the operations of a test, called without a server.</summary>
internal sealed class RouterHarness(params S3Operation[] operations)
{
    public const string RequestId = "0123456789ABCDEF";

    public static readonly DateTimeOffset Time = new(2009, 10, 12, 17, 50, 30, TimeSpan.Zero);

    private readonly S3Router _router = new(
        operations,
        new(true, true, S3Options.DefaultDomain, 0),
        new ServiceEnvironment("us-east-1", TimeProvider.System, new ZeroIds(), NullLoggerFactory.Instance));

    public async Task<HttpContext> SendAsync(
        string method, string target, string? body = null, params (string Name, string Value)[] headers)
    {
        DefaultHttpContext context = new();
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;
        context.Request.Method = method;
        context.Request.Host = new("localhost", 4566);
        context.Request.Scheme = "http";
        context.Response.Body = new MemoryStream();
        foreach ((string name, string value) in headers) context.Request.Headers[name] = value;
        if (body is not null)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(body);
            context.Request.Body = new MemoryStream(bytes);
            context.Request.ContentLength = bytes.Length;
        }

        await _router.HandleAsync(context, new(RequestId, RequestContext.DefaultAccountId, "us-east-1", Time));
        return context;
    }

    public static string Body(HttpContext context) => Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());

    private sealed class ZeroIds : IdSource
    {
        public override void Fill(Span<byte> bytes) => bytes.Clear();
    }
}
