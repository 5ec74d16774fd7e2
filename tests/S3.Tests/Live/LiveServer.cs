using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using RustStack.Core.Ids;
using RustStack.Core.Requests;
using RustStack.Core.Routing;
using RustStack.S3.Blobs;
using RustStack.S3.Operations;
using RustStack.S3.Routing;

namespace RustStack.S3.Tests.Live;

/// <summary>The operations of objects behind a real HTTP server, with a look at the files below them.</summary>
internal sealed class LiveServer : IAsyncDisposable
{
    private readonly SpillingBlobStore _blobs;
    private readonly S3Store _store;
    private readonly WebApplication _server;
    private readonly Channel<string> _finished = Channel.CreateUnbounded<string>();

    private LiveServer(long maxMemoryBytes)
    {
        _blobs = new SpillingBlobStore(maxMemoryBytes);
        IdSource ids = new();
        _store = new S3Store(_blobs, ids);
        ServiceEnvironment environment = new("us-east-1", TimeProvider.System, ids, NullLoggerFactory.Instance);
        S3Router router = new(
            [
                new CreateBucket(_store.Buckets),
                new CreateMultipartUpload(_store.Buckets, ids),
                new GetObject(_store.Buckets),
                new ListObjects(_store.Buckets),
                new ListParts(_store.Buckets),
                new PutObject(_store.Buckets, _store.Receiver),
                new UploadPart(_store.Buckets, _store.Receiver),
            ],
            new(true, true, S3Options.DefaultDomain, maxMemoryBytes),
            environment);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static options =>
        {
            options.Listen(IPAddress.Loopback, 0);
            options.Limits.MaxRequestBodySize = null;
        });
        _server = builder.Build();
        _server.Run(async context =>
        {
            RequestContext request = new(
                router.NewRequestId(), RequestContext.DefaultAccountId, "us-east-1", TimeProvider.System.GetUtcNow());
            try
            {
                await router.HandleAsync(context, request);
            }
            finally
            {
                _finished.Writer.TryWrite(context.Request.Method);
            }
        });
    }

    public Uri Address => new(_server.Urls.Single());

    /// <summary>The files that hold bytes now.</summary>
    public int FileCount => _blobs.Folder is { } folder ? Directory.GetFiles(folder).Length : 0;

    public static async Task<LiveServer> StartAsync(long maxMemoryBytes)
    {
        LiveServer server = new(maxMemoryBytes);
        await server._server.StartAsync();
        return server;
    }

    /// <summary>Waits until the server is done with a request of a method, whatever became of its connection.</summary>
    public async Task WaitForEndAsync(string method)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        while (await _finished.Reader.ReadAsync(patience.Token) != method)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _store.DisposeAsync();
    }
}
