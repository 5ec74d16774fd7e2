namespace RustStack.Expressions.Paths;

/// <summary>A tree of document paths that neither overlap nor conflict, with something at the end of each.</summary>
/// <typeparam name="T">What is at the end of a path.</typeparam>
internal sealed class PathNode<T>
    where T : class
{
    /// <summary>What is at the end of the path; null where paths go on.</summary>
    public T? Leaf { get; private set; }

    /// <summary>The ways on: names in the order of the text, or indexes in ascending order.</summary>
    public OrderedDictionary<PathElement, PathNode<T>> Children { get; } = [];

    /// <summary>Adds a path below this node.</summary>
    public void Add(DocumentPath path, T leaf)
    {
        PathNode<T> node = Child(new(path.Root, 0));
        foreach (PathElement element in path.Rest) node = node.Child(element);
        node.Leaf = leaf;
    }

    private PathNode<T> Child(PathElement element)
    {
        if (Children.TryGetValue(element, out PathNode<T>? child)) return child;
        child = new();
        int position = Children.Count;
        while (element.Name is null && position > 0 && Children.GetAt(position - 1).Key.Index > element.Index) position--;
        Children.Insert(position, element, child);
        return child;
    }
}
