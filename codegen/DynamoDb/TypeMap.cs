using RustStack.Codegen.Model;
using RustStack.Codegen.Output;

namespace RustStack.Codegen.DynamoDb;

/// <summary>How the model's shapes become C# types, and how each is read from and written to JSON.</summary>
/// <param name="model">The model.</param>
/// <param name="ns">The namespace of the generated code.</param>
internal sealed class TypeMap(SmithyModel model, string ns)
{
    private const string ServicePackage = "com.amazonaws.dynamodb.v20120810.";

    /// <summary>The C# type, without a nullability mark.</summary>
    public string Type(Shape shape) => shape.Kind switch
    {
        ShapeKind.String or ShapeKind.Enum => "string",
        ShapeKind.Boolean => "bool",
        ShapeKind.Integer => "int",
        ShapeKind.Long => "long",
        ShapeKind.Double => "double",
        ShapeKind.Timestamp => "DateTimeOffset",
        ShapeKind.List => $"IReadOnlyList<{ElementType(shape)}>",
        ShapeKind.Map when IsItem(shape) => "Item",
        ShapeKind.Map => $"IReadOnlyDictionary<string, {ElementType(shape)}>",
        ShapeKind.Structure => shape.Name,
        ShapeKind.Union when shape.Name == "AttributeValue" => "AttributeValue",
        _ => throw Unsupported(shape),
    };

    /// <summary>Whether the C# type is a value type.</summary>
    public static bool IsValueType(Shape shape) =>
        shape.Kind is ShapeKind.Boolean or ShapeKind.Integer or ShapeKind.Long or ShapeKind.Double or ShapeKind.Timestamp;

    /// <summary>Whether the shape is an item or a key: a map of attribute values, except the values of an expression.</summary>
    public bool IsItem(Shape shape) =>
        shape.Kind == ShapeKind.Map && model.Target(shape.Value).Kind == ShapeKind.Union && shape.Name != "ExpressionAttributeValueMap";

    /// <summary>An expression that reads the shape from the token at hand; null for JSON's null.</summary>
    public string Read(Shape shape, string reader = "reader") => shape.Kind switch
    {
        ShapeKind.List => $"JsonInput.ReadList(ref {reader}, {ElementReader(shape.Element)}, {Structuredness(shape.Element)})",
        ShapeKind.Map when !IsItem(shape) =>
            $"JsonInput.ReadMap(ref {reader}, {ElementReader(shape.Value)}, {Structuredness(shape.Value)}, {JavaLiteral(shape)})",
        _ => $"{Reader(shape)}(ref {reader})",
    };

    /// <summary>Statements that write the value of an expression as JSON.</summary>
    /// <param name="shape">The value's shape.</param>
    /// <param name="value">The C# expression, not null.</param>
    /// <param name="depth">How deep in collections the value is: names the loop variables.</param>
    /// <param name="output">Receives the statements.</param>
    public void Write(Shape shape, string value, int depth, SourceWriter output)
    {
        switch (shape.Kind)
        {
            case ShapeKind.List:
                output.Line("writer.WriteStartArray();");
                output.Block(
                    $"foreach ({ElementType(shape)} element{depth} in {value})",
                    () => Write(model.Target(shape.Element), $"element{depth}", depth + 1, output));
                output.Line("writer.WriteEndArray();");
                break;
            case ShapeKind.Map when !IsItem(shape):
                output.Line("writer.WriteStartObject();");
                output.Block($"foreach ((string key{depth}, {ElementType(shape)} value{depth}) in {value})", () =>
                {
                    output.Line($"writer.WritePropertyName(key{depth});");
                    Write(model.Target(shape.Value), $"value{depth}", depth + 1, output);
                });
                output.Line("writer.WriteEndObject();");
                break;
            default:
                output.Line(WriteScalar(shape, value));
                break;
        }
    }

    private string WriteScalar(Shape shape, string value) => shape.Kind switch
    {
        ShapeKind.String or ShapeKind.Enum => $"writer.WriteStringValue({value});",
        ShapeKind.Boolean => $"writer.WriteBooleanValue({value});",
        ShapeKind.Integer or ShapeKind.Long or ShapeKind.Double => $"writer.WriteNumberValue({value});",
        ShapeKind.Timestamp => $"JsonOutput.WriteTimestamp(writer, {value});",
        ShapeKind.Map when IsItem(shape) => $"{value}.WriteTo(writer);",
        ShapeKind.Structure => $"{value}.Write(writer);",
        ShapeKind.Union => $"AttributeValueJson.Write(writer, {value});",
        _ => throw Unsupported(shape),
    };

    private string ElementType(Shape collection) =>
        Type(model.Target(collection.Kind == ShapeKind.List ? collection.Element : collection.Value));

    private string ElementReader(Member member)
    {
        Shape shape = model.Target(member);
        // A null element of a value type could not be told from a value.
        if (IsValueType(shape)) throw Unsupported(shape);
        return shape.Kind is ShapeKind.List || (shape.Kind is ShapeKind.Map && !IsItem(shape))
            ? $"static (ref Utf8JsonReader element) => {Read(shape, "element")}"
            : Reader(shape);
    }

    private string Reader(Shape shape) => shape.Kind switch
    {
        ShapeKind.String or ShapeKind.Enum => "JsonInput.ReadString",
        ShapeKind.Boolean => "JsonInput.ReadBoolean",
        ShapeKind.Integer => "JsonInput.ReadInteger",
        ShapeKind.Long => "JsonInput.ReadLong",
        ShapeKind.Double => "JsonInput.ReadDouble",
        ShapeKind.Timestamp => "JsonInput.ReadTimestamp",
        ShapeKind.Map when IsItem(shape) => "JsonInput.ReadItem",
        ShapeKind.Structure => $"{Names.Qualified(shape.Name, ns)}.Read",
        ShapeKind.Union => "JsonInput.ReadAttributeValue",
        _ => throw Unsupported(shape),
    };

    // An element that is a structure, map or list has a message of its own when a scalar stands in its place.
    private string Structuredness(Member member) =>
        model.Target(member).Kind is ShapeKind.Structure or ShapeKind.Union or ShapeKind.Map or ShapeKind.List
            ? "isStructured: true"
            : "isStructured: false";

    private string JavaLiteral(Shape shape) => Names.Literal(JavaType(shape));

    private string JavaType(Shape shape) => shape.Kind switch
    {
        ShapeKind.String or ShapeKind.Enum => "java.lang.String",
        ShapeKind.Map => $"java.util.Map<java.lang.String, {JavaType(model.Target(shape.Value))}>",
        ShapeKind.List => $"java.util.List<{JavaType(model.Target(shape.Element))}>",
        ShapeKind.Structure or ShapeKind.Union => ServicePackage + shape.Name,
        _ => throw Unsupported(shape),
    };

    private static InvalidOperationException Unsupported(Shape shape) =>
        new($"The generator has no C# form for {shape.Id} ({shape.Kind}).");
}
