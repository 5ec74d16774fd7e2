using RustStack.Codegen.Model;
using RustStack.Codegen.Output;

namespace RustStack.Codegen.S3;

/// <summary>Writes the part of an operation that writes its output to the exchange.</summary>
/// <param name="s3">The model.</param>
internal sealed class OutputEmitter(S3Model s3)
{
    private readonly XmlWriteEmitter _xml = new(s3);

    /// <summary>Writes the statements that follow the operation's work: the answer's head and body.</summary>
    /// <param name="output">Receives the code.</param>
    /// <param name="operation">The operation; its result is in the local <c>output</c>.</param>
    public void EmitAnswer(SourceWriter output, Operation operation)
    {
        if (HeadMembers(operation).Count > 0) output.Line("WriteHead(exchange, output);");
        Member? payload = Payload(operation);
        Shape? target = payload is null ? null : s3.Model.Target(payload);
        if (target is not null && TypeNames.IsStream(target))
        {
            output.Line($"await exchange.WriteStreamAsync(output.{Names.Property(payload!.Name)}, cancellationToken);");
        }
        else if (target?.Kind == ShapeKind.String)
        {
            string property = Names.Property(payload!.Name);
            output.Line($"await exchange.WriteTextAsync(output.{property}, \"application/json\", cancellationToken);");
        }
        else if (payload is not null || BodyMembers(operation).Count > 0)
        {
            output.Line("using XmlBodyWriter writer = new();");
            output.Line("WriteDocument(writer, output);");
            output.Line("await exchange.WriteXmlAsync(writer, cancellationToken);");
        }
        else
        {
            output.Line("exchange.WriteEmpty();");
        }
    }

    /// <summary>Writes the methods that <see cref="EmitAnswer"/> calls.</summary>
    public void EmitMethods(SourceWriter output, Operation operation)
    {
        if (operation.Output is not { } shape) return;
        if (HeadMembers(operation) is { Count: > 0 } head)
        {
            output.Line();
            output.Block($"private static void WriteHead(S3Exchange exchange, {shape.Name} output)", () =>
            {
                foreach (Member member in head) output.Line(Head(member));
            });
        }

        Member? payload = Payload(operation);
        if (payload is not null && s3.Model.Target(payload) is { Kind: ShapeKind.Structure } target)
        {
            output.Line();
            output.Line($"private static void WriteDocument(XmlBodyWriter writer, {shape.Name} output) =>");
            string name = Names.Utf8(S3Model.RootName(target, payload));
            output.Line($"    {target.Name}Xml.Write(writer, {name}, output.{Names.Property(payload.Name)});");
        }
        else if (payload is null && BodyMembers(operation).Count > 0)
        {
            output.Line();
            string heading = $"private static void WriteDocument(XmlBodyWriter writer, {shape.Name} output)";
            output.Block(heading, () => EmitDocument(output, operation, shape));
        }
    }

    private void EmitDocument(SourceWriter output, Operation operation, Shape shape)
    {
        string root = Names.Utf8(S3Model.RootName(shape, null));
        IReadOnlyList<Member> members = BodyMembers(operation);
        output.Line($"writer.Start({root});");
        if (operation.Shape.Traits.Has("aws.customizations#s3UnwrappedXmlOutput"))
        {
            output.Line($"writer.Text(output.{Names.Property(members.Single().Name)});");
        }
        else
        {
            _xml.Emit(output, members, "output");
        }

        output.Line($"writer.End({root});");
    }

    private string Head(Member member)
    {
        string value = $"output.{Names.Property(member.Name)}";
        if (S3Model.Locate(member) == MemberLocation.PrefixHeaders)
        {
            return $"exchange.SetHeadersBelow({Names.Literal(member.Traits.Text("httpPrefixHeaders")!)}, {value});";
        }

        string name = Names.Literal(member.Traits.Text("httpHeader")!);
        Shape target = s3.Model.Target(member);
        return target.Kind switch
        {
            ShapeKind.String or ShapeKind.Enum or ShapeKind.Integer or ShapeKind.Long or ShapeKind.Boolean =>
                $"exchange.SetHeader({name}, {value});",
            ShapeKind.Timestamp when s3.TimestampFormat(member, MemberLocation.Header) == "http-date" =>
                $"exchange.SetHttpDate({name}, {value});",
            ShapeKind.Timestamp => $"exchange.SetDateTime({name}, {value});",
            _ => throw new NotSupportedException($"{target.Id}: no header form."),
        };
    }

    private static Member? Payload(Operation operation) =>
        operation.Output?.Members.SingleOrDefault(static member => S3Model.Locate(member) == MemberLocation.Payload);

    private static IReadOnlyList<Member> HeadMembers(Operation operation) =>
        [.. operation.Output?.Members.Where(static m => S3Model.Locate(m) is MemberLocation.Header or MemberLocation.PrefixHeaders) ?? []];

    private static IReadOnlyList<Member> BodyMembers(Operation operation) => operation.Output is null
        ? []
        : [.. Overrides.WrittenOrder(operation.Output).Where(static member => S3Model.Locate(member) == MemberLocation.Body)];
}
