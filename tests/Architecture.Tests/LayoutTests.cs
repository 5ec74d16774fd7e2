using System.Xml.Linq;

namespace RustStack.Architecture.Tests;

public sealed class LayoutTests
{
    private static readonly string[] TopLevel =
    [
        ".ci", ".dockerignore", ".editorconfig", ".gitattributes", ".gitignore", "BannedSymbols.txt", "CHANGELOG.md", "CONTRIBUTING.md", "Directory.Build.props", "Directory.Packages.props", "Dockerfile",
        "LICENSE", "Makefile", "README.md", "RustStack.sln", "SECURITY.md", "action.yml", "bench", "codegen", "docker-compose.yml", "docs", "global.json", "migrations", "packaging", "src", "tests",
    ];

    private static readonly string[] MayBeThere = [".git", ".github", ".vs", ".idea", "TestResults", "artifacts", "models"];

    private static readonly string[] BannedFolders = ["Helpers", "Helper", "Utils", "Util", "Utilities", "Common", "Manager", "Managers", "Misc", "Shared"];

    [Fact]
    public void TopLevel_HoldsWhatTheArchitecturePageNames()
    {
        IEnumerable<string> found = Directory.EnumerateFileSystemEntries(Repository.Root).Select(Path.GetFileName).OfType<string>();

        Assert.Equal(TopLevel.Order(StringComparer.Ordinal), found.Except(MayBeThere).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Folders_AreNamedAfterFeatures()
    {
        IEnumerable<string> banned = Repository.HandwrittenSources("src", "tests", "codegen").Where(static path => path.Split('/').Intersect(BannedFolders).Any());

        Assert.Equal([], banned);
    }

    [Fact]
    public void EverySourceProject_HasATestProject()
    {
        IEnumerable<string> missing = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName)
            .Where(static name => name != "Testcontainers") // tests/Containers tests it with the images.
            .Where(static name => !Directory.Exists(Path.Combine(Repository.Root, "tests", name + ".Tests"))).OfType<string>();

        Assert.Equal([], missing);
    }

    [Fact]
    public void EveryProject_IsInTheSolutionAndLocksItsPackages()
    {
        string solution = Repository.Read("RustStack.sln").Replace('\\', '/');
        string[] projects = [.. Repository.Files("src", "*.csproj"), .. Repository.Files("tests", "*.csproj"), .. Repository.Files("codegen", "*.csproj")];

        Assert.All(projects, project =>
        {
            Assert.Contains($"\"{project}\"", solution, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(project)!, "packages.lock.json")), $"{project} has no lock file");
        });
    }

    [Fact]
    public void EveryPackage_HasACentralVersionAndALineInTheDecisions()
    {
        string decisions = Repository.Read("docs/decisions.md");
        IEnumerable<string> packages = XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion")
            .Select(static package => package.Attribute("Include")!.Value);

        Assert.All(packages, package => Assert.Contains($"`{package}`", decisions, StringComparison.Ordinal));
    }
}
