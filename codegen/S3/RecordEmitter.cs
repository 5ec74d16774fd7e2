using RustStack.Codegen.Model;
using RustStack.Codegen.Output;

namespace RustStack.Codegen.S3;

/// <summary>Writes a structure or union as a record.</summary>
internal static class RecordEmitter
{
    /// <summary>The record's source.</summary>
    public static string Emit(Shape shape, TypeNames types)
    {
        SourceWriter output = new();
        output.Line($"namespace {S3Generator.Namespace};");
        output.Line();
        string end = shape.Kind == ShapeKind.Union ? " One of its members is set." : "";
        output.Line($"/// <summary>S3's <c>{shape.Name}</c>.{end}</summary>");
        if (shape.Members.Count == 0)
        {
            output.Line($"internal sealed record {shape.Name};");
            return output.ToString();
        }

        output.Block($"internal sealed record {shape.Name}", () =>
        {
            foreach (Member member in shape.Members)
            {
                if (!ReferenceEquals(member, shape.Members[0])) output.Line();
                string initial = types.IsAlwaysThere(shape, member) ? " = null!;" : "";
                output.Line($"public {types.Property(shape, member)} {Names.Property(member.Name)} {{ get; init; }}{initial}");
            }
        });
        return output.ToString();
    }
}
