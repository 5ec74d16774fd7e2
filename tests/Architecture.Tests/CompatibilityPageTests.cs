namespace RustStack.Architecture.Tests;

public sealed class CompatibilityPageTests
{
    [Theory]
    [InlineData("Amazon S3", "src/S3/Generated/Operations", "src/S3/Operations")]
    [InlineData("Amazon DynamoDB", "src/DynamoDb/Generated/Operations", "src/DynamoDb/Operations")]
    [InlineData("Amazon DynamoDB Streams", "src/DynamoDb/Generated/Streams/Operations", "src/DynamoDb/Operations/Streams")]
    public void EveryOperation_HasItsRow(string service, string modelled, string handwritten)
    {
        HashSet<string> supported = [.. Names(handwritten, ".cs")];
        string[] all = [.. Names(modelled, "Operation.g.cs")];
        IEnumerable<string> rows = all.Select(name => $"{name} {(supported.Contains(name) ? "supported" : "refused")}");
        string[] lines = [.. Repository.ReadLines("docs/compatibility.md").SkipWhile(line => !line.StartsWith($"## {service}: ", StringComparison.Ordinal))];

        Assert.Equal($"## {service}: {all.Count(supported.Contains)} of {all.Length} operations", lines[0]);
        Assert.Equal(
            rows.Order(StringComparer.Ordinal),
            lines.Skip(1).TakeWhile(static line => !line.StartsWith("## ", StringComparison.Ordinal))
                .Where(static line => line.EndsWith('|') && line.Contains("| supported |", StringComparison.Ordinal) || line.Contains("| refused |", StringComparison.Ordinal))
                .Select(static line => $"{line.Split('|')[1].Trim()} {line.Split('|')[2].Trim()}")
                .Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Names(string folder, string ending) => Directory.Exists(Path.Combine(Repository.Root, folder))
        ? Directory.EnumerateFiles(Path.Combine(Repository.Root, folder)).Select(Path.GetFileName).OfType<string>()
            .Where(name => name.EndsWith(ending, StringComparison.Ordinal)).Select(name => name[..^ending.Length])
        : [];
}
