namespace RustStack.Server.Initialization;

/// <summary>What has become of a script, in LocalStack's words.</summary>
internal enum InitScriptState
{
    /// <summary>It was found and has not run.</summary>
    Unknown,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It exited with 0.</summary>
    Successful,

    /// <summary>It exited with another code, could not be started or was ended.</summary>
    Error,
}
