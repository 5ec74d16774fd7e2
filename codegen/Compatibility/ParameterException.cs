namespace RustStack.Codegen.Compatibility;

/// <summary>A parameter of a supported operation that does less than at AWS: a row of <c>parameters.tsv</c>.</summary>
/// <param name="Service">The service, such as <c>s3</c>.</param>
/// <param name="Operation">The operation, or <c>*</c> for every one that has the parameter.</param>
/// <param name="Parameter">The input member; a path such as <c>SSESpecification.KMSMasterKeyId</c> for a part of one.</param>
/// <param name="Status"><c>stored only</c>, <c>refused</c>, <c>no effect</c>, or <c>supported</c> for a note alone.</param>
/// <param name="Note">Why, in a sentence.</param>
internal sealed record ParameterException(string Service, string Operation, string Parameter, string Status, string Note)
{
    /// <summary>Stands for every operation.</summary>
    public const string EveryOperation = "*";

    private static readonly string[] Statuses = ["stored only", "refused", "no effect", "supported"];

    /// <summary>The input member that the row is about, or about a part of.</summary>
    public string Member => Parameter.Split('.')[0];

    /// <summary>Whether the row speaks of the whole member.</summary>
    public bool IsWholeMember => !Parameter.Contains('.', StringComparison.Ordinal);

    /// <summary>Reads the rows of a file.</summary>
    /// <param name="lines">The lines: five columns with tabs between them; the first line names the columns.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="FormatException">A row has other columns or an unknown status.</exception>
    public static IReadOnlyList<ParameterException> ReadAll(IEnumerable<string> lines) => [.. lines.Skip(1).Select(Read)];

    private static ParameterException Read(string line)
    {
        string[] columns = line.Split('\t');
        return columns.Length == 5 && Statuses.Contains(columns[3])
            ? new(columns[0], columns[1], columns[2], columns[3], columns[4])
            : throw new FormatException($"Not a row of service, operation, parameter, status and note: {line}");
    }
}
