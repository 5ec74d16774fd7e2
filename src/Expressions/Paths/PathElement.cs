namespace RustStack.Expressions.Paths;

/// <summary>One element of a document path: the name of a map's entry or the index of a list's element.</summary>
/// <param name="Name">The name; null for an index.</param>
/// <param name="Index">The index, when there is no name.</param>
internal readonly record struct PathElement(string? Name, int Index);
