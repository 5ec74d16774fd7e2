using RustStack.Expressions.Updates;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Items;

/// <summary>Makes items of values and of other items. Attributes that do not change are copied as bytes.</summary>
internal static class ItemEdit
{
    /// <summary>Makes an item of decoded attributes.</summary>
    /// <param name="attributes">Names and values.</param>
    /// <returns>The item.</returns>
    public static Item Of(IEnumerable<KeyValuePair<string, AttributeValue>> attributes)
    {
        ItemBuilder builder = ItemBuilder.Shared;
        builder.Start();
        foreach ((string name, AttributeValue value) in attributes) Add(builder, name, value);
        return builder.ToItem();
    }

    /// <summary>Makes an item of another, some of whose attributes are replaced, added or removed.</summary>
    /// <param name="item">The other item.</param>
    /// <param name="changes">The attributes that change, each once.</param>
    /// <returns>The new item.</returns>
    public static Item With(Item item, IReadOnlyList<AttributeChange> changes)
    {
        ItemBuilder builder = ItemBuilder.Shared;
        builder.Start();
        byte[][] names = new byte[changes.Count][];
        bool[] found = new bool[changes.Count];
        for (int i = 0; i < names.Length; i++) names[i] = WireName.Of(changes[i].Name);
        ItemAttributes attributes = item.Attributes;
        while (attributes.MoveNext())
        {
            int index = IndexOf(names, attributes.Name);
            if (index < 0) builder.Copy(attributes);
            else Add(builder, changes[index]);
            if (index >= 0) found[index] = true;
        }

        for (int i = 0; i < names.Length; i++)
        {
            if (!found[i]) Add(builder, changes[i]);
        }

        return builder.ToItem();
    }

    /// <summary>Makes an item of some of another's attributes.</summary>
    /// <param name="item">The other item.</param>
    /// <param name="wireNames">The names as JSON writes them, without quotes.</param>
    /// <returns>The attributes of those names that the item has.</returns>
    public static Item Only(Item item, ReadOnlySpan<byte[]> wireNames)
    {
        ItemBuilder builder = ItemBuilder.Shared;
        builder.Start();
        ItemAttributes attributes = item.Attributes;
        while (attributes.MoveNext())
        {
            if (IndexOf(wireNames, attributes.Name) >= 0) builder.Copy(attributes);
        }

        return builder.ToItem();
    }

    /// <summary>Keeps the last of attributes, and of members of maps within them, that have one name.</summary>
    /// <param name="item">The item.</param>
    /// <returns>An item in which every name is there once.</returns>
    public static Item WithoutRepeatedNames(Item item)
    {
        var last = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        ItemAttributes attributes = item.Attributes;
        while (attributes.MoveNext()) last[WireName.ToText(attributes.Name)] = AttributeDecoder.Decode(attributes.Value);
        return Of(last);
    }

    private static int IndexOf(ReadOnlySpan<byte[]> names, ReadOnlySpan<byte> name)
    {
        for (int i = 0; i < names.Length; i++)
        {
            if (name.SequenceEqual(names[i])) return i;
        }

        return -1;
    }

    private static void Add(ItemBuilder builder, AttributeChange change)
    {
        if (change.Value is { } value) Add(builder, change.Name, value);
    }

    private static void Add(ItemBuilder builder, string name, AttributeValue value)
    {
        builder.BeginAttribute();
        int size = builder.Body.AddEscaped(name);
        builder.EndName();
        AttributeEncoder.Write(builder.Body, value);
        builder.EndAttribute(size + AttributeSize.Of(value));
    }
}
