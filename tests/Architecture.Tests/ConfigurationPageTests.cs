using RustStack.Core.Options;
using RustStack.Server.Settings;

namespace RustStack.Architecture.Tests;

public sealed class ConfigurationPageTests
{
    [Fact]
    public void EverySetting_HasARowWithItsDefault()
    {
        Assert.All(ServerOptions.Declare(), static setting => Assert.Single(Rows(), row => row.StartsWith(RowStart(setting), StringComparison.Ordinal)));
    }

    [Fact]
    public void EveryRow_IsASetting()
    {
        IEnumerable<string> named = Rows().Select(static row => row.Split('`')[1]);

        Assert.Equal(ServerOptions.Declare().Select(static setting => setting.Name).Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    /// <summary>The rows whose first cell is a variable's name.</summary>
    private static IEnumerable<string> Rows() => Repository.ReadLines("docs/configuration.md")
        .Where(static line => line.Length > 3 && line.StartsWith("| `", StringComparison.Ordinal) && char.IsAsciiLetterUpper(line[3]));

    private static string RowStart(Setting setting) =>
        setting.Default.Length == 0 ? $"| `{setting.Name}` | |" : $"| `{setting.Name}` | `{setting.Default}` |";
}
