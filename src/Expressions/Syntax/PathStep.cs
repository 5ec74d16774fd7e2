namespace RustStack.Expressions.Syntax;

/// <summary>One element of a document path as written: a name, a placeholder for one, or a list index.</summary>
/// <param name="Name">The name or placeholder; null for an index.</param>
/// <param name="Index">The index, when there is no name.</param>
/// <param name="IsPlaceholder">Whether the name stands for another.</param>
internal readonly record struct PathStep(string? Name, int Index, bool IsPlaceholder = false);
