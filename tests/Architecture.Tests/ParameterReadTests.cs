using System.Text.RegularExpressions;

namespace RustStack.Architecture.Tests;

/// <summary>Nothing is ignored silently: what the page of parameters calls supported is read somewhere.</summary>
public sealed partial class ParameterReadTests
{
    /// <summary>What the names of a copy source's headers start with; the reader puts them together.</summary>
    private const string CopySourcePrefix = "x-amz-copy-source-";

    [Theory]
    [InlineData("Amazon S3", "src/S3")]
    [InlineData("Amazon DynamoDB", "src/DynamoDb")]
    public void SupportedParameter_IsReadByTheService(string service, string folder)
    {
        string sources = string.Concat(Repository.HandwrittenSources(folder).Select(Repository.Read));
        HashSet<string> words = [.. Words().Matches(sources).Select(static match => match.Value)];
        List<string> unread = [];
        foreach ((string operation, string parameter) in Supported(service))
        {
            bool isRead = words.Contains(parameter) || NamesOnTheWire(folder, operation, parameter).Any(name => sources.Contains($"\"{name}\"", StringComparison.OrdinalIgnoreCase));
            if (!isRead) unread.Add($"{operation} {parameter}");
        }

        Assert.True(unread.Count == 0, $"Never read: {string.Join(", ", unread)}");
    }

    private static IEnumerable<(string Operation, string Parameter)> Supported(string service)
    {
        string operation = "";
        foreach (string line in Repository.ReadLines("docs/parameters.md").SkipWhile(line => line != $"## {service}").Skip(1).TakeWhile(static line => !line.StartsWith("## ", StringComparison.Ordinal)))
        {
            if (line.StartsWith("### ", StringComparison.Ordinal)) operation = line[4..];
            if (!line.StartsWith("Supported: `", StringComparison.Ordinal)) continue;
            foreach (Match parameter in Quoted().Matches(line)) yield return (operation, parameter.Groups[1].Value);
        }
    }

    /// <summary>The headers and query parameters by which the generated code reads a parameter: some are read by name.</summary>
    private static IEnumerable<string> NamesOnTheWire(string folder, string operation, string parameter)
    {
        string path = $"{folder}/Generated/Operations/{operation}Operation.g.cs";
        string? line = Repository.ReadLines(path).FirstOrDefault(line => line.TrimStart().StartsWith($"{parameter} = ", StringComparison.Ordinal));
        return line is null ? [] : Text().Matches(line).SelectMany(static match => (string[])[match.Groups[1].Value, match.Groups[1].Value.Replace(CopySourcePrefix, "", StringComparison.Ordinal)]);
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Text();
}
