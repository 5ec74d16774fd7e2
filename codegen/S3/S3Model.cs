using RustStack.Codegen.Model;

namespace RustStack.Codegen.S3;

/// <summary>
/// S3's model as its protocol sees it: what is read, what is written, and under which names (Smithy, "AWS restXml protocol").
/// </summary>
internal sealed class S3Model
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly HashSet<string> _events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _namespaces = new(StringComparer.Ordinal);

    /// <summary>Follows the operations' inputs and outputs.</summary>
    public S3Model(SmithyModel model)
    {
        Model = model;
        foreach (Operation operation in model.Operations)
        {
            if (operation.Input is { } input) Follow(input, _read);
            if (operation.Output is { } output) Follow(output, _written);
        }

        foreach (Shape kept in model.Shapes.Where(Overrides.IsKept)) Follow(kept, _written);
        foreach (Shape stream in model.Shapes.Where(static s => s.Kind == ShapeKind.Union && s.Traits.Has("streaming")))
        {
            _events.UnionWith([stream.Id, .. stream.Members.Select(static member => member.TargetId)]);
        }

        foreach (Member member in model.Shapes.Where(static s => s.Kind == ShapeKind.Structure).SelectMany(static s => s.Members))
        {
            if (member.Traits.Find("xmlNamespace") is not { } ns) continue;
            _namespaces[member.TargetId] = $"xmlns:{ns.GetProperty("prefix").GetString()}={ns.GetProperty("uri").GetString()}";
        }
    }

    /// <summary>The model.</summary>
    public SmithyModel Model { get; }

    /// <summary>The shapes that operations use, by name: structures, unions and enums.</summary>
    public IEnumerable<Shape> Types => Model.Shapes.Where(shape => IsRead(shape) || IsWritten(shape));

    /// <summary>Whether an input holds the shape.</summary>
    public bool IsRead(Shape shape) => _read.Contains(shape.Id);

    /// <summary>Whether an output holds the shape.</summary>
    public bool IsWritten(Shape shape) => _written.Contains(shape.Id);

    /// <summary>
    /// Whether the shape stands in XML: neither the whole input or output of an operation nor part of an event stream's framing.
    /// </summary>
    public bool IsElement(Shape shape) => !shape.Traits.Has("input") && !shape.Traits.Has("output") && !_events.Contains(shape.Id);

    /// <summary>The namespace that elements of a structure declare, as <c>name=value</c> of the attribute, or null.</summary>
    public string? DeclaredNamespace(Shape shape) => _namespaces.GetValueOrDefault(shape.Id);

    /// <summary>Where a member of an input or output travels.</summary>
    public static MemberLocation Locate(Member member) =>
        member.Traits.Has("httpLabel") ? MemberLocation.Label
        : member.Traits.Has("httpHeader") ? MemberLocation.Header
        : member.Traits.Has("httpPrefixHeaders") ? MemberLocation.PrefixHeaders
        : member.Traits.Has("httpQuery") ? MemberLocation.Query
        : member.Traits.Has("httpPayload") ? MemberLocation.Payload
        : MemberLocation.Body;

    /// <summary>The element name of a member.</summary>
    public static string ElementName(Member member) => member.Traits.Text("xmlName") ?? member.Name;

    /// <summary>The root element's name of a structure, or of the payload member that holds it.</summary>
    public static string RootName(Shape shape, Member? payload) =>
        payload?.Traits.Text("xmlName") ?? shape.Traits.Text("xmlName") ?? shape.Name;

    /// <summary>A timestamp's format where the model gives one, else the location's default.</summary>
    public string TimestampFormat(Member member, MemberLocation location) =>
        member.Traits.Text("timestampFormat") ?? Model.Target(member).Traits.Text("timestampFormat")
        ?? (location == MemberLocation.Header ? "http-date" : "date-time");

    private void Follow(Shape shape, HashSet<string> seen)
    {
        if (shape.Kind is not (ShapeKind.Structure or ShapeKind.Union or ShapeKind.Enum or ShapeKind.List) || !seen.Add(shape.Id)) return;
        if (shape.Kind == ShapeKind.Enum) return;
        foreach (Member member in shape.Members) Follow(Model.Target(member), seen);
    }
}
