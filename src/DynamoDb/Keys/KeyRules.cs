using RustStack.DynamoDb.Items;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Keys;

/// <summary>
/// What keys must be (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-partition-sort-keys).
/// </summary>
internal static class KeyRules
{
    private const int MaxPartitionBytes = 2048;
    private const int MaxSortBytes = 1024;

    /// <summary>Checks that an item has a table's key.</summary>
    /// <param name="layout">The table's key.</param>
    /// <param name="item">The item.</param>
    /// <returns>What is wrong in AWS's words, or null.</returns>
    public static string? CheckItem(KeyLayout layout, Item item) => CheckItemSchema(layout, item) ?? CheckValues(layout, item);

    /// <summary>Checks that attributes are a table's key and nothing else.</summary>
    /// <param name="layout">The table's key.</param>
    /// <param name="key">The attributes.</param>
    /// <returns>What is wrong in AWS's words, or null.</returns>
    public static string? CheckKey(KeyLayout layout, Item key) => CheckKeySchema(layout, key) ?? CheckValues(layout, key);

    /// <summary>Checks that an item has the attributes of a table's key, each of its type.</summary>
    /// <param name="layout">The table's key.</param>
    /// <param name="item">The item.</param>
    /// <returns>What is wrong in AWS's words, or null.</returns>
    public static string? CheckItemSchema(KeyLayout layout, Item item)
    {
        foreach (KeyAttribute key in layout.Declared)
        {
            ReadOnlySpan<byte> value = item.Find(key.WireNameBytes);
            if (value.IsEmpty) return KeyErrorText.Missing(key.Name);
            AttributeType actual = AttributeWire.TypeOf(value);
            if (actual != key.Type) return KeyErrorText.Type(key, actual);
        }

        return null;
    }

    /// <summary>Checks that attributes are those of a table's key and nothing else, each of its type.</summary>
    /// <param name="layout">The table's key.</param>
    /// <param name="key">The attributes.</param>
    /// <returns>What is wrong in AWS's words, or null.</returns>
    public static string? CheckKeySchema(KeyLayout layout, Item key) =>
        MatchesSchema(layout.Declared, key) ? null : KeyErrorText.SchemaMismatch;

    /// <summary>Checks the values of a key whose attributes and types are right: none empty, none too long.</summary>
    /// <param name="layout">The table's key.</param>
    /// <param name="item">The item, or its key.</param>
    /// <returns>What is wrong in AWS's words, or null.</returns>
    public static string? CheckValues(KeyLayout layout, Item item)
    {
        foreach (KeyAttribute key in layout.Declared)
        {
            if (IsEmpty(item.Find(key.WireNameBytes))) return KeyErrorText.Empty(key);
        }

        return CheckSizes(layout, item);
    }

    /// <summary>Whether attributes are those of a key and nothing else, each of its type.</summary>
    /// <param name="attributes">The key's attributes.</param>
    /// <param name="key">The attributes given.</param>
    /// <returns>True when they are.</returns>
    public static bool MatchesSchema(IReadOnlyList<KeyAttribute> attributes, Item key)
    {
        if (key.Count != attributes.Count) return false;
        foreach (KeyAttribute attribute in attributes)
        {
            ReadOnlySpan<byte> value = key.Find(attribute.WireNameBytes);
            if (value.IsEmpty || AttributeWire.TypeOf(value) != attribute.Type) return false;
        }

        return true;
    }

    /// <summary>Checks the values that an item that is put has for an index's key: they may be missing, but not be wrong.</summary>
    /// <param name="layout">The index's key.</param>
    /// <param name="indexName">The index's name.</param>
    /// <param name="item">The item.</param>
    /// <returns>What is wrong in AWS's words, or null.</returns>
    public static string? CheckIndexed(KeyLayout layout, string indexName, Item item)
    {
        foreach (KeyAttribute key in layout.Declared)
        {
            ReadOnlySpan<byte> value = item.Find(key.WireNameBytes);
            if (value.IsEmpty) continue;
            AttributeType actual = AttributeWire.TypeOf(value);
            if (actual != key.Type) return KeyErrorText.IndexType(key, actual, indexName);
            if (IsEmpty(value)) return KeyErrorText.IndexEmpty(key, indexName);
        }

        return CheckSizes(layout, item);
    }

    /// <summary>Checks the values that an updated item has for an index's key.</summary>
    /// <param name="layout">The index's key.</param>
    /// <param name="item">The item as it will be.</param>
    /// <returns>What is wrong in AWS's words, or null.</returns>
    public static string? CheckUpdated(KeyLayout layout, Item item)
    {
        foreach (KeyAttribute key in layout.Declared)
        {
            ReadOnlySpan<byte> value = item.Find(key.WireNameBytes);
            if (value.IsEmpty) continue;
            if (AttributeWire.TypeOf(value) != key.Type) return KeyErrorText.UpdatedIndexKeyType;
            if (IsEmpty(value)) return KeyErrorText.UpdatedIndexKeyEmpty(key);
        }

        return CheckSizes(layout, item) is null ? null : KeyErrorText.UpdatedIndexKeySize;
    }

    private static string? CheckSizes(KeyLayout layout, Item item)
    {
        if (Size(layout.Partition, item) > MaxPartitionBytes) return KeyErrorText.PartitionTooLong;
        return Size(layout.Sort, item) > MaxSortBytes ? KeyErrorText.SortTooLong : null;
    }

    private static int Size(IReadOnlyList<KeyAttribute> attributes, Item item)
    {
        int size = 0;
        foreach (KeyAttribute attribute in attributes) size += item.SizeOf(attribute.WireNameBytes);
        return size;
    }

    // No key is an empty number; an empty string or binary has nothing between its quotes.
    private static bool IsEmpty(ReadOnlySpan<byte> value) => AttributeWire.ScalarText(value).IsEmpty;
}
