namespace RustStack.Expressions.Values;

/// <summary>What conditions, filters, projections and updates read an item through.</summary>
public interface IAttributeSource
{
    /// <summary>Reads one top-level attribute.</summary>
    /// <param name="attributeName">The attribute's name.</param>
    /// <returns>Its value, or null when the item has no such attribute.</returns>
    AttributeValue? Get(string attributeName);
}
