using RustStack.Codegen.Model;
using RustStack.Codegen.Output;

namespace RustStack.Codegen.DynamoDb;

/// <summary>Writes the tables of a service's operations and errors.</summary>
internal static class TableEmitter
{
    /// <summary>Writes the names of all operations of the model.</summary>
    public static string EmitOperations(SmithyModel model, string ns)
    {
        SourceWriter output = new();
        output.Line($"namespace {ns};");
        output.Line();
        output.Line("/// <summary>Every operation that the model declares, there or not.</summary>");
        output.Block("internal static class OperationTable", () =>
        {
            output.Line("/// <summary>What stands before an operation's name in <c>X-Amz-Target</c>.</summary>");
            output.Line($"public const string TargetPrefix = {Names.Literal(model.Service.Name + ".")};");
            output.Line();
            output.Line("/// <summary>The operations' names.</summary>");
            output.Line("public static readonly IReadOnlyList<string> Names =");
            output.Line("[");
            foreach (Operation operation in model.Operations) output.Line($"    {Names.Literal(operation.Name)},");
            output.Line("];");
        });
        return output.ToString();
    }

    /// <summary>Writes what the model says of its errors beyond their code.</summary>
    public static string EmitErrors(SmithyModel model, string ns)
    {
        List<Shape> errors = [.. model.Shapes.Where(static shape => shape.Traits.Has("error"))];
        IEnumerable<Shape> upper = errors.Where(static error => error.Members.Any(static member => member.Name == "Message"));
        SourceWriter output = new();
        output.Line($"namespace {ns};");
        output.Line();
        output.Line("/// <summary>The errors that the model declares.</summary>");
        output.Block("internal static class ErrorTable", () =>
        {
            output.Line("/// <summary>Whether the model declares an error of this code.</summary>");
            WriteMatch("IsDeclared", errors, output);
            output.Line();
            output.Line("/// <summary>Whether the error's text is its member <c>Message</c>, not <c>message</c>.</summary>");
            WriteMatch("HasUpperCaseMessage", upper, output);
        });
        return output.ToString();
    }

    private static void WriteMatch(string name, IEnumerable<Shape> errors, SourceWriter output)
    {
        string[] codes = [.. errors.Select(static error => Names.Literal(error.Name))];
        string condition = codes.Length == 0 ? "false" : "code is " + string.Join("\n            or ", codes);
        output.Line($"public static bool {name}(string code) => {condition};");
    }
}
