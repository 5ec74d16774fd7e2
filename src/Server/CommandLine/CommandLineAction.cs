namespace RustStack.Server.CommandLine;

/// <summary>What the process is to do.</summary>
internal enum CommandLineAction
{
    /// <summary>Run an instance.</summary>
    Run,

    /// <summary>Print the options and stop.</summary>
    Help,

    /// <summary>Print the version and stop.</summary>
    Version,

    /// <summary>Ask a running instance whether it is healthy.</summary>
    HealthCheck,

    /// <summary>Write the state of a stopped instance to a file.</summary>
    ExportState,

    /// <summary>Make the state of a stopped instance of a file.</summary>
    ImportState,
}
