using RustStack.Codegen.Model;
using RustStack.Codegen.Output;

namespace RustStack.Codegen.S3;

/// <summary>Writes an enum as constants: members of its type stay text, so that an unknown value can be named in an error.</summary>
internal static class EnumEmitter
{
    /// <summary>The class's source.</summary>
    public static string Emit(Shape shape)
    {
        SourceWriter output = new();
        output.Line($"namespace {S3Generator.Namespace};");
        output.Line();
        output.Line($"/// <summary>The values of S3's <c>{shape.Name}</c>.</summary>");
        output.Block($"internal static class {shape.Name}", () =>
        {
            foreach (Member member in shape.Members)
            {
                string value = member.Traits.Text("enumValue") ?? member.Name;
                output.Line($"public const string {Names.Constant(member.Name)} = {Names.Literal(value)};");
                output.Line();
            }

            output.Line("/// <summary>Every value, in the model's order.</summary>");
            string all = string.Join(", ", shape.Members.Select(static member => Names.Constant(member.Name)));
            output.Line($"public static readonly IReadOnlyList<string> Values = [{all}];");
        });
        return output.ToString();
    }
}
