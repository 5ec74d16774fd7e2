namespace RustStack.Codegen.Model;

/// <summary>A shape of the model.</summary>
/// <param name="Id">The absolute id, <c>namespace#Name</c>.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Traits">Its traits.</param>
/// <param name="Members">Structure, union and enum members in the model's order; a list's <c>member</c>; a map's <c>key</c> and <c>value</c>.</param>
internal sealed record Shape(string Id, ShapeKind Kind, Traits Traits, IReadOnlyList<Member> Members)
{
    /// <summary>The shape's name without its namespace.</summary>
    public string Name => Id[(Id.IndexOf('#', StringComparison.Ordinal) + 1)..];

    /// <summary>A list's element.</summary>
    public Member Element => Members.Single(static m => m.Name == "member");

    /// <summary>A map's key.</summary>
    public Member Key => Members.Single(static m => m.Name == "key");

    /// <summary>A map's value.</summary>
    public Member Value => Members.Single(static m => m.Name == "value");
}
