using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RustStack.Core.Errors;
using RustStack.Core.Ids;
using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.Core.Routing;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;

namespace RustStack.DynamoDb.Protocol;

/// <summary>Answers what is sent to DynamoDB or DynamoDB Streams: finds the operation, runs it, writes its answer or its error.</summary>
internal sealed partial class DynamoDbRouter : IServiceRouter
{
    private const string TargetHeader = "X-Amz-Target";
    private const string TargetStart = "DynamoDB";
    private const int InitialAnswerSizeBytes = 1024;

    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static readonly FrozenSet<string> KnownTargets = OperationTable.Names.Select(static name => OperationTable.TargetPrefix + name)
        .Concat(Generated.Streams.OperationTable.Names.Select(static name => Generated.Streams.OperationTable.TargetPrefix + name))
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, DynamoDbOperation> _operations;
    private readonly IdSource _ids;
    private readonly ILogger _logger;
    private readonly IAsyncDisposable? _background;

    /// <summary>Makes a router.</summary>
    /// <param name="operations">The operations that are there, each once.</param>
    /// <param name="ids">Makes request ids.</param>
    /// <param name="logger">Receives defects.</param>
    /// <param name="background">What runs beside the requests; the router ends it.</param>
    public DynamoDbRouter(
        IReadOnlyList<DynamoDbOperation> operations, IdSource ids, ILogger logger, IAsyncDisposable? background = null)
    {
        _operations = operations.ToFrozenDictionary(static operation => operation.Target, StringComparer.Ordinal);
        _ids = ids;
        _logger = logger;
        _background = background;
        bool hasStreams = _operations.Keys.Any(
            static target => target.StartsWith(Generated.Streams.OperationTable.TargetPrefix, StringComparison.Ordinal));
        ServiceNames = hasStreams ? ["dynamodb", "dynamodbstreams"] : ["dynamodb"];
    }

    /// <summary>Bounds the bodies of all requests together.</summary>
    public BodyMemory BodyMemory { get; init; } = BodyMemory.Shared;

    /// <summary>Verifies signatures; null where they are not verified.</summary>
    public RequestAuthentication? Authentication { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ServiceNames { get; }

    /// <inheritdoc/>
    public bool Matches(HttpRequest request) => request.Headers[TargetHeader] is [{ } target, ..]
        && (target.StartsWith(TargetStart, StringComparison.Ordinal) || IsSignedForDynamoDb(request));

    /// <inheritdoc/>
    public string NewRequestId() => _ids.NewDynamoDbRequestId();

    /// <inheritdoc/>
    public async Task HandleAsync(HttpContext context, RequestContext request)
    {
        using PooledBuffer answer = new(InitialAnswerSizeBytes);
        int statusCode = StatusCodes.Status200OK;
        try
        {
            await InvokeAsync(context, request, answer).ConfigureAwait(false);
        }
        catch (AwsException error)
        {
            statusCode = WriteError(answer, error);
        }
        catch (JournalException exception)
        {
            LogUnsaved(_logger, request.RequestId, exception.Message);
            statusCode = WriteError(answer, DynamoDbErrors.Internal(request.RequestId));
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            LogDefect(_logger, exception, request.RequestId, context.Request.Headers[TargetHeader].ToString());
            statusCode = WriteError(answer, DynamoDbErrors.Internal(request.RequestId));
        }

        await DynamoDbResponse.SendAsync(context, statusCode, request.RequestId, answer.Written).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _background?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static int WriteError(PooledBuffer answer, AwsException error)
    {
        answer.Clear();
        using Utf8JsonWriter writer = new(answer, WriterOptions);
        ErrorBody.Write(writer, error);
        return error.StatusCode;
    }

    // An unknown target with a signature for DynamoDB is DynamoDB's to refuse.
    private static bool IsSignedForDynamoDb(HttpRequest request) =>
        CredentialScope.Of(request) is { Service: "dynamodb" };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Request {RequestId} was refused: {Reason}")]
    private static partial void LogUnsaved(ILogger logger, string requestId, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {RequestId} ({Target}) failed")]
    private static partial void LogDefect(ILogger logger, Exception exception, string requestId, string target);

    private async ValueTask InvokeAsync(HttpContext context, RequestContext request, PooledBuffer answer)
    {
        DynamoDbOperation operation = Find(context.Request);
        using BodyLease memory = BodyMemory.Lease();
        using PooledBuffer body = await RequestBody.ReadAsync(context.Request, memory, context.RequestAborted).ConfigureAwait(false);
        Authentication?.Verify(context.Request, body.Written.Span, request.Time);
        await using Utf8JsonWriter writer = new(answer, WriterOptions);
        await operation.InvokeAsync(body.Written, writer, request, context.RequestAborted).ConfigureAwait(false);
    }

    private DynamoDbOperation Find(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method)) throw DynamoDbErrors.UnsupportedMethod(request.Method);
        string target = request.Headers[TargetHeader].ToString();
        if (_operations.TryGetValue(target, out DynamoDbOperation? operation)) return operation;
        throw KnownTargets.Contains(target)
            ? DynamoDbErrors.UnsupportedOperation(target[(target.IndexOf('.', StringComparison.Ordinal) + 1)..])
            : DynamoDbErrors.UnknownOperation();
    }
}
