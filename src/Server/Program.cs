using RustStack.Core.Options;
using RustStack.Core.Persistence;
using RustStack.Server.CommandLine;
using RustStack.Server.Hosting;
using RustStack.Server.Logging;
using RustStack.Server.Settings;
using RustStack.Storage.Sqlite;

namespace RustStack.Server;

/// <summary>The process: reads what it is asked to do, does it, and exits with a code of <see cref="ExitCode"/>.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        IReadOnlyList<Setting> settings = ServerOptions.Declare();
        CommandLineArguments arguments = CommandLineArguments.Parse(args, settings);
        if (arguments.Errors.Count > 0) return Refuse(arguments.Errors);
        switch (arguments.Action)
        {
            case CommandLineAction.Help:
                Console.Out.Write(HelpText.Write(settings));
                return ExitCode.Success;
            case CommandLineAction.Version:
                Console.Out.WriteLine($"ruststack {ProductVersion.Text}");
                return ExitCode.Success;
        }

        SettingsReader reader = new(new SettingsLookup(arguments, Environment.GetEnvironmentVariable).Find);
        ServerOptions options = ServerOptions.Read(reader);
        if (arguments.Action == CommandLineAction.HealthCheck) return await CheckHealthAsync(arguments.HealthCheckUrl, options);
        if (reader.Errors.Count > 0) return Refuse(reader.Errors);
        return arguments.StateFile is { } file ? await MoveStateAsync(arguments.Action, file, options) : await RunAsync(options);
    }

    private static int Refuse(IReadOnlyList<string> errors)
    {
        foreach (string error in errors) Console.Error.WriteLine(error);
        return ExitCode.UnusableSettings;
    }

    private static async Task<int> CheckHealthAsync(string? givenUrl, ServerOptions options)
    {
        Uri? url = givenUrl is null ? HealthCheck.UrlOf(options.Gateway.Addresses[0]) : HealthCheck.ParseUrl(givenUrl);
        if (url is null) return Refuse([$"--health-check is given '{givenUrl}', but it must be a URL such as http://127.0.0.1:4566."]);
        if (await HealthCheck.RunAsync(url) is not { } problem) return ExitCode.Success;
        await Console.Error.WriteLineAsync(problem);
        return ExitCode.Unhealthy;
    }

    private static async Task<int> MoveStateAsync(CommandLineAction action, string file, ServerOptions options)
    {
        string directory = options.Persistence.ChooseDirectory(Directory.Exists);
        try
        {
            if (action == CommandLineAction.ExportState) await StoppedState.ExportAsync(directory, file, CancellationToken.None);
            else await StoppedState.ImportAsync(directory, file, CancellationToken.None);
            return ExitCode.Success;
        }
        catch (StateException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return ExitCode.CannotStart;
        }
    }

    private static async Task<int> RunAsync(ServerOptions options)
    {
        using ShutdownSignal shutdown = new();
        await using LineLoggerFactory loggers = new(options.Logging.Filter, TimeProvider.System, Console.OpenStandardError());
        foreach (string name in options.Services.UnknownNames) await Console.Error.WriteLineAsync(UnknownService(name));
        try
        {
            await using RustStackHost host = await RustStackHost.StartAsync(
                options, RustStackHost.CreateEnvironment(options, TimeProvider.System, loggers));
            Announce(host);
            await shutdown.Received;
        }
        catch (Exception exception) when (exception is ListenException or StateException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return ExitCode.CannotStart;
        }

        return ExitCode.Success;
    }

    private static string UnknownService(string name) =>
        $"SERVICES names '{name}', which is not known and is left out; known are {ServiceOptions.KnownNames}.";

    /// <summary>Tells that the instance is up. Harnesses wait for the last line, which is exactly <c>Ready.</c></summary>
    private static void Announce(RustStackHost host)
    {
        Console.Out.WriteLine($"RustStack {ProductVersion.Text}");
        Console.Out.WriteLine($"Services: {string.Join(", ", host.ServiceNames)}");
        foreach (Uri address in host.Addresses) Console.Out.WriteLine($"Listening on {address.GetLeftPart(UriPartial.Authority)}");
        Console.Out.WriteLine("Ready.");
    }
}
