using System.Text;
using RustStack.Core.Ids;
using RustStack.Core.Requests;
using RustStack.Core.Routing;
using RustStack.Core.Signing;
using RustStack.Server.Initialization;
using RustStack.Storage.Sqlite;

namespace RustStack.Server.Gateway;

/// <summary>
/// What every request passes: the instance's own endpoints first, then the first service that matches. It gives the request its id,
/// account, region and time, and answers what no service answered.
/// </summary>
internal sealed class RequestGateway
{
    private readonly IServiceRouter[] _services;
    private readonly InstanceEndpoints _endpoints;
    private readonly StateBackup _backup;
    private readonly string _defaultRegion;
    private readonly AccessKeys _credentials;
    private readonly TimeProvider _time;
    private readonly IdSource _ids;
    private readonly ILogger _logger;

    /// <summary>Puts the gateway in front of services.</summary>
    /// <param name="services">The services, in the order in which they are asked.</param>
    /// <param name="environment">What the services were made with.</param>
    /// <param name="state">Where the services save; null when they do not.</param>
    /// <param name="isOpen">Whether requests need no signature.</param>
    /// <param name="scripts">The scripts that run at the stages of the start and the stop; null for none.</param>
    public RequestGateway(
        IReadOnlyList<IServiceRouter> services,
        ServiceEnvironment environment,
        StateDirectory? state = null,
        bool isOpen = true,
        InitScripts? scripts = null)
    {
        _services = [.. services];
        IEnumerable<string> names = services.SelectMany(static service => service.ServiceNames);
        scripts ??= InitScripts.None(environment.Loggers);
        _endpoints = new(names, scripts, () => state?.IsDegraded == true, environment.Time, environment.Ids);
        _defaultRegion = environment.DefaultRegion;
        _credentials = environment.Credentials;
        _time = environment.Time;
        _ids = environment.Ids;
        _logger = environment.Loggers.CreateLogger("RustStack.Gateway");
        _backup = new(state, isOpen, _logger);
    }

    /// <summary>Answers a request.</summary>
    /// <param name="context">The exchange.</param>
    /// <returns>A task that ends when the answer is written; it never fails.</returns>
    public Task HandleAsync(HttpContext context)
    {
        byte[]? document = _endpoints.Answer(context.Request);
        if (document is not null) return JsonAnswer.WriteAsync(context.Response, StatusCodes.Status200OK, document);
        if (StateBackup.Matches(context.Request)) return _backup.AnswerAsync(context);
        foreach (IServiceRouter service in _services)
        {
            if (service.Matches(context.Request)) return ServeAsync(service, context);
        }

        return AnswerNoServiceAsync(context);
    }

    private async Task ServeAsync(IServiceRouter service, HttpContext context)
    {
        long start = _time.GetTimestamp();
        RequestContext request = Identify(context.Request, service.NewRequestId());
        try
        {
            await service.HandleAsync(context, request);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            GatewayLog.ClientGone(_logger, request.RequestId, context.Request.Method, Target(context.Request));
            context.Abort();
        }
        catch (BadHttpRequestException exception)
        {
            GatewayLog.Malformed(_logger, request.RequestId, context.Request.Method, Target(context.Request), exception.Message);
            await AnswerFailureAsync(context, exception.StatusCode, exception.Message);
        }
        catch (Exception exception)
        {
            GatewayLog.Failed(_logger, exception, request.RequestId, context.Request.Method, Target(context.Request));
            await AnswerFailureAsync(context, StatusCodes.Status500InternalServerError, $"Internal error, request id {request.RequestId}.");
        }

        if (_logger.IsEnabled(LogLevel.Debug)) LogAnswered(context, request.RequestId, start);
    }

    private RequestContext Identify(HttpRequest request, string requestId)
    {
        CredentialScope? scope = CredentialScope.Of(request);
        string region = scope?.Region is { Length: > 0 } named ? named : _defaultRegion;
        string account = scope is null ? RequestContext.DefaultAccountId : _credentials.AccountOf(scope.AccessKeyId);
        return new(requestId, account, region, _time.GetUtcNow())
        {
            Host = request.Host.Value ?? "",
        };
    }

    private Task AnswerNoServiceAsync(HttpContext context)
    {
        string running = string.Join(", ", _services.SelectMany(static service => service.ServiceNames).Order(StringComparer.Ordinal));
        string message = $"No service of this instance answers {context.Request.Method} {context.Request.Path}; it runs: {running}.";
        context.Response.Headers["x-amz-request-id"] = _ids.NewS3RequestId();
        return JsonAnswer.WriteMessageAsync(context.Response, StatusCodes.Status404NotFound, message);
    }

    private static async Task AnswerFailureAsync(HttpContext context, int status, string message)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        await JsonAnswer.WriteMessageAsync(context.Response, status, message);
    }

    private void LogAnswered(HttpContext context, string requestId, long start)
    {
        double milliseconds = _time.GetElapsedTime(start).TotalMilliseconds;
        GatewayLog.Answered(_logger, requestId, context.Request.Method, Target(context.Request), context.Response.StatusCode, milliseconds);
    }

    private static string Target(HttpRequest request)
    {
        string path = request.Path.Value ?? "";
        if (!request.QueryString.HasValue) return path;
        StringBuilder target = new(path);
        char separator = '?';
        foreach (string name in request.Query.Keys)
        {
            target.Append(separator).Append(name);
            separator = '&';
        }

        return target.ToString();
    }
}
