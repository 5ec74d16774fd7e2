using System.Text;
using RustStack.Codegen.Model;

namespace RustStack.Codegen.Compatibility;

/// <summary>What the page says of one operation: the supported parameters in a line, the others in a table.</summary>
internal static class OperationText
{
    /// <summary>Writes an operation's part of the page.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="exceptions">The rows of its service; null when the operation is not there.</param>
    /// <param name="used">Receives the rows that speak of the operation.</param>
    /// <returns>The text, with LF ends.</returns>
    public static string Write(Operation operation, IReadOnlyList<ParameterException>? exceptions, HashSet<ParameterException> used)
    {
        string[] members = [.. (operation.Input?.Members ?? []).Select(static member => member.Name)];
        StringBuilder text = new($"### {operation.Name}\n\n");
        if (exceptions is null) return text.Append(Line("Refused", members)).ToString();
        ParameterException[] rows = [.. members.SelectMany(member => Rows(operation.Name, member, exceptions))];
        used.UnionWith(rows);
        HashSet<string> limited = [.. rows.Where(static row => row.IsWholeMember && row.Status != "supported").Select(static row => row.Member)];
        text.Append(Line("Supported", members.Where(member => !limited.Contains(member))));
        if (rows.Length == 0) return text.ToString();
        text.Append("\n| parameter | status | notes |\n|---|---|---|\n");
        foreach (ParameterException row in rows) text.Append($"| `{row.Parameter}` | {row.Status} | {row.Note} |\n");
        return text.ToString();
    }

    /// <summary>The rows about a member: those of the operation itself, else those of every operation.</summary>
    private static IEnumerable<ParameterException> Rows(string operation, string member, IReadOnlyList<ParameterException> exceptions)
    {
        ParameterException[] own = [.. exceptions.Where(row => row.Operation == operation && row.Member == member)];
        return own.Length > 0 ? own : exceptions.Where(row => row.Operation == ParameterException.EveryOperation && row.Member == member);
    }

    private static string Line(string status, IEnumerable<string> members)
    {
        string list = string.Join(", ", members.Select(static member => $"`{member}`"));
        return list.Length == 0 ? $"{status}: no parameter.\n" : $"{status}: {list}.\n";
    }
}
