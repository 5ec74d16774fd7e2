using System.ComponentModel;
using System.Diagnostics;

namespace RustStack.Server.Initialization;

/// <summary>
/// The scripts that a user puts into <c>boot.d</c>, <c>start.d</c>, <c>ready.d</c> and <c>shutdown.d</c>. They run one after the other, by
/// name, those of a folder before those of its subfolders; one that fails stops nothing.
/// Source: LocalStack's documentation, "Initialization Hooks".
/// </summary>
internal sealed class InitScripts
{
    /// <summary>Where LocalStack has them.</summary>
    public const string DefaultFolder = "/etc/localstack/init";

    private const string EndpointVariable = "AWS_ENDPOINT_URL";

    private readonly ILogger _logger;
    private readonly bool[] _isCompleted = new bool[Stages.Count];

    private InitScripts(IReadOnlyList<InitScript> scripts, ILogger logger)
    {
        Scripts = scripts;
        _logger = logger;
    }

    /// <summary>Every stage, in their order.</summary>
    public static IReadOnlyList<InitStage> Stages { get; } = [InitStage.Boot, InitStage.Start, InitStage.Ready, InitStage.Shutdown];

    /// <summary>The scripts, in the order in which they run.</summary>
    public IReadOnlyList<InitScript> Scripts { get; }

    /// <summary>Looks for scripts.</summary>
    /// <param name="folder">The folder of the stages' folders; it may not be there.</param>
    /// <param name="loggers">Makes the logger.</param>
    /// <returns>What there is, none of it run yet.</returns>
    public static InitScripts Find(string folder, ILoggerFactory loggers)
    {
        ILogger logger = loggers.CreateLogger("RustStack.Init");
        if (!Directory.Exists(folder)) return new([], logger);
        return new([.. Stages.SelectMany(stage => FilesBelow(FolderOf(folder, stage)).Select(path => new InitScript(stage, path)))], logger);
    }

    /// <summary>Gives what an instance without scripts has: the stages of the start are over.</summary>
    /// <param name="loggers">Makes the logger.</param>
    /// <returns>No scripts.</returns>
    public static InitScripts None(ILoggerFactory loggers)
    {
        InitScripts none = new([], loggers.CreateLogger("RustStack.Init"));
        foreach (InitStage stage in (InitStage[])[InitStage.Boot, InitStage.Start, InitStage.Ready]) Volatile.Write(ref none._isCompleted[(int)stage], true);
        return none;
    }

    /// <summary>Tells whether every script of a stage has run.</summary>
    /// <param name="stage">The stage.</param>
    /// <returns>Whether they have.</returns>
    public bool IsCompleted(InitStage stage) => Volatile.Read(ref _isCompleted[(int)stage]);

    /// <summary>Runs the scripts of a stage, one after the other. What they print goes where this process prints.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="endpoint">Where the instance listens, for the scripts' AWS clients; null while it does not.</param>
    /// <param name="stop">Ends when the instance is to stop: a script that runs is ended and the rest is left out.</param>
    /// <returns>A task that ends when the stage is completed or stopped.</returns>
    public async Task RunAsync(InitStage stage, Uri? endpoint, Task stop)
    {
        foreach (InitScript script in Scripts.Where(script => script.Stage == stage))
        {
            if (stop.IsCompleted) return;
            script.State = InitScriptState.Running;
            script.State = await RunAsync(script, endpoint, stop) ? InitScriptState.Successful : InitScriptState.Error;
        }

        Volatile.Write(ref _isCompleted[(int)stage], true);
    }

    private async Task<bool> RunAsync(InitScript script, Uri? endpoint, Task stop)
    {
        try
        {
            using Process process = Process.Start(CommandOf(script.Path, endpoint))!;
            Task exit = process.WaitForExitAsync();
            if (await Task.WhenAny(exit, stop) != exit)
            {
                process.Kill();
                await exit;
                InitLog.Ended(_logger, script.Path);
                return false;
            }

            if (process.ExitCode == 0) InitLog.Succeeded(_logger, script.Path);
            else InitLog.Failed(_logger, script.Path, process.ExitCode);
            return process.ExitCode == 0;
        }
        catch (Win32Exception exception)
        {
            InitLog.CannotStart(_logger, script.Path, exception.Message);
            return false;
        }
    }

    private static ProcessStartInfo CommandOf(string path, Uri? endpoint)
    {
        ProcessStartInfo command = Path.GetExtension(path) == ".py" ? new("python3", [path]) : new(path);
        if (endpoint is not null) command.Environment.TryAdd(EndpointVariable, endpoint.GetLeftPart(UriPartial.Authority));
        return command;
    }

    private static string FolderOf(string folder, InitStage stage) => Path.Combine(folder, stage.ToString().ToLowerInvariant() + ".d");

    private static IEnumerable<string> FilesBelow(string folder)
    {
        if (!Directory.Exists(folder)) return [];
        IEnumerable<string> scripts = Directory.EnumerateFiles(folder)
            .Where(static path => Path.GetExtension(path) is ".sh" or ".py").Order(StringComparer.Ordinal);
        return scripts.Concat(Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).SelectMany(FilesBelow));
    }
}
