using RustStack.DynamoDb.Items;

namespace RustStack.DynamoDb.Keys;

/// <summary>
/// Which attributes make up the key of a table or index, and the bytes of that key: <c>hash(partition) | partition | sort | rest</c>,
/// so that comparing bytes orders items by the hash of their partition, and within a partition by their sort key. Every part ends
/// itself, so no key begins another.
/// </summary>
/// <param name="partition">The partition key: one attribute, in a global index up to four.</param>
/// <param name="sort">The sort key: none or one, in a global index up to four.</param>
/// <param name="rest">In an index, the table's key attributes that are not in the index's own: they make entries unique.</param>
internal sealed class KeyLayout(KeyAttribute[] partition, KeyAttribute[] sort, KeyAttribute[] rest)
{
    /// <summary>The partition key.</summary>
    public KeyAttribute[] Partition { get; } = partition;

    /// <summary>The sort key, possibly empty.</summary>
    public KeyAttribute[] Sort { get; } = sort;

    /// <summary>The names of the partition key's attributes.</summary>
    public string[] PartitionNames { get; } = Array.ConvertAll(partition, static attribute => attribute.Name);

    /// <summary>The names of the sort key's attributes.</summary>
    public string[] SortNames { get; } = Array.ConvertAll(sort, static attribute => attribute.Name);

    /// <summary>Every attribute of the key bytes in their order.</summary>
    public KeyAttribute[] All { get; } = [.. partition, .. sort, .. rest];

    /// <summary>The attributes that the table or index declares itself.</summary>
    public KeyAttribute[] Declared { get; } = [.. partition, .. sort];

    /// <summary>The names of <see cref="All"/> as they stand in items.</summary>
    public byte[][] WireNames { get; } =
        [.. partition.Select(Name), .. sort.Select(Name), .. rest.Select(Name)];

    /// <summary>Makes the layout of an index on this table.</summary>
    /// <param name="indexPartition">The index's partition key.</param>
    /// <param name="indexSort">The index's sort key.</param>
    /// <returns>The layout, with the table's key at its end.</returns>
    public KeyLayout ForIndex(KeyAttribute[] indexPartition, KeyAttribute[] indexSort) => new(
        indexPartition,
        indexSort,
        [.. Declared.Where(attribute => !Has(indexPartition, attribute.Name) && !Has(indexSort, attribute.Name))]);

    /// <summary>Whether an attribute is part of the key that the table or index declares.</summary>
    /// <param name="attributeName">The attribute's name.</param>
    /// <returns>True when it is.</returns>
    public bool Declares(string attributeName) => Has(Declared, attributeName);

    /// <summary>Finds an attribute of the key that the table or index declares.</summary>
    /// <param name="attributeName">The attribute's name.</param>
    /// <returns>The attribute, or null.</returns>
    public KeyAttribute? Find(string attributeName)
    {
        foreach (KeyAttribute attribute in Declared)
        {
            if (attribute.Name == attributeName) return attribute;
        }

        return null;
    }

    /// <summary>Encodes the key of an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="key">The key bytes; they hold until the thread encodes the next key.</param>
    /// <returns>False when the item lacks a part of the key, or has it with another type: an index does not have such an item.</returns>
    public bool TryEncode(Item item, out ReadOnlySpan<byte> key)
    {
        KeyEncoder encoder = KeyEncoder.Shared;
        key = default;
        encoder.Start();
        for (int i = 0; i < All.Length; i++)
        {
            ReadOnlySpan<byte> value = item.Find(All[i].WireNameBytes);
            if (value.IsEmpty || AttributeWire.TypeOf(value) != All[i].Type) return false;
            encoder.Add(All[i].Type, AttributeWire.ScalarText(value));
            if (i == Partition.Length - 1) encoder.EndPartition();
        }

        key = encoder.Written;
        return true;
    }

    /// <summary>Encodes the key of an item that was validated.</summary>
    /// <param name="item">The item.</param>
    /// <returns>The key bytes; they hold until the thread encodes the next key.</returns>
    /// <exception cref="ArgumentException">The item has no valid key: it was not validated.</exception>
    public ReadOnlySpan<byte> Encode(Item item) =>
        TryEncode(item, out ReadOnlySpan<byte> key) ? key : throw new ArgumentException("The item lacks a key.", nameof(item));

    private static byte[] Name(KeyAttribute attribute) => attribute.WireNameBytes;

    private static bool Has(IReadOnlyList<KeyAttribute> attributes, string name)
    {
        foreach (KeyAttribute attribute in attributes)
        {
            if (attribute.Name == name) return true;
        }

        return false;
    }
}
