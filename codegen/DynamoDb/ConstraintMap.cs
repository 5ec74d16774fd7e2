using RustStack.Codegen.Model;
using RustStack.Codegen.Output;

namespace RustStack.Codegen.DynamoDb;

/// <summary>The constraints of the model's shapes and members.</summary>
/// <param name="model">The model.</param>
internal sealed class ConstraintMap(SmithyModel model)
{
    /// <summary>Whether a string shape has a constraint on its text.</summary>
    public static bool IsConstrained(Shape shape) => !Overrides.IsCheckedElsewhere(shape.Name) && HasConstraint(shape);

    private static bool HasConstraint(Shape shape) =>
        shape.Kind == ShapeKind.Enum || (shape.Kind == ShapeKind.String && (Pattern(shape) is not null || !Length(shape).AllowAnyLength));

    /// <summary>A shape's own length.</summary>
    public static Bounds Length(Shape shape) => new(shape.Traits.Number("length", "min"), shape.Traits.Number("length", "max"));

    /// <summary>A member's length: its own, else that of the shape it targets.</summary>
    public Bounds Length(Shape structure, Member member) =>
        Overrides.MemberLength(structure.Name, member.Name) ?? Length(model.Target(member));

    /// <summary>A number's range.</summary>
    public static Bounds Range(Shape shape) => new(shape.Traits.Number("range", "min"), shape.Traits.Number("range", "max"));

    /// <summary>A string's pattern as AWS's messages show it, without anchors; null for none.</summary>
    public static string? Pattern(Shape shape) => shape.Traits.Text("pattern") is { } pattern
        ? pattern.TrimStart('^').TrimEnd('$')
        : Overrides.Pattern(shape.Name);

    /// <summary>
    /// Whether a structure, or anything below it, has something to check: a required member, a constrained one, a collection
    /// (whose elements must not be null).
    /// </summary>
    public bool IsChecked(Shape structure) =>
        structure.Kind == ShapeKind.Structure
        && !Overrides.IsCheckedElsewhere(structure.Name)
        && structure.Members.Any(member => member.IsRequired || IsCheckedTarget(model.Target(member)));

    /// <summary>The class whose <c>Check</c> and <c>Constraints</c> hold a constrained string's or enum's rules.</summary>
    public static string ClassName(Shape shape, string ns) =>
        shape.Kind == ShapeKind.Enum ? Names.Qualified(shape.Name, ns) : $"{shape.Name}Constraint";

    private bool IsCheckedTarget(Shape shape) => shape.Kind switch
    {
        ShapeKind.List or ShapeKind.Map => true,
        ShapeKind.Structure => IsChecked(shape),
        ShapeKind.Integer or ShapeKind.Long or ShapeKind.Double => Range(shape) != default,
        _ => IsConstrained(shape),
    };
}
