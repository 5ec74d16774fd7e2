namespace RustStack.Architecture.Tests;

/// <summary>The files of the repository as they lie on disk, without build output.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["artifacts", "bin", "obj", "models", "node_modules", ".git", ".vs", ".idea", "TestResults"];

    public static string Root { get; } = FindRoot();

    /// <summary>Paths below a folder, relative to the root and with forward slashes, sorted.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern = "*") =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(static path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(static path => !path.Split('/')[..^1].Any(static part => NotOurs.Contains(part)))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The C# files that people write, below the given folders.</summary>
    public static IEnumerable<string> HandwrittenSources(params string[] folders) =>
        folders.SelectMany(static folder => Files(folder, "*.cs")).Where(static path => !IsGenerated(path));

    public static bool IsGenerated(string path) => path.Contains("/Generated/", StringComparison.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static string[] ReadLines(string path) => File.ReadAllLines(Path.Combine(Root, path));

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RustStack.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run below the repository.");
    }
}
