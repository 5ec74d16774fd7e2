using System.Text;
using System.Text.RegularExpressions;

namespace RustStack.Storage.Sqlite.Tests.Buckets;

/// <summary>An answer.</summary>
internal sealed record S3Answer(int Status, string Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>What two engines that are alike agree on, which is everything.</summary>
    public string Everything => $"{Status}\n{Headers}\n\n{Convert.ToHexString(Body)}";

    /// <summary>The texts of elements.</summary>
    public IEnumerable<string> All(string element) =>
        Regex.Matches(Text, $"<{element}>([^<]*)</{element}>").Select(static match => match.Groups[1].Value);

    public string? Header(string name) => Headers.Split('\n')
        .FirstOrDefault(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..];
}
