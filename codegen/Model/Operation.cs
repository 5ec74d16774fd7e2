namespace RustStack.Codegen.Model;

/// <summary>An operation with its input, output and errors resolved.</summary>
/// <param name="Shape">The operation's own shape, with its traits (such as <c>http</c>).</param>
/// <param name="Input">The input structure, or null for none.</param>
/// <param name="Output">The output structure, or null for none.</param>
/// <param name="Errors">The errors that the model declares.</param>
internal sealed record Operation(Shape Shape, Shape? Input, Shape? Output, IReadOnlyList<Shape> Errors)
{
    /// <summary>The operation's name, such as <c>PutObject</c>.</summary>
    public string Name => Shape.Name;
}
