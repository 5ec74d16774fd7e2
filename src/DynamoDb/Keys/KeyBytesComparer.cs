namespace RustStack.DynamoDb.Keys;

/// <summary>Compares key bytes by content, for sets of keys.</summary>
internal sealed class KeyBytesComparer : IEqualityComparer<byte[]>
{
    /// <summary>The one instance.</summary>
    public static readonly KeyBytesComparer Instance = new();

    private KeyBytesComparer()
    {
    }

    /// <inheritdoc/>
    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    /// <inheritdoc/>
    public int GetHashCode(byte[] obj)
    {
        HashCode hash = default;
        hash.AddBytes(obj);
        return hash.ToHashCode();
    }
}
