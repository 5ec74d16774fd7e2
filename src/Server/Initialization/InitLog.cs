namespace RustStack.Server.Initialization;

/// <summary>What is logged of the user's scripts.</summary>
internal static partial class InitLog
{
    /// <summary>A script has succeeded.</summary>
    /// <param name="logger">The logger.</param>
    /// <param name="path">The script.</param>
    [LoggerMessage(1, LogLevel.Information, "Init script {Path} succeeded")]
    public static partial void Succeeded(ILogger logger, string path);

    /// <summary>A script has exited with another code than 0.</summary>
    /// <param name="logger">The logger.</param>
    /// <param name="path">The script.</param>
    /// <param name="code">Its exit code.</param>
    [LoggerMessage(2, LogLevel.Error, "Init script {Path} failed with exit code {Code}")]
    public static partial void Failed(ILogger logger, string path, int code);

    /// <summary>A script could not be started.</summary>
    /// <param name="logger">The logger.</param>
    /// <param name="path">The script.</param>
    /// <param name="reason">What the system said.</param>
    [LoggerMessage(3, LogLevel.Error, "Init script {Path} cannot be started: {Reason}")]
    public static partial void CannotStart(ILogger logger, string path, string reason);

    /// <summary>A script was ended because the instance is to stop.</summary>
    /// <param name="logger">The logger.</param>
    /// <param name="path">The script.</param>
    [LoggerMessage(4, LogLevel.Warning, "Init script {Path} was ended: the instance is to stop")]
    public static partial void Ended(ILogger logger, string path);
}
