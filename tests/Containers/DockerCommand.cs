using System.Diagnostics;

namespace RustStack.Containers;

/// <summary>The docker command, for what Testcontainers does not show.</summary>
internal static class DockerCommand
{
    /// <summary>Runs it and gives what it printed.</summary>
    /// <exception cref="InvalidOperationException">It exited with another code than 0.</exception>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        (int code, string output, string errors) = await TryAsync(arguments);
        return code == 0 ? output.Trim() : throw new InvalidOperationException($"docker {string.Join(' ', arguments)} exited with {code}: {errors}");
    }

    /// <summary>Runs it, whatever becomes of it.</summary>
    public static async Task<(int Code, string Output, string Errors)> TryAsync(params string[] arguments)
    {
        ProcessStartInfo start = new("docker", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOCKER_BUILDKIT"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
