using RustStack.Expressions.Errors;
using RustStack.Expressions.Paths;
using RustStack.Expressions.Projections;
using RustStack.Expressions.Syntax;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Updates;

/// <summary>The changes of an update with names and values bound. It is immutable; applying it changes nothing but computes.</summary>
public sealed class Update
{
    private readonly IReadOnlyList<UpdateAction> _actions;
    private readonly ExpressionError _typeMismatch;

    internal Update(IReadOnlyList<UpdateAction> actions, ExpressionError typeMismatch)
    {
        _actions = actions;
        _typeMismatch = typeMismatch;
        List<DocumentPath> paths = new(actions.Count);
        foreach (UpdateAction action in actions) paths.Add(action.Path);
        UpdatedPaths = new(paths);
    }

    /// <summary>The paths that are updated: applied to the item before and after, they give UPDATED_OLD and UPDATED_NEW.</summary>
    public Projection UpdatedPaths { get; }

    /// <summary>Finds the attributes that the update changes or reads.</summary>
    /// <returns>The attributes.</returns>
    public UsedAttributes FindAttributes()
    {
        var attributes = new UsedAttributes();
        foreach (UpdateAction action in _actions)
        {
            attributes.Add(action.Path);
            action.Value?.AddTo(attributes);
        }

        return attributes;
    }

    /// <summary>Finds the type that an attribute is set to, when that is known whatever the item is.</summary>
    /// <param name="attributeName">The attribute's name.</param>
    /// <returns>The type; null when the attribute is not set, or to what depends on the item.</returns>
    public AttributeType? FindAssignedType(string attributeName)
    {
        foreach (UpdateAction action in _actions)
        {
            if (action is { Kind: UpdateActionKind.Set, Path.Rest: [] } && action.Path.Root == attributeName) return action.Value?.StaticType;
        }

        return null;
    }

    /// <summary>
    /// Computes what the update makes of an item. Every right-hand side, index and path means the item as it is before.
    /// </summary>
    /// <param name="source">The item before, or its key attributes when there is no item.</param>
    /// <returns>The top-level attributes that change, or AWS's error.</returns>
    public ExpressionResult<IReadOnlyList<AttributeChange>> Apply(IAttributeSource source)
    {
        PathNode<Outcome> root = new();
        foreach (UpdateAction action in _actions)
        {
            if (!Evaluate(action, source).TryGet(out Outcome? outcome, out ExpressionError? error)) return new(error);
            root.Add(action.Path, outcome);
        }

        List<AttributeChange> changes = new(root.Children.Count);
        foreach ((PathElement element, PathNode<Outcome> node) in root.Children)
        {
            if (!Rewrite(source.Get(element.Name!), node, out AttributeValue? value)) return new(ExpressionErrors.InvalidUpdatePath);
            changes.Add(new(element.Name!, value));
        }

        return new((IReadOnlyList<AttributeChange>)changes);
    }

    private ExpressionResult<Outcome> Evaluate(UpdateAction action, IAttributeSource source)
    {
        if (action.Value is null) return new(Outcome.Removed);
        if (!action.Value.Evaluate(source).TryGet(out AttributeValue? operand, out ExpressionError? error)) return new(error);
        if (action.Kind == UpdateActionKind.Set) return new(new Outcome(operand));

        AttributeValue? current = action.Path.Read(source);
        if (action.Kind == UpdateActionKind.Delete)
        {
            if (current is null) return new(Outcome.Removed);
            return SetArithmetic.AreSets(current, operand) ? new(new Outcome(SetArithmetic.Remove(current, operand))) : new(_typeMismatch);
        }

        if (current is null) return new(new Outcome(operand));
        if (current is ListValue head && operand is ListValue tail)
            return new(new Outcome(new ListValue([.. head.Values, .. tail.Values])));
        if (SetArithmetic.Add(current, operand) is not { } sum) return new(_typeMismatch);
        return sum.TryGet(out AttributeValue? value, out error) ? new(new Outcome(value)) : new(error);
    }

    private static bool Rewrite(AttributeValue? current, PathNode<Outcome> node, out AttributeValue? value)
    {
        value = node.Leaf?.Value;
        if (node.Leaf is not null) return true;
        bool wantsList = node.Children.GetAt(0).Key.Name is null;
        return current switch
        {
            MapValue map when !wantsList => Rewrite(map, node, out value),
            ListValue list when wantsList => Rewrite(list, node, out value),
            _ => false,
        };
    }

    private static bool Rewrite(MapValue map, PathNode<Outcome> node, out AttributeValue? value)
    {
        Dictionary<string, AttributeValue> entries = new(map.Values, StringComparer.Ordinal);
        value = new MapValue(entries);
        foreach ((PathElement element, PathNode<Outcome> child) in node.Children)
        {
            if (!Rewrite(entries.GetValueOrDefault(element.Name!), child, out AttributeValue? entry)) return false;
            if (entry is null) entries.Remove(element.Name!);
            else entries[element.Name!] = entry;
        }

        return true;
    }

    private static bool Rewrite(ListValue list, PathNode<Outcome> node, out AttributeValue? value)
    {
        List<AttributeValue?> elements = [.. list.Values];
        value = null;
        foreach ((PathElement place, PathNode<Outcome> child) in node.Children)
        {
            bool exists = place.Index < list.Values.Count;
            if (!Rewrite(exists ? list.Values[place.Index] : null, child, out AttributeValue? element)) return false;
            if (exists) elements[place.Index] = element;
            else elements.Add(element);
        }

        elements.RemoveAll(static element => element is null);
        value = new ListValue(elements!);
        return true;
    }

    /// <summary>What an action leaves at its path: a value, or nothing.</summary>
    private sealed record Outcome(AttributeValue? Value)
    {
        public static readonly Outcome Removed = new((AttributeValue?)null);
    }
}
