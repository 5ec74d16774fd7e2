namespace RustStack.Codegen.Model;

/// <summary>A member of a structure, union, enum, list or map, resolved to the shape that it targets.</summary>
/// <param name="Name">The member's name in the model.</param>
/// <param name="TargetId">The absolute id of the target shape.</param>
/// <param name="Traits">The member's own traits; the target has its own.</param>
internal sealed record Member(string Name, string TargetId, Traits Traits)
{
    /// <summary>Whether the model requires the member.</summary>
    public bool IsRequired => Traits.Has("required");
}
