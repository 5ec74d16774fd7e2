using RustStack.Codegen.Model;

namespace RustStack.Codegen.S3;

/// <summary>The C# types of members.</summary>
internal sealed class TypeNames(S3Model s3)
{
    /// <summary>A property's type, with its question mark where the value may be absent.</summary>
    /// <param name="owner">The structure.</param>
    /// <param name="member">Its member.</param>
    public string Property(Shape owner, Member member) => Bare(s3.Model.Target(member)) + (IsAlwaysThere(owner, member) ? "" : "?");

    /// <summary>Whether a property is never null: what an input requires, and what every operation of that input may rely on.</summary>
    public bool IsAlwaysThere(Shape owner, Member member)
    {
        if (s3.IsWritten(owner) || IsValueType(s3.Model.Target(member))) return false;
        return member.IsRequired || IsStream(s3.Model.Target(member));
    }

    /// <summary>A type without its question mark.</summary>
    public string Bare(Shape shape) => shape.Kind switch
    {
        ShapeKind.String or ShapeKind.Enum => "string",
        ShapeKind.Integer => "int",
        ShapeKind.Long => "long",
        ShapeKind.Boolean => "bool",
        ShapeKind.Timestamp => "DateTimeOffset",
        ShapeKind.Blob when IsStream(shape) => "Stream",
        ShapeKind.Blob => "byte[]",
        ShapeKind.List => $"IReadOnlyList<{Bare(s3.Model.Target(shape.Element))}>",
        ShapeKind.Map => $"IReadOnlyDictionary<string, {Bare(s3.Model.Target(shape.Value))}>",
        ShapeKind.Union when IsStream(shape) => "Stream",
        ShapeKind.Structure or ShapeKind.Union => shape.Name,
        _ => throw new NotSupportedException($"{shape.Id}: S3 has no {shape.Kind} members."),
    };

    /// <summary>Whether the type is a C# value type.</summary>
    public static bool IsValueType(Shape shape) =>
        shape.Kind is ShapeKind.Integer or ShapeKind.Long or ShapeKind.Boolean or ShapeKind.Timestamp;

    /// <summary>Whether the shape streams: a body that is never held whole.</summary>
    public static bool IsStream(Shape shape) => shape.Traits.Has("streaming");
}
