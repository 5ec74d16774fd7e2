namespace RustStack.Expressions.Paths;

/// <summary>The top-level attributes that an expression reads or changes, and how.</summary>
public sealed class UsedAttributes
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _nested = new(StringComparer.Ordinal);

    internal UsedAttributes()
    {
    }

    /// <summary>Whether any of them is used by a path that leads into it.</summary>
    public bool HasNested => _nested.Count > 0;

    /// <summary>Whether an attribute is used.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <returns>True when it is.</returns>
    public bool Contains(string name) => _names.Contains(name);

    /// <summary>Whether an attribute is used by a path that leads into it, as into a map or a list.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <returns>True when it is.</returns>
    public bool IsNested(string name) => _nested.Contains(name);

    internal void Add(DocumentPath path)
    {
        _names.Add(path.Root);
        if (path.Rest.Length > 0) _nested.Add(path.Root);
    }
}
