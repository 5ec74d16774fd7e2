using System.Globalization;
using RustStack.Expressions.Paths;
using RustStack.Expressions.Projections;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.PartiQl;

/// <summary>
/// The columns of a SELECT: each is an attribute of its own in the answer, named after the last name of its path and the indexes that
/// follow it, as <c>c[0]</c> for <c>a.b.c[0]</c>. Of two columns with one name the first counts.
/// </summary>
internal sealed class ColumnProjection : IProjection
{
    private readonly List<KeyValuePair<string, DocumentPath>> _columns = [];

    /// <summary>Makes a projection.</summary>
    /// <param name="paths">The columns, one at least.</param>
    public ColumnProjection(IReadOnlyList<DocumentPath> paths)
    {
        List<string> roots = [];
        foreach (DocumentPath path in paths)
        {
            Attributes.Add(path);
            if (!roots.Contains(path.Root)) roots.Add(path.Root);
            string name = NameOf(path);
            if (!_columns.Exists(column => column.Key == name)) _columns.Add(new(name, path));
        }

        AttributeNames = roots;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> AttributeNames { get; }

    /// <inheritdoc/>
    public bool IsTopLevelOnly => !Attributes.HasNested;

    /// <inheritdoc/>
    public UsedAttributes Attributes { get; } = new();

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, AttributeValue>> Apply(IAttributeSource source)
    {
        List<KeyValuePair<string, AttributeValue>> attributes = new(_columns.Count);
        foreach ((string name, DocumentPath path) in _columns)
        {
            if (path.Read(source) is { } value) attributes.Add(new(name, value));
        }

        return attributes;
    }

    private static string NameOf(DocumentPath path)
    {
        string name = path.Root;
        foreach (PathElement element in path.Rest)
            name = element.Name ?? string.Create(CultureInfo.InvariantCulture, $"{name}[{element.Index}]");
        return name;
    }
}
