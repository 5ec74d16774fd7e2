namespace RustStack.Server.Initialization;

/// <summary>The moments at which LocalStack runs a user's scripts, in their order.</summary>
internal enum InitStage
{
    /// <summary>Before anything else.</summary>
    Boot,

    /// <summary>Before the instance listens.</summary>
    Start,

    /// <summary>When it listens, before it says that it is ready.</summary>
    Ready,

    /// <summary>When it has been asked to stop and still answers.</summary>
    Shutdown,
}
