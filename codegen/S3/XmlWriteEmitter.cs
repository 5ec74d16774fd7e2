using RustStack.Codegen.Model;
using RustStack.Codegen.Output;

namespace RustStack.Codegen.S3;

/// <summary>Writes the code that writes a structure's members as XML elements.</summary>
/// <param name="s3">The model.</param>
internal sealed class XmlWriteEmitter(S3Model s3)
{
    /// <summary>Writes the writing of members, attributes first.</summary>
    /// <param name="output">Receives the code.</param>
    /// <param name="members">The members that travel in the body, in S3's order.</param>
    /// <param name="value">The expression that holds the structure.</param>
    public void Emit(SourceWriter output, IReadOnlyList<Member> members, string value)
    {
        foreach (Member member in members.Where(static member => member.Traits.Has("xmlAttribute")))
        {
            output.Line($"writer.Attribute({Names.Utf8(S3Model.ElementName(member))}, {value}.{Names.Property(member.Name)});");
        }

        foreach (Member member in members.Where(static member => !member.Traits.Has("xmlAttribute"))) EmitMember(output, member, value);
    }

    private void EmitMember(SourceWriter output, Member member, string value)
    {
        Shape target = s3.Model.Target(member);
        string name = Names.Utf8(S3Model.ElementName(member));
        string property = $"{value}.{Names.Property(member.Name)}";
        switch (target.Kind)
        {
            case ShapeKind.List when member.Traits.Has("xmlFlattened"):
                EmitElements(output, target, name, property);
                break;
            case ShapeKind.List:
                output.Block($"if ({property} is not null)", () =>
                {
                    output.Line($"writer.Start({name});");
                    EmitElements(output, target, Names.Utf8(S3Model.ElementName(target.Element)), property);
                    output.Line($"writer.End({name});");
                });
                break;
            default:
                output.Line(Element(target, name, property));
                break;
        }
    }

    private void EmitElements(SourceWriter output, Shape list, string name, string property)
    {
        Shape element = s3.Model.Target(list.Element);
        bool isText = element.Kind is ShapeKind.String or ShapeKind.Enum;
        output.Line(isText
            ? $"writer.Elements({name}, {property});"
            : $"foreach ({element.Name} element in {property} ?? []) {Element(element, name, "element")}");
    }

    private static string Element(Shape target, string name, string value) => target.Kind switch
    {
        ShapeKind.Structure or ShapeKind.Union => $"{target.Name}Xml.Write(writer, {name}, {value});",
        ShapeKind.String or ShapeKind.Enum or ShapeKind.Integer or ShapeKind.Long or ShapeKind.Boolean or ShapeKind.Timestamp =>
            $"writer.Element({name}, {value});",
        _ => throw new NotSupportedException($"{target.Id}: no XML form."),
    };
}
