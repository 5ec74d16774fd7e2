using RustStack.DynamoDb.Keys;

namespace RustStack.DynamoDb.Tables;

/// <summary>Where an item is: its table and its key. Two of the same content are equal.</summary>
/// <param name="table">The table.</param>
/// <param name="key">The key bytes.</param>
internal readonly struct ItemAddress(Table table, byte[] key) : IEquatable<ItemAddress>
{
    private readonly Table _table = table;
    private readonly byte[] _key = key;

    /// <inheritdoc/>
    public bool Equals(ItemAddress other) =>
        ReferenceEquals(_table, other._table) && KeyBytesComparer.Instance.Equals(_key, other._key);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ItemAddress other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_table.Sequence, KeyBytesComparer.Instance.GetHashCode(_key));
}
