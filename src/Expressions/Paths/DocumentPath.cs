using System.Globalization;
using System.Text;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Paths;

/// <summary>A place in an item: a top-level attribute and the way into it.</summary>
/// <param name="root">The top-level attribute's name.</param>
/// <param name="rest">The elements after it.</param>
internal sealed class DocumentPath(string root, PathElement[] rest) : IEquatable<DocumentPath>
{
    public string Root { get; } = root;

    public PathElement[] Rest { get; } = rest;

    /// <summary>Reads the value at this place, or null when there is none.</summary>
    public AttributeValue? Read(IAttributeSource source)
    {
        AttributeValue? value = source.Get(Root);
        for (int i = 0; i < Rest.Length && value is not null; i++) value = Step(value, Rest[i]);
        return value;
    }

    /// <summary>Reads one element of a value, or null when it has no such element.</summary>
    public static AttributeValue? Step(AttributeValue value, PathElement element) => (value, element.Name) switch
    {
        (MapValue map, { } name) => map.Values.GetValueOrDefault(name),
        (ListValue list, null) when element.Index < list.Values.Count => list.Values[element.Index],
        _ => null,
    };

    public bool Equals(DocumentPath? other) => other is not null && Root == other.Root && Rest.AsSpan().SequenceEqual(other.Rest);

    public override bool Equals(object? obj) => Equals(obj as DocumentPath);

    public override int GetHashCode() => HashCode.Combine(Root, Rest.Length);

    /// <summary>The path as AWS's error texts show it, such as <c>[a, b, [0]]</c>.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append('[').Append(Root);
        foreach (PathElement element in Rest)
        {
            text.Append(", ");
            if (element.Name is { } name) text.Append(name);
            else text.Append(CultureInfo.InvariantCulture, $"[{element.Index}]");
        }

        return text.Append(']').ToString();
    }
}
