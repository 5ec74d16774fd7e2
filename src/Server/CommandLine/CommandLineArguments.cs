using RustStack.Core.Options;

namespace RustStack.Server.CommandLine;

/// <summary>The arguments of the process: what to do, and settings given as options.</summary>
internal sealed class CommandLineArguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<string> _errors = [];

    private CommandLineArguments()
    {
    }

    /// <summary>What the process is to do.</summary>
    public CommandLineAction Action { get; private set; } = CommandLineAction.Run;

    /// <summary>The URL after <c>--health-check</c>, or null when there is none.</summary>
    public string? HealthCheckUrl { get; private set; }

    /// <summary>The file of <c>state export</c> or <c>state import</c>, or null.</summary>
    public string? StateFile { get; private set; }

    /// <summary>One sentence for every unusable argument.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>
    /// Reads the arguments: <c>--name value</c> or <c>--name=value</c> for each setting, the last one holding, and the actions.
    /// </summary>
    /// <param name="args">The arguments.</param>
    /// <param name="settings">Every setting that there is.</param>
    /// <returns>What they say; see <see cref="Errors"/>.</returns>
    public static CommandLineArguments Parse(IReadOnlyList<string> args, IReadOnlyList<Setting> settings)
    {
        CommandLineArguments result = new();
        Dictionary<string, Setting> options = settings.ToDictionary(static setting => setting.OptionName, StringComparer.Ordinal);
        int first = result.TakeState(args);
        for (int i = first; i < args.Count;) i += result.Take(args[i], i + 1 < args.Count ? args[i + 1] : null, options);
        return result;
    }

    /// <summary>A setting's value as an option gave it.</summary>
    /// <param name="name">The setting's name, such as <c>GATEWAY_LISTEN</c>.</param>
    /// <returns>The value, or null when no option gave one.</returns>
    public string? ValueOf(string name) => _values.GetValueOrDefault(name);

    /// <summary>Takes <c>state export FILE</c> or <c>state import FILE</c> from the start.</summary>
    /// <returns>How many arguments were taken.</returns>
    private int TakeState(IReadOnlyList<string> args)
    {
        if (args is not ["state", ..]) return 0;
        if (args is ["state", "export" or "import", { Length: > 0 } file, ..] && !file.StartsWith('-'))
        {
            Action = args[1] == "export" ? CommandLineAction.ExportState : CommandLineAction.ImportState;
            StateFile = file;
            return 3;
        }

        _errors.Add("'state' must be followed by export FILE or import FILE.");
        return args.Count;
    }

    /// <summary>Takes one argument, and the next as its value where it has one.</summary>
    /// <returns>How many arguments were taken.</returns>
    private int Take(string argument, string? next, Dictionary<string, Setting> options)
    {
        int equals = argument.IndexOf('=');
        string name = equals < 0 ? argument : argument[..equals];
        string? value = equals < 0 ? null : argument[(equals + 1)..];
        switch (name)
        {
            case "--help" or "-h" when value is null:
                Action = CommandLineAction.Help;
                return 1;
            case "--version" or "-V" when value is null:
                if (Action != CommandLineAction.Help) Action = CommandLineAction.Version;
                return 1;
            case "--health-check":
                if (Action == CommandLineAction.Run) Action = CommandLineAction.HealthCheck;
                bool takesNext = value is null && next is not null && !next.StartsWith('-');
                HealthCheckUrl = takesNext ? next : value;
                return takesNext ? 2 : 1;
        }

        if (!options.TryGetValue(name, out Setting? setting))
        {
            _errors.Add($"Unknown option '{name}'; --help lists every option.");
            return 1;
        }

        if (value is null && (next is null || next.StartsWith("--", StringComparison.Ordinal)))
        {
            _errors.Add($"Option '{name}' needs a value: {setting.Allowed}.");
            return 1;
        }

        _values[setting.Name] = value ?? next!;
        return value is null ? 2 : 1;
    }
}
