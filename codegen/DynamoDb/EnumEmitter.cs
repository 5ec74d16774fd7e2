using RustStack.Codegen.Model;
using RustStack.Codegen.Output;

namespace RustStack.Codegen.DynamoDb;

/// <summary>Writes an enum: its wire values as constants, and the check that a text is one of them.</summary>
internal static class EnumEmitter
{
    /// <summary>Writes the enum's class.</summary>
    public static string Emit(Shape shape, string ns)
    {
        List<(string Name, string Value)> values =
            [.. shape.Members.Select(static member => (Names.Constant(member.Name), member.Traits.Text("enumValue") ?? member.Name))];
        string valueSet = Texts.ValueSet(Overrides.EnumOrder(shape.Name, [.. values.Select(static value => value.Value)]));
        SourceWriter output = new();
        output.Line("using RustStack.DynamoDb.Validation;");
        output.Line();
        output.Line($"namespace {ns};");
        output.Line();
        output.Line($"/// <summary>The values of <c>{shape.Name}</c>.</summary>");
        output.Block($"internal static class {shape.Name}", () =>
        {
            foreach ((string name, string value) in values) output.Line($"public const string {name} = {Names.Literal(value)};");
            output.Line();
            output.Line("/// <summary>The constraint in the service's words.</summary>");
            output.Line($"public const string Constraint = {Names.Literal(valueSet)};");
            output.Line();
            output.Line("/// <summary>The constraint as messages about a list's elements or a map's keys show it.</summary>");
            output.Line("public const string Constraints = \"[\" + Constraint + \"]\";");
            output.Line();
            output.Line("/// <summary>Every value, in the model's order.</summary>");
            string[] names = [.. values.Select(static value => value.Name)];
            output.Line($"public static readonly IReadOnlyList<string> Values = [{string.Join(", ", names)}];");
            output.Line();
            output.Line("/// <summary>Whether a text is one of the values.</summary>");
            output.Line($"public static bool IsSatisfied(string value) => value is {string.Join(" or ", names)};");
            output.Line();
            output.Line("/// <summary>Records a text that is none of the values.</summary>");
            output.Block("public static void Check(ConstraintErrors errors, string member, string value)", () =>
                output.Line("if (!IsSatisfied(value)) errors.Add(member, value, Constraint);"));
        });
        return output.ToString();
    }
}
