using Microsoft.Extensions.Logging;

namespace RustStack.S3.Routing;

/// <summary>What the service logs.</summary>
internal static partial class S3Log
{
    [LoggerMessage(1, LogLevel.Error, "Request {RequestId} failed.")]
    public static partial void Failed(ILogger logger, Exception exception, string requestId);

    [LoggerMessage(3, LogLevel.Warning, "Request {RequestId} changed nothing: {Reason}")]
    public static partial void NotSaved(ILogger logger, string requestId, string reason);

    [LoggerMessage(2, LogLevel.Error, "A pass of the lifecycle rules failed.")]
    public static partial void SweepFailed(ILogger logger, Exception exception);
}
