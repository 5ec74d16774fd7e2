namespace RustStack.Server;

/// <summary>The exit codes of the process, as <c>--help</c> and <c>docs/configuration.md</c> list them.</summary>
internal static class ExitCode
{
    /// <summary>Stopped as asked, or the checked instance is healthy.</summary>
    public const int Success = 0;

    /// <summary>The checked instance is not healthy.</summary>
    public const int Unhealthy = 1;

    /// <summary>An option or a setting is unknown or unusable.</summary>
    public const int UnusableSettings = 2;

    /// <summary>An address could not be listened on, or the saved state cannot be used.</summary>
    public const int CannotStart = 3;
}
