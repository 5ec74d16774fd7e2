namespace RustStack.Codegen.Tests;

/// <summary>The generated code that is checked in is what the models give.</summary>
public sealed class FreshnessTests
{
    /// <summary>Names the folder of the model files; without it there is nothing to compare with.</summary>
    private const string ModelsVariable = "RUSTSTACK_MODELS";

    [Fact]
    public void GeneratedCode_IsUpToDate()
    {
        string? models = Environment.GetEnvironmentVariable(ModelsVariable);
        Assert.SkipWhen(string.IsNullOrEmpty(models), $"{ModelsVariable} names no folder with the models.");
        string[] differences = [.. Services.Generate(models!, RepositoryRoot()).SelectMany(static output => output.Differences())];
        Assert.True(differences.Length == 0, $"Run `make codegen`: {string.Join(", ", differences)}");
    }

    [Fact]
    public void GeneratedCode_ComesFromThePinnedModels()
    {
        string root = RepositoryRoot();
        string[] pinned = [.. File.ReadLines(Path.Combine(root, "codegen", "models.sha256")).Select(static line => line[..64])];
        string[] files = Directory.GetFiles(Path.Combine(root, "src"), "*.g.cs", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Contains(pinned, checksum => File.ReadLines(file).ElementAt(1).Contains(checksum, StringComparison.Ordinal)));
    }

    private static string RepositoryRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "RustStack.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException($"No RustStack.sln above {AppContext.BaseDirectory}.");
    }
}
