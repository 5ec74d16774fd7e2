using RustStack.Codegen.Model;
using RustStack.Codegen.Output;

namespace RustStack.Codegen.S3;

/// <summary>Writes the code that reads a structure's members from the XML element that the reader stands in.</summary>
/// <param name="s3">The model.</param>
/// <param name="types">The C# types of members.</param>
internal sealed class XmlReadEmitter(S3Model s3, TypeNames types)
{
    /// <summary>Writes the reading of a structure's body members into locals, and the return of the value made of them.</summary>
    /// <param name="output">Receives the code.</param>
    /// <param name="shape">The structure.</param>
    /// <param name="members">Its members that travel in the body.</param>
    /// <param name="construct">What stands before the object initializer, such as <c>new()</c> or <c>head with</c>.</param>
    public void Emit(SourceWriter output, Shape shape, IReadOnlyList<Member> members, string construct)
    {
        foreach (Member member in members) output.Line(Declare(member));
        output.Block("while (reader.ReadChild())", () =>
        {
            string prefix = "";
            foreach (Member member in members.Where(static member => !member.Traits.Has("xmlAttribute")))
            {
                EmitMember(output, member, prefix);
                prefix = "else ";
            }

            output.Line(prefix + "reader.Skip();");
        });
        output.Line();
        EmitChecks(output, shape, members);
        if (members.Count == 0)
        {
            output.Line($"return {construct};");
            return;
        }

        output.Block($"return {construct}", () =>
        {
            foreach (Member member in members) output.Line($"{Names.Property(member.Name)} = {Names.Local(member.Name)},");
        }, "};");
    }

    private string Declare(Member member)
    {
        Shape target = s3.Model.Target(member);
        string local = Names.Local(member.Name);
        if (member.Traits.Has("xmlAttribute"))
        {
            return $"string? {local} = reader.Attribute({Names.Utf8(LocalName(S3Model.ElementName(member)))});";
        }

        return target.Kind == ShapeKind.List
            ? $"List<{types.Bare(s3.Model.Target(target.Element))}>? {local} = null;"
            : $"{types.Bare(target)}? {local} = null;";
    }

    private void EmitMember(SourceWriter output, Member member, string prefix)
    {
        Shape target = s3.Model.Target(member);
        string local = Names.Local(member.Name);
        string condition = $"{prefix}if (reader.NameIs({Names.Utf8(S3Model.ElementName(member))}))";
        if (target.Kind == ShapeKind.List && member.Traits.Has("xmlFlattened"))
        {
            output.Line($"{condition} ({local} ??= []).Add({ReadElement(s3.Model.Target(target.Element))});");
        }
        else if (target.Kind == ShapeKind.List)
        {
            output.Block(condition, () => EmitList(output, target, local));
        }
        else
        {
            output.Line($"{condition} {local} = {ReadSingle(target, local)};");
        }
    }

    private void EmitList(SourceWriter output, Shape list, string local)
    {
        string element = Names.Utf8(S3Model.ElementName(list.Element));
        output.Line($"XmlBodyReader.RefuseSecond({local});");
        output.Line($"{local} = [];");
        output.Block("while (reader.ReadChild())", () =>
        {
            output.Line($"if (reader.NameIs({element})) {local}.Add({ReadElement(s3.Model.Target(list.Element))});");
            output.Line("else reader.Skip();");
        });
    }

    private static string ReadElement(Shape element) => element.Kind is ShapeKind.Structure or ShapeKind.Union
        ? $"{element.Name}Xml.Read(ref reader)"
        : $"reader.{ReadMethod(element)}(null)";

    private static string ReadSingle(Shape target, string local) => target.Kind is ShapeKind.Structure or ShapeKind.Union
        ? $"{target.Name}Xml.Read(ref reader, {local})"
        : $"reader.{ReadMethod(target)}({local})";

    private static string ReadMethod(Shape target) => target.Kind switch
    {
        ShapeKind.String or ShapeKind.Enum => "ReadString",
        ShapeKind.Integer => "ReadInteger",
        ShapeKind.Long => "ReadLong",
        ShapeKind.Boolean => "ReadBoolean",
        ShapeKind.Timestamp => "ReadTimestamp",
        _ => throw new NotSupportedException($"{target.Id}: no XML form."),
    };

    private static void EmitChecks(SourceWriter output, Shape shape, IReadOnlyList<Member> members)
    {
        IEnumerable<Member> all = members.Where(static member => member.IsRequired);
        string[] required = [.. all.Select(static member => $"{Names.Local(member.Name)} is null")];
        if (required.Length > 0) output.Line($"if ({string.Join(" || ", required)}) throw RequestErrors.MalformedXml();");
        if (shape.Kind != ShapeKind.Union || members.Count < 2) return;
        string count = string.Join(" + ", members.Select(static member => $"({Names.Local(member.Name)} is null ? 0 : 1)"));
        output.Line($"if ({count} > 1) throw RequestErrors.MalformedXml();");
    }

    private static string LocalName(string name) => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
