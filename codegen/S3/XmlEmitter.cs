using RustStack.Codegen.Model;
using RustStack.Codegen.Output;

namespace RustStack.Codegen.S3;

/// <summary>Writes the XML reader and writer of a structure or union that travels in bodies.</summary>
/// <param name="s3">The model.</param>
/// <param name="types">The C# types of members.</param>
internal sealed class XmlEmitter(S3Model s3, TypeNames types)
{
    private readonly XmlReadEmitter _reads = new(s3, types);
    private readonly XmlWriteEmitter _writes = new(s3);

    /// <summary>The source of <c>{Shape}Xml</c>.</summary>
    public string Emit(Shape shape)
    {
        SourceWriter output = new();
        if (s3.IsRead(shape)) output.Line("using RustStack.S3.Errors;");
        output.Line("using RustStack.S3.Protocol;");
        output.Line();
        output.Line($"namespace {S3Generator.Namespace};");
        output.Line();
        output.Line($"/// <summary>The XML form of <see cref=\"{shape.Name}\"/>.</summary>");
        output.Block($"internal static class {shape.Name}Xml", () =>
        {
            if (s3.IsRead(shape)) EmitRead(output, shape);
            if (s3.IsRead(shape) && s3.IsWritten(shape)) output.Line();
            if (s3.IsWritten(shape)) EmitWrite(output, shape);
        });
        return output.ToString();
    }

    private void EmitRead(SourceWriter output, Shape shape)
    {
        output.Line("/// <summary>Reads the element that the reader stands in; it must not be the second.</summary>");
        output.Block($"public static {shape.Name} Read(ref XmlBodyReader reader, {shape.Name}? first = null)", () =>
        {
            output.Line("XmlBodyReader.RefuseSecond(first);");
            _reads.Emit(output, shape, shape.Members, "new()");
        });
    }

    private void EmitWrite(SourceWriter output, Shape shape)
    {
        output.Line("/// <summary>Writes the value as an element; null writes nothing.</summary>");
        output.Block($"public static void Write(XmlBodyWriter writer, ReadOnlySpan<byte> name, {shape.Name}? value)", () =>
        {
            output.Line("if (value is null) return;");
            output.Line("writer.Start(name);");
            EmitContent(output, shape, Overrides.WrittenOrder(shape), "value");
            output.Line("writer.End(name);");
        });
    }

    private void EmitContent(SourceWriter output, Shape shape, IReadOnlyList<Member> members, string value)
    {
        if (s3.DeclaredNamespace(shape) is { } declared)
        {
            string[] parts = declared.Split('=', 2);
            output.Line($"writer.Attribute({Names.Utf8(parts[0])}, {Names.Literal(parts[1])});");
        }

        _writes.Emit(output, members, value);
    }
}
