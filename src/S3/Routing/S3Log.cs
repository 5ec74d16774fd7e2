using Microsoft.Extensions.Logging;

namespace RustStack.S3.Routing;

/// <summary>What the service logs of requests.</summary>
internal static partial class S3Log
{
    [LoggerMessage(1, LogLevel.Error, "Request {RequestId} failed.")]
    public static partial void Failed(ILogger logger, Exception exception, string requestId);
}
