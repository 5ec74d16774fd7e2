using RustStack.Codegen.DynamoDb.Patterns;
using RustStack.Codegen.Model;
using RustStack.Codegen.Output;

namespace RustStack.Codegen.DynamoDb;

/// <summary>Writes the check of a string shape's length and pattern.</summary>
internal static class StringConstraintEmitter
{
    /// <summary>Writes the shape's constraint class.</summary>
    public static string Emit(Shape shape, string ns)
    {
        Bounds length = ConstraintMap.Length(shape);
        string? pattern = ConstraintMap.Pattern(shape);
        SourceWriter output = new();
        output.Line("using RustStack.DynamoDb.Validation;");
        output.Line();
        output.Line($"namespace {ns};");
        output.Line();
        string facts = length == default ? "" : " " + length.Describe("Characters");
        output.Line($"/// <summary>The constraints of <c>{shape.Name}</c>.{facts}</summary>");
        output.Block($"internal static class {shape.Name}Constraint", () =>
        {
            output.Line("/// <summary>The constraints as messages about a list's elements or a map's keys show them.</summary>");
            output.Line($"public const string Constraints = {Names.Literal(Texts.All(length, pattern))};");
            output.Line();
            output.Line("/// <summary>Whether a text satisfies every constraint.</summary>");
            output.Line($"public static bool IsSatisfied(string value) => {Condition(length, pattern)};");
            output.Line();
            output.Line("/// <summary>Records each constraint that a text violates.</summary>");
            output.Block("public static void Check(ConstraintErrors errors, string member, string value)", () =>
                WriteChecks(length, pattern, output));
            if (pattern is null) return;
            output.Line();
            PatternEmitter.Emit(PatternParser.Parse(pattern), Overrides.PatternExemption(shape.Name), output);
        });
        return output.ToString();
    }

    private static void WriteChecks(Bounds length, string? pattern, SourceWriter output)
    {
        void Check(string violated, string text) => output.Line($"if ({violated}) errors.Add(member, value, {Names.Literal(text)});");
        if (pattern is not null) Check("!IsMatch(value)", Texts.Pattern(pattern));
        if (length.Minimum is > 0) Check($"value.Length < {length.MinimumText}", Texts.MinimumLength(length));
        if (length.Maximum is not null) Check($"value.Length > {length.MaximumText}", Texts.MaximumLength(length));
    }

    private static string Condition(Bounds length, string? pattern)
    {
        List<string> conditions = [];
        if (length.Minimum is > 0) conditions.Add($"value.Length >= {length.MinimumText}");
        if (length.Maximum is not null) conditions.Add($"value.Length <= {length.MaximumText}");
        if (pattern is not null) conditions.Add("IsMatch(value)");
        return string.Join(" && ", conditions);
    }
}
