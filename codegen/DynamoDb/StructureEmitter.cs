using RustStack.Codegen.Model;
using RustStack.Codegen.Output;

namespace RustStack.Codegen.DynamoDb;

/// <summary>Writes a structure: its record, and for what it is used, its JSON reader, JSON writer and constraint checks.</summary>
/// <param name="model">The model.</param>
/// <param name="usage">Which shapes are read and which are written.</param>
/// <param name="types">The C# types.</param>
/// <param name="constraints">The constraints.</param>
internal sealed class StructureEmitter(SmithyModel model, ShapeUsage usage, TypeMap types, ConstraintMap constraints)
{
    private static readonly string[] Usings =
    [
        "System.Text.Json",
        "RustStack.DynamoDb.Items",
        "RustStack.DynamoDb.Protocol.Json",
        "RustStack.DynamoDb.Validation",
        "RustStack.Expressions.Values",
    ];

    private static readonly string[] GeneratedMembers = ["Read", "Write", "Validate", "ToString"];

    /// <summary>Writes the structure's file.</summary>
    public string Emit(Shape shape, string ns)
    {
        bool isRead = usage.IsRead(shape);
        bool isWritten = usage.IsWritten(shape);
        bool isChecked = isRead && constraints.IsChecked(shape);
        foreach (string name in shape.Members.Select(static member => Names.Property(member.Name)))
        {
            bool isTaken = name == shape.Name || GeneratedMembers.Contains(name);
            if (isTaken) throw new NotSupportedException($"{shape.Id} has a member that C# cannot name {name}.");
        }

        SourceWriter output = new();
        WriteUsings(output);
        output.Line($"namespace {ns};");
        output.Line();
        output.Line($"/// <summary>The structure <c>{shape.Name}</c>.</summary>");
        output.Block($"internal sealed record {shape.Name}{(isChecked ? " : IConstrained" : "")}", () =>
        {
            foreach (Member member in shape.Members) WriteProperty(shape, member, ns, output);
            if (isRead) WriteReader(shape, output);
            if (isWritten) WriteWriter(shape, output);
            if (isChecked) new ValidatorEmitter(model, constraints, types, ns).Emit(shape, output);
            if (isRead) WriteText(shape, output);
        });
        return output.ToString();
    }

    private static void WriteUsings(SourceWriter output)
    {
        foreach (string name in Usings) output.Line($"using {name};");
        output.Line();
    }

    // A required member is never null where validation stands before every use: in structures that only requests hold.
    private bool IsNeverNull(Shape structure, Member member) =>
        member.IsRequired && !usage.IsWritten(structure) && !TypeMap.IsValueType(model.Target(member));

    private void WriteProperty(Shape structure, Member member, string ns, SourceWriter output)
    {
        string facts = Facts(structure, member, ns);
        bool isNeverNull = IsNeverNull(structure, member);
        if (facts.Length > 0) output.Line($"/// <summary>{facts}</summary>");
        string type = types.Type(model.Target(member));
        output.Line($"public {(isNeverNull ? $"required {type}" : $"{type}?")} {Names.Property(member.Name)} {{ get; init; }}");
        output.Line();
    }

    private string Facts(Shape structure, Member member, string ns)
    {
        Shape target = model.Target(member);
        string facts = target.Kind switch
        {
            ShapeKind.String => ConstraintMap.Length(target).Describe("Characters"),
            ShapeKind.List => constraints.Length(structure, member).Describe("Elements"),
            ShapeKind.Map => constraints.Length(structure, member).Describe("Entries"),
            ShapeKind.Integer or ShapeKind.Long => ConstraintMap.Range(target).Describe("Value"),
            ShapeKind.Enum => $"One of <see cref=\"{ConstraintMap.ClassName(target, ns)}\"/>.",
            _ => "",
        };
        return string.Join(' ', new[] { member.IsRequired ? "Required." : "", facts }.Where(static fact => fact.Length > 0));
    }

    private void WriteReader(Shape shape, SourceWriter output)
    {
        output.Line("/// <summary>Reads the structure from the token at hand: null for JSON's null.</summary>");
        output.Block($"public static {shape.Name}? Read(ref Utf8JsonReader reader)", () =>
        {
            output.Line($"if (!JsonInput.BeginStructure(ref reader, {Names.Literal(shape.Name)})) return null;");
            foreach (Member member in shape.Members) output.Line($"{types.Type(model.Target(member))}? {Names.Local(member.Name)} = null;");
            output.Block("while (JsonInput.NextMember(ref reader))", () =>
            {
                string keyword = "if";
                foreach (Member member in shape.Members)
                {
                    output.Block($"{keyword} (reader.ValueTextEquals(\"{member.Name}\"u8) && reader.Read())", () =>
                        output.Line($"{Names.Local(member.Name)} = {types.Read(model.Target(member))};"));
                    keyword = "else if";
                }

                WriteSkip(shape, output);
            });
            output.Line();
            output.Block("return new()", () =>
            {
                foreach (Member member in shape.Members)
                {
                    output.Line($"{Names.Property(member.Name)} = {Names.Local(member.Name)}{(IsNeverNull(shape, member) ? "!" : "")},");
                }
            }, "};");
        });
        output.Line();
    }

    private static void WriteSkip(Shape shape, SourceWriter output)
    {
        const string Skip = "JsonInput.SkipMember(ref reader);";
        if (shape.Members.Count == 0)
        {
            output.Line(Skip);
            return;
        }

        output.Block("else", () => output.Line(Skip));
    }

    private void WriteWriter(Shape shape, SourceWriter output)
    {
        output.Line("/// <summary>Writes the structure as a JSON object; members that are null are left out.</summary>");
        output.Block("public void Write(Utf8JsonWriter writer)", () =>
        {
            output.Line("writer.WriteStartObject();");
            foreach (Member member in shape.Members)
            {
                string local = Names.Local(member.Name);
                output.Block($"if ({Names.Property(member.Name)} is {{ }} {local})", () =>
                {
                    output.Line($"writer.WritePropertyName(\"{member.Name}\"u8);");
                    types.Write(model.Target(member), local, 0, output);
                });
                output.Line();
            }

            output.Line("writer.WriteEndObject();");
        });
        output.Line();
    }

    private static void WriteText(Shape shape, SourceWriter output)
    {
        output.Line("/// <summary>The structure as the service's messages show it.</summary>");
        string members = string.Join(
            ",\n        ", shape.Members.Select(static member => $"(\"{Names.Path(member.Name)}\", {Names.Property(member.Name)})"));
        output.Line("public override string ToString() => JavaText.Structure(");
        output.Line($"    {Names.Literal(shape.Name)}{(members.Length > 0 ? ",\n        " : "")}{members});");
    }
}
