using System.Text;
using RustStack.Codegen.Model;
using RustStack.Codegen.Output;

namespace RustStack.Codegen.Compatibility;

/// <summary>
/// The page that says of every parameter of every operation whether it is supported, stored only or refused. Which operations are there is
/// seen from the sources; what a parameter does not do is told by <c>codegen/Compatibility/parameters.tsv</c>.
/// </summary>
internal static class ParameterPage
{
    private const string Head = """
        # Parameters

        `make codegen` writes this page from the services' models and `codegen/Compatibility/parameters.tsv`. It has every parameter of
        every operation; what an operation does is in [compatibility.md](compatibility.md).

        *Supported*: honoured as AWS honours it. *Stored only*: validated, kept and given back, and nothing else comes of it. *No effect*:
        accepted, since nothing could come of it here. *Refused*: an error names it. The parameters of an operation that is not there are
        refused with it.

        """;

    /// <summary>Generates the page.</summary>
    /// <param name="modelsFolder">The folder of the model files.</param>
    /// <param name="repositoryRoot">The repository.</param>
    /// <returns>The page, not yet written.</returns>
    public static GeneratedPage Generate(string modelsFolder, string repositoryRoot)
    {
        IReadOnlyList<ParameterException> exceptions = ParameterException.ReadAll(
            File.ReadLines(Path.Combine(repositoryRoot, "codegen", "Compatibility", "parameters.tsv")));
        StringBuilder page = new(Head.ReplaceLineEndings("\n"));
        foreach (PageSection section in PageSection.All)
        {
            SmithyModel model = SmithyModel.Load(Path.Combine(modelsFolder, section.ModelFile));
            page.Append('\n').Append(Section(section, model, Path.Combine(repositoryRoot, section.OperationsFolder), exceptions));
        }

        return new(Path.Combine(repositoryRoot, "docs", "parameters.md"), page.ToString());
    }

    private static string Section(
        PageSection section, SmithyModel model, string operationsFolder, IReadOnlyList<ParameterException> exceptions)
    {
        ParameterException[] own = [.. exceptions.Where(row => row.Service == section.Service)];
        StringBuilder text = new($"## {section.Title}\n");
        HashSet<ParameterException> used = [];
        foreach (Operation operation in model.Operations)
        {
            bool isThere = File.Exists(Path.Combine(operationsFolder, operation.Name + ".cs"));
            text.Append('\n').Append(OperationText.Write(operation, isThere ? own : null, used));
        }

        ParameterException[] stale = [.. own.Except(used)];
        if (stale.Length == 0) return text.ToString();
        string names = string.Join(", ", stale.Select(static row => $"{row.Operation} {row.Parameter}"));
        throw new FormatException($"No such parameter of an operation that is there: {names}");
    }
}
