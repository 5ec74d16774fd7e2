using RustStack.Codegen.Model;
using RustStack.Codegen.Output;

namespace RustStack.Codegen.S3;

/// <summary>Writes the part of an operation that reads its input from the exchange.</summary>
/// <param name="s3">The model.</param>
/// <param name="types">The C# types of members.</param>
internal sealed class InputEmitter(S3Model s3, TypeNames types)
{
    private const string Body = "body";

    private readonly XmlReadEmitter _xml = new(s3, types);

    /// <summary>Whether the input has members that are read from an XML or text body, so that reading it waits.</summary>
    public bool ReadsBody(Operation operation) =>
        BodyMembers(operation).Count > 0 || (Payload(operation) is { } payload && !TypeNames.IsStream(s3.Model.Target(payload)));

    /// <summary>Writes the methods that read the input.</summary>
    public void Emit(SourceWriter output, Operation operation)
    {
        Shape input = operation.Input!;
        if (!ReadsBody(operation))
        {
            output.Block($"private static {input.Name} ReadInput(S3Exchange exchange) => new()", () => EmitHead(output, input), "};");
            return;
        }

        const string Parameters = "S3Exchange exchange, CancellationToken cancellationToken";
        output.Block($"private static async ValueTask<{input.Name}> ReadInputAsync({Parameters})", () =>
        {
            output.Block($"{input.Name} head = new()", () => EmitHead(output, input), "};");
            string limit = $"BodyLimits.{Overrides.BodyLimit(operation.Name)}";
            output.Line($"ReadOnlyMemory<byte> {Body} = await exchange.ReadDocumentAsync({limit}, cancellationToken);");
            EmitBodyUse(output, operation);
        });
        EmitDocumentReader(output, operation);
    }

    private void EmitBodyUse(SourceWriter output, Operation operation)
    {
        if (Payload(operation) is not { } payload)
        {
            output.Line($"return ReadDocument({Body}.Span, head);");
            return;
        }

        bool isText = s3.Model.Target(payload).Kind == ShapeKind.String;
        string read = isText ? $"WireValue.Text({Body}.Span)" : $"ReadDocument({Body}.Span)";
        output.Line(payload.IsRequired
            ? $"if ({Body}.IsEmpty) throw ProtocolErrors.MissingRequestBody();"
            : $"if ({Body}.IsEmpty) return head;");
        output.Line($"return head with {{ {Names.Property(payload.Name)} = {read} }};");
    }

    private void EmitDocumentReader(SourceWriter output, Operation operation)
    {
        Shape input = operation.Input!;
        Member? payload = Payload(operation);
        if (payload is not null && s3.Model.Target(payload).Kind == ShapeKind.String) return;
        output.Line();
        if (payload is not null)
        {
            Shape target = s3.Model.Target(payload);
            output.Block(
                $"private static {target.Name} ReadDocument(ReadOnlySpan<byte> body)", () => EmitPayloadReader(output, payload, target));
            return;
        }

        output.Block($"private static {input.Name} ReadDocument(ReadOnlySpan<byte> body, {input.Name} head)", () =>
        {
            output.Line("XmlBodyReader reader = new(body);");
            output.Line($"reader.ReadRoot({Names.Utf8(S3Model.RootName(input, null))});");
            output.Line($"{input.Name} value = ReadMembers(ref reader, head);");
            output.Line("reader.ReadEnd();");
            output.Line("return value;");
        });
        output.Line();
        output.Block($"private static {input.Name} ReadMembers(ref XmlBodyReader reader, {input.Name} head)", () =>
            _xml.Emit(output, input, BodyMembers(operation), "head with"));
    }

    private static void EmitPayloadReader(SourceWriter output, Member payload, Shape target)
    {
        if (Overrides.MalformedDocument(target.Name) is not { } error)
        {
            EmitRead();
            return;
        }

        output.Block("try", EmitRead);
        const string Catch = "catch (Core.Errors.AwsException malformed) when (malformed.Code == \"MalformedXML\")";
        output.Block(Catch, () => output.Line($"throw {error};"));

        void EmitRead()
        {
            output.Line("XmlBodyReader reader = new(body);");
            output.Line($"reader.ReadRoot({Names.Utf8(S3Model.RootName(target, payload))});");
            output.Line($"{target.Name} value = {target.Name}Xml.Read(ref reader);");
            output.Line("reader.ReadEnd();");
            output.Line("return value;");
        }
    }

    private void EmitHead(SourceWriter output, Shape input)
    {
        foreach (Member member in input.Members)
        {
            if (Head(member) is { } expression) output.Line($"{Names.Property(member.Name)} = {expression},");
        }
    }

    private string? Head(Member member)
    {
        Shape target = s3.Model.Target(member);
        switch (S3Model.Locate(member))
        {
            case MemberLocation.Label:
                return member.Name == "Key" ? "exchange.Key" : "exchange.Bucket";
            case MemberLocation.Header when member.Traits.Text("httpHeader") == "Content-Length":
                return "exchange.ContentLength";
            case MemberLocation.Header:
                return Value(member, target, member.Traits.Text("httpHeader")!, "Header");
            case MemberLocation.Query:
                return Value(member, target, member.Traits.Text("httpQuery")!, "Query");
            case MemberLocation.PrefixHeaders:
                return $"exchange.HeadersBelow({Names.Literal(member.Traits.Text("httpPrefixHeaders")!)})";
            case MemberLocation.Payload when TypeNames.IsStream(target):
                return "exchange.RawBody";
            default:
                return null;
        }
    }

    private string Value(Member member, Shape target, string name, string source)
    {
        string literal = Names.Literal(name);
        string text = member.IsRequired ? $"exchange.Required{source}({literal})" : $"exchange.{source}({literal})";
        return target.Kind switch
        {
            ShapeKind.String or ShapeKind.Enum => source == "Query" && name.StartsWith("response-", StringComparison.Ordinal)
                ? $"WireValue.HeaderText({text}, {literal})"
                : text,
            ShapeKind.Integer when target.Name == "PartNumber" => $"WireValue.PartNumber({text})",
            ShapeKind.Integer when target.Traits.Number("range", "min") is { } min =>
                $"WireValue.Integer({text}, {literal}, {min}, {target.Traits.Number("range", "max")})",
            ShapeKind.Integer => $"WireValue.Integer({text}, {literal})",
            ShapeKind.Long => $"WireValue.Long({text}, {literal})",
            ShapeKind.Boolean => $"WireValue.Boolean({text}, {literal})",
            ShapeKind.Timestamp when name.StartsWith("If-", StringComparison.Ordinal) => $"WireValue.HttpDateOrNull({text})",
            ShapeKind.Timestamp when s3.TimestampFormat(member, MemberLocation.Header) == "http-date" =>
                $"WireValue.HttpDate({text}, {literal})",
            ShapeKind.Timestamp => $"WireValue.DateTime({text}, {literal})",
            ShapeKind.List when target.Name == "ObjectAttributesList" => $"WireValue.ObjectAttributes(exchange.{source}({literal}))",
            ShapeKind.List => $"WireValue.List({text})",
            _ => throw new NotSupportedException($"{target.Id}: no text form."),
        };
    }

    private static Member? Payload(Operation operation) =>
        operation.Input!.Members.SingleOrDefault(static member => S3Model.Locate(member) == MemberLocation.Payload);

    private static IReadOnlyList<Member> BodyMembers(Operation operation) =>
        [.. operation.Input!.Members.Where(static member => S3Model.Locate(member) == MemberLocation.Body)];
}
