using System.Globalization;
using System.Text;
using RustStack.Core.Options;

namespace RustStack.Server.CommandLine;

/// <summary>What <c>--help</c> prints.</summary>
internal static class HelpText
{
    private const int ColumnWidth = 40;

    /// <summary>Writes the text.</summary>
    /// <param name="settings">Every setting.</param>
    /// <returns>The text, with a line end at its end.</returns>
    public static string Write(IReadOnlyList<Setting> settings)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"RustStack {ProductVersion.Text}: Amazon S3 and DynamoDB in one process\n\n");
        text.Append("usage: ruststack [state export FILE | state import FILE] [options]\n\n");
        AppendRow(text, "--help", "print this text");
        AppendRow(text, "--version", "print the version");
        AppendRow(text, "--health-check [URL]", "exit 0 if the instance at URL (default: the one of GATEWAY_LISTEN) is healthy, else 1");
        AppendRow(text, "state export FILE", "write the state of the stopped instance in DATA_DIR to FILE");
        AppendRow(text, "state import FILE", "make the state in DATA_DIR, which must have none, of FILE");
        text.Append("\nEvery setting is an option or a variable: --default-region is DEFAULT_REGION or LOCALSTACK_DEFAULT_REGION.\n");
        text.Append("An option wins over the environment.\n\n");
        foreach (Setting setting in settings)
        {
            string defaultText = setting.Default.Length == 0 ? "not set" : setting.Default;
            AppendRow(text, $"{setting.OptionName} VALUE", $"{setting.Description} [{defaultText}]");
        }

        text.Append("\nExit codes: 0 stopped as asked or healthy; 1 not healthy; 2 unusable setting or option; 3 cannot listen, or the state cannot be used.\n");
        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, string name, string description) =>
        text.Append("  ").Append(name.PadRight(ColumnWidth)).Append(' ').Append(description).Append('\n');
}
