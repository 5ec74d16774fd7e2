using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RustStack.Core.Errors;
using RustStack.Core.Ids;
using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.Core.Routing;
using RustStack.S3.Access;
using RustStack.S3.Cors;
using RustStack.S3.Errors;
using RustStack.S3.Protocol;
using RustStack.S3.Signing;

namespace RustStack.S3.Routing;

/// <summary>S3 behind the gateway: routes a request to its operation and turns errors into S3's answers.</summary>
internal sealed class S3Router : IServiceRouter
{
    private const int MaxKeyBytes = 1024;
    private const int HostIdBytes = 57;

    private readonly Dictionary<string, S3Operation> _operations;
    private readonly S3TargetReader _targets;
    private readonly IdSource _ids;
    private readonly ILogger _logger;
    private readonly CorsResponder? _cors;
    private readonly IAsyncDisposable? _owned;

    /// <summary>Makes the router.</summary>
    /// <param name="operations">The operations that are there; a known one that is not among them is refused by name.</param>
    /// <param name="options">The service's settings.</param>
    /// <param name="environment">What every service is given.</param>
    /// <param name="cors">Gives answers to other origins their headers.</param>
    /// <param name="owned">What is released with the router.</param>
    public S3Router(
        IEnumerable<S3Operation> operations,
        S3Options options,
        ServiceEnvironment environment,
        CorsResponder? cors = null,
        IAsyncDisposable? owned = null)
    {
        _operations = operations.ToDictionary(static operation => operation.Name, StringComparer.Ordinal);
        _targets = new(options);
        _ids = environment.Ids;
        _logger = environment.Loggers.CreateLogger("RustStack.S3");
        _cors = cors;
        _owned = owned;
    }

    /// <summary>Verifies signatures; null where they are not verified.</summary>
    public S3Authentication? Authentication { get; init; }

    /// <summary>Refuses what a caller, once known, may not do.</summary>
    public RequestAuthorizer? Authorizer { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ServiceNames { get; } = ["s3"];

    /// <inheritdoc/>
    public bool Matches(HttpRequest request) => true;

    /// <inheritdoc/>
    public string NewRequestId() => _ids.NewS3RequestId();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _owned?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async Task HandleAsync(HttpContext context, RequestContext request)
    {
        S3Answer answer = new(context, request, NewHostId());
        answer.WriteCommonHeaders();
        try
        {
            S3Target target = _targets.Read(context.Request);
            answer.Resource = target.Resource;
            answer.IsWebsite = target.IsWebsite;
            S3Exchange exchange = new(context, request, target);
            _cors?.Apply(exchange);
            exchange.Caller = Identify(context.Request, target, request.Time);
            S3Operation operation = FindOperation(context.Request, target);
            if (exchange.Caller is { } caller) Authorizer?.Check(operation.Name, caller, exchange);
            await operation.InvokeAsync(exchange, context.RequestAborted);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
        catch (Exception exception)
        {
            await answer.WriteErrorAsync(Translate(exception, request));
        }
    }

    /// <summary>Browsers ask with OPTIONS whether they may send a request, and sign nothing then.</summary>
    private Caller? Identify(HttpRequest request, S3Target target, DateTimeOffset now)
    {
        if (HttpMethods.IsOptions(request.Method)) return null;
        if (Authentication is not null && !target.IsWebsite) return Authentication.Authenticate(RequestHead.Of(request), target, now);
        S3Authentication.CheckExpiry(target.Query, now);
        return Authentication is null ? null : Caller.Anonymous;
    }

    private S3Operation FindOperation(HttpRequest request, S3Target target)
    {
        string name = S3RouteFinder.Find(request.Method, target, request.Headers);
        if (!_operations.TryGetValue(name, out S3Operation? operation)) throw ProtocolErrors.NotImplementedOperation(name);
        int keyBytes = Encoding.UTF8.GetByteCount(target.Key);
        return keyBytes <= MaxKeyBytes ? operation : throw ProtocolErrors.KeyTooLong(keyBytes, MaxKeyBytes);
    }

    private AwsException Translate(Exception exception, RequestContext request)
    {
        switch (exception)
        {
            case AwsException aws:
                return aws;
            case BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout }:
                return ProtocolErrors.RequestTimeout();
            case BadHttpRequestException:
                return ProtocolErrors.BadRequest();
            case JournalException unsaved:
                S3Log.NotSaved(_logger, request.RequestId, unsaved.Message);
                return ProtocolErrors.InternalError();
            default:
                S3Log.Failed(_logger, exception, request.RequestId);
                return ProtocolErrors.InternalError();
        }
    }

    private string NewHostId()
    {
        Span<byte> random = stackalloc byte[HostIdBytes];
        _ids.Fill(random);
        return Convert.ToBase64String(random);
    }
}
