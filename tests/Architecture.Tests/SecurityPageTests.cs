using System.Text.RegularExpressions;

namespace RustStack.Architecture.Tests;

public sealed partial class SecurityPageTests
{
    private const int Columns = 5;
    private const int ConstantColumn = 2;
    private const int TestColumn = 4;

    [Fact]
    public void EveryBound_IsAConstantOfTheClassThatIsNamed()
    {
        Assert.All(Bounds(), static bound =>
        {
            string[] name = bound[ConstantColumn].Trim('`').Split('.');
            string source = Assert.Single(Repository.HandwrittenSources("src"), path => path.EndsWith($"/{name[0]}.cs", StringComparison.Ordinal));
            Assert.Matches($@"(const|static readonly) [\w<>]+ {name[1]} = ", Repository.Read(source));
        });
    }

    [Fact]
    public void EveryBound_IsHeldByATestThatIsThere()
    {
        string[] tests = [.. Repository.HandwrittenSources("tests").Select(Path.GetFileNameWithoutExtension).OfType<string>()];

        Assert.All(Bounds(), bound => Assert.Contains(bound[TestColumn].Trim('`'), tests));
    }

    [Fact]
    public void EveryBoundOfTheServerAndOfBodies_HasARow()
    {
        string[] named = [.. Bounds().Select(static bound => bound[ConstantColumn].Trim('`'))];
        string[] files = ["src/Server/Hosting/WebServer.cs", "src/S3/Uploads/AwsChunkedDecoder.cs", "src/S3/Protocol/XmlBodyReader.cs", "src/Expressions/ExpressionLimits.cs", "src/Core/Requests/BodyMemory.cs"];
        IEnumerable<string> declared = files.SelectMany(static file =>
            NamedBound.Matches(Repository.Read(file)).Select(match => $"{Path.GetFileNameWithoutExtension(file)}.{match.Groups[1].Value}"));

        Assert.Equal([], declared.Except(named));
    }

    /// <summary>The cells of the rows of the table of bounds; its headings have no constant.</summary>
    private static IEnumerable<string[]> Bounds()
    {
        string[][] rows =
        [
            .. Repository.ReadLines("docs/security.md").Select(static line => line.Trim().Trim('|').Split('|')).Where(static cells => cells.Length == Columns)
                .Select(static cells => cells.Select(static cell => cell.Trim()).ToArray()).Where(static cells => cells[ConstantColumn].StartsWith('`')),
        ];
        Assert.NotEmpty(rows);
        return rows;
    }

    [GeneratedRegex(@"(?:public|internal) (?:const (?:int|long)|static readonly \w+) (\w+) = ")]
    private static partial Regex NamedBound { get; }
}
