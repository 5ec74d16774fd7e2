namespace RustStack.Server.Gateway;

/// <summary>What the gateway logs. Of a query only the names of its parameters are written: their values may be credentials.</summary>
internal static partial class GatewayLog
{
    /// <summary>A request has been answered.</summary>
    /// <param name="logger">The logger.</param>
    /// <param name="requestId">The request's id.</param>
    /// <param name="method">The request's method.</param>
    /// <param name="path">Its path and the names of its query parameters.</param>
    /// <param name="status">The answer's status.</param>
    /// <param name="milliseconds">From the request's head to the end of the answer.</param>
    [LoggerMessage(1, LogLevel.Debug, "Request {RequestId}: {Method} {Path} -> {Status} in {Milliseconds:F1} ms", SkipEnabledCheck = true)]
    public static partial void Answered(ILogger logger, string requestId, string method, string path, int status, double milliseconds);

    /// <summary>The client went away before its answer was complete.</summary>
    /// <param name="logger">The logger.</param>
    /// <param name="requestId">The request's id.</param>
    /// <param name="method">The request's method.</param>
    /// <param name="path">Its path.</param>
    [LoggerMessage(2, LogLevel.Debug, "Request {RequestId}: {Method} {Path}: the client went away")]
    public static partial void ClientGone(ILogger logger, string requestId, string method, string path);

    /// <summary>The request's body broke HTTP's rules.</summary>
    /// <param name="logger">The logger.</param>
    /// <param name="requestId">The request's id.</param>
    /// <param name="method">The request's method.</param>
    /// <param name="path">Its path.</param>
    /// <param name="reason">What was wrong with it.</param>
    [LoggerMessage(3, LogLevel.Debug, "Request {RequestId}: {Method} {Path}: {Reason}")]
    public static partial void Malformed(ILogger logger, string requestId, string method, string path, string reason);

    /// <summary>A defect: an exception that no service turned into an answer.</summary>
    /// <param name="logger">The logger.</param>
    /// <param name="exception">The exception.</param>
    /// <param name="requestId">The request's id.</param>
    /// <param name="method">The request's method.</param>
    /// <param name="path">Its path.</param>
    [LoggerMessage(4, LogLevel.Error, "Request {RequestId}: {Method} {Path} failed unexpectedly")]
    public static partial void Failed(ILogger logger, Exception exception, string requestId, string method, string path);

    /// <summary>The state could not be copied.</summary>
    /// <param name="logger">The logger.</param>
    /// <param name="reason">Why.</param>
    [LoggerMessage(5, LogLevel.Error, "The state was not saved to a client: {Reason}")]
    public static partial void BackupFailed(ILogger logger, string reason);
}
