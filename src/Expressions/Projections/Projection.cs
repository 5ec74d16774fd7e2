using RustStack.Expressions.Paths;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Projections;

/// <summary>The parts of an item that a read returns. It is immutable and may be applied by many threads at once.</summary>
public sealed class Projection : IProjection
{
    private readonly PathNode<DocumentPath> _root = new();

    internal Projection(IReadOnlyList<DocumentPath> paths)
    {
        List<string> names = [];
        foreach (DocumentPath path in paths)
        {
            _root.Add(path, path);
            Attributes.Add(path);
        }

        foreach (PathElement element in _root.Children.Keys) names.Add(element.Name!);
        AttributeNames = names;
    }

    /// <summary>The top-level attributes that it reads, each once.</summary>
    public IReadOnlyList<string> AttributeNames { get; }

    /// <summary>Whether it asks for whole top-level attributes only, so that they can be copied undecoded.</summary>
    public bool IsTopLevelOnly => !Attributes.HasNested;

    /// <summary>The attributes that it reads, and how.</summary>
    public UsedAttributes Attributes { get; } = new();

    /// <summary>
    /// Reads the parts that an item has. Paths into one attribute come back merged into one value; elements of a list close ranks in their
    /// order.
    /// </summary>
    /// <param name="source">The item.</param>
    /// <returns>The attributes found, by name, in the order of the projection.</returns>
    public IReadOnlyList<KeyValuePair<string, AttributeValue>> Apply(IAttributeSource source)
    {
        List<KeyValuePair<string, AttributeValue>> attributes = new(_root.Children.Count);
        foreach ((PathElement element, PathNode<DocumentPath> node) in _root.Children)
        {
            if (source.Get(element.Name!) is { } value && Prune(value, node) is { } part) attributes.Add(new(element.Name!, part));
        }

        return attributes;
    }

    private static AttributeValue? Prune(AttributeValue value, PathNode<DocumentPath> node) => (node.Leaf, value) switch
    {
        (not null, _) => value,
        (null, MapValue map) => Prune(map, node),
        (null, ListValue list) => Prune(list, node),
        _ => null,
    };

    private static MapValue? Prune(MapValue map, PathNode<DocumentPath> node)
    {
        Dictionary<string, AttributeValue> parts = new(StringComparer.Ordinal);
        foreach ((PathElement element, PathNode<DocumentPath> child) in node.Children)
        {
            if (DocumentPath.Step(map, element) is { } value && Prune(value, child) is { } part) parts.Add(element.Name!, part);
        }

        return parts.Count == 0 ? null : new(parts);
    }

    private static ListValue? Prune(ListValue list, PathNode<DocumentPath> node)
    {
        List<AttributeValue> parts = [];
        foreach ((PathElement element, PathNode<DocumentPath> child) in node.Children)
        {
            if (DocumentPath.Step(list, element) is { } value && Prune(value, child) is { } part) parts.Add(part);
        }

        return parts.Count == 0 ? null : new(parts);
    }
}
