using System.ComponentModel;
using RustStack.Containers;

[assembly: AssemblyFixture(typeof(Images))]

namespace RustStack.Containers;

/// <summary>
/// The images under test: those that <c>RUSTSTACK_IMAGE</c> and <c>RUSTSTACK_COMPAT_IMAGE</c> name, else built from the repository. Without an engine
/// every test is skipped and says so; with <c>REQUIRE_ENGINE=1</c> it fails instead.
/// </summary>
public sealed class Images : IAsyncLifetime
{
    private string? _problem;

    /// <summary>The image with the executable alone.</summary>
    public string Empty { get; private set; } = "";

    /// <summary>The image with a shell.</summary>
    public string Compat { get; private set; } = "";

    /// <summary>Ends the test here when there is no engine.</summary>
    public void RequireEngine()
    {
        if (_problem is null) return;
        if (Environment.GetEnvironmentVariable("REQUIRE_ENGINE") == "1") Assert.Fail($"REQUIRE_ENGINE is 1, but {_problem}");
        Assert.Skip($"No container engine: {_problem}");
    }

    public async ValueTask InitializeAsync()
    {
        _problem = await FindProblemAsync();
        if (_problem is not null) return;
        Empty = Environment.GetEnvironmentVariable("RUSTSTACK_IMAGE") ?? await BuildAsync("ruststack:test", "ruststack");
        Compat = Environment.GetEnvironmentVariable("RUSTSTACK_COMPAT_IMAGE") ?? await BuildAsync("ruststack:test-compat", "compat");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<string?> FindProblemAsync()
    {
        try
        {
            (int code, _, string errors) = await DockerCommand.TryAsync("version", "--format", "{{.Server.Version}}");
            return code == 0 ? null : errors.Trim();
        }
        catch (Win32Exception exception)
        {
            return $"the docker command cannot be run: {exception.Message}";
        }
    }

    private static async Task<string> BuildAsync(string name, string target)
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Dockerfile"))) root = root.Parent;
        await DockerCommand.RunAsync("build", "--tag", name, "--target", target, root!.FullName);
        return name;
    }
}
