using System.Text.RegularExpressions;

namespace RustStack.Architecture.Tests;

public sealed partial class SourceFileTests
{
    private const int MaxSourceLines = 400;
    private const int MaxTestLines = 600;

    /// <summary>Where a line ends for good; 140 is what people aim at. The words of an error stay in one piece.</summary>
    private const int MaxLineLength = 160;

    /// <summary>The one place of each protocol that turns an unexpected exception into an answer, and the threads that nobody else watches.</summary>
    private static readonly string[] MayCatchEverything =
    [
        "src/Core/Background/PeriodicSweep.cs", "src/DynamoDb/Protocol/DynamoDbRouter.cs", "src/S3/Routing/S3Router.cs", "src/Server/Gateway/RequestGateway.cs",
        "src/Storage.Sqlite/Journal/SqliteJournal.cs",
    ];

    [Fact]
    public void File_HoldsOneTypeOfItsName()
    {
        List<string> offenders = [];
        foreach (string path in Repository.HandwrittenSources("src", "codegen", "tests"))
        {
            string[] types = [.. TopLevelType().Matches(Repository.Read(path)).Select(static match => match.Groups["name"].Value)];
            string name = Path.GetFileNameWithoutExtension(path);
            if (name != "Program" && (types.Length != 1 || types[0] != name)) offenders.Add($"{path}: {string.Join(", ", types)}");
        }

        Assert.Equal([], offenders);
    }

    [Fact]
    public void GeneratedFile_HoldsOneTypeNamedAfterIt()
    {
        List<string> offenders = [];
        foreach (string path in Repository.Files("src", "*.cs").Where(Repository.IsGenerated))
        {
            string[] types = [.. TopLevelType().Matches(Repository.Read(path)).Select(static match => match.Groups["name"].Value)];
            if (types.Length != 1 || !types[0].StartsWith(Path.GetFileName(path)[..^".g.cs".Length], StringComparison.Ordinal)) offenders.Add($"{path}: {string.Join(", ", types)}");
        }

        Assert.Equal([], offenders);
    }

    [Fact]
    public void File_KeepsItsSize()
    {
        IEnumerable<string> offenders = Repository.HandwrittenSources("src", "codegen", "tests")
            .Where(static path => Repository.ReadLines(path).Length > (path.StartsWith("tests/", StringComparison.Ordinal) ? MaxTestLines : MaxSourceLines));

        Assert.Equal([], offenders);
    }

    [Fact]
    public void Line_KeepsItsLength()
    {
        IEnumerable<string> offenders = Repository.HandwrittenSources("src", "codegen")
            .Where(static path => !path.Contains("/Errors/", StringComparison.Ordinal))
            .SelectMany(static path => Repository.ReadLines(path).Select((line, index) => (Place: $"{path}:{index + 1}", line.Length)))
            .Where(static line => line.Length > MaxLineLength)
            .Select(static line => line.Place);

        Assert.Equal([], offenders);
    }

    [Fact]
    public void CatchAll_StandsInOnePlacePerProtocol()
    {
        IEnumerable<string> offenders = Repository.HandwrittenSources("src", "codegen")
            .Except(MayCatchEverything)
            .Where(static path => CatchAll().IsMatch(Repository.Read(path)));

        Assert.Equal([], offenders);
    }

    [Fact]
    public void HttpContext_StopsAtTheProtocol()
    {
        string[] folders = ["Protocol", "Routing", "Gateway", "Hosting"];
        IEnumerable<string> offenders = Repository.Files("src", "*.cs")
            .Where(path => !path.Split('/').Intersect(folders).Any())
            .Where(static path => HttpTypes().IsMatch(Repository.Read(path)));

        Assert.Equal(["src/Core/Requests/CredentialScope.cs", "src/Core/Requests/RequestHead.cs"], offenders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_IsLeftOpen()
    {
        IEnumerable<string> offenders = Repository.HandwrittenSources("src", "codegen").Where(static path => LeftOpen().IsMatch(Repository.Read(path)));

        Assert.Equal([], offenders);
    }

    [Fact]
    public void Test_IsNeverSkipped()
    {
        IEnumerable<string> offenders = Repository.HandwrittenSources("tests").Where(static path => Skipped().IsMatch(Repository.Read(path)));

        Assert.Equal([], offenders);
    }

    [GeneratedRegex(@"^(?:(?:public|internal|file|static|sealed|abstract|readonly|partial|ref|unsafe) )*(?:class|record struct|record|struct|interface|enum|delegate [\w<>?]+) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"catch \((?:System\.)?Exception(?: (\w+))?\)(?! when \((\w+) is )|catch\s*\{(?![^}]*\bthrow;)", RegexOptions.Multiline)]
    private static partial Regex CatchAll();

    [GeneratedRegex(@"\bHttp(?:Context|Request|Response)\b")]
    private static partial Regex HttpTypes();

    [GeneratedRegex(@"TODO|FIXME|HACK|NotImplementedException|#region")]
    private static partial Regex LeftOpen();

    [GeneratedRegex("Skip *= *\"")]
    private static partial Regex Skipped();
}
