namespace RustStack.DynamoDb.Items;

/// <summary>
/// Puts an item's bytes together: the JSON text goes into a reused buffer, the lengths beside it, and the exact array is cut at the end.
/// One per thread; an item must be finished before the thread begins the next.
/// </summary>
internal sealed class ItemBuilder
{
    // Of each attribute: the length of its name, the length of its value, its size as DynamoDB counts it.
    private const int EntryLengths = 3;
    private const int InitialAttributes = 32;
    private const int MostRetainedAttributes = 4096;

    [ThreadStatic]
    private static ItemBuilder? _shared;

    private int[] _lengths = new int[EntryLengths * InitialAttributes];
    private int _count;
    private int _sizeBytes;
    private int _mark;

    /// <summary>The thread's own builder.</summary>
    public static ItemBuilder Shared => _shared ??= new();

    /// <summary>Where names and values are written, between the calls that bound them.</summary>
    public WireBuffer Body { get; } = new();

    /// <summary>Begins an item, forgetting whatever was begun before.</summary>
    public void Start()
    {
        Body.Clear();
        Body.Add((byte)'{');
        _count = 0;
        _sizeBytes = 0;
        if (_lengths.Length > EntryLengths * MostRetainedAttributes) _lengths = new int[EntryLengths * InitialAttributes];
    }

    /// <summary>Begins an attribute: its escaped name is written next.</summary>
    public void BeginAttribute()
    {
        Body.Add(_count == 0 ? "\""u8 : ",\""u8);
        _mark = Body.Length;
        if (EntryLengths * _count == _lengths.Length) Array.Resize(ref _lengths, 2 * _lengths.Length);
    }

    /// <summary>Ends the name: the value is written next.</summary>
    public void EndName()
    {
        _lengths[EntryLengths * _count] = Body.Length - _mark;
        Body.Add("\":"u8);
        _mark = Body.Length;
    }

    /// <summary>Ends the attribute.</summary>
    /// <param name="sizeBytes">The size of name and value as DynamoDB counts it.</param>
    public void EndAttribute(int sizeBytes)
    {
        _lengths[EntryLengths * _count + 1] = Body.Length - _mark;
        _lengths[EntryLengths * _count + 2] = sizeBytes;
        _sizeBytes += sizeBytes;
        _count++;
    }

    /// <summary>Copies an attribute of another item.</summary>
    /// <param name="attributes">The other item, on the attribute.</param>
    public void Copy(in ItemAttributes attributes)
    {
        BeginAttribute();
        Body.Add(attributes.Name);
        EndName();
        Body.Add(attributes.Value);
        EndAttribute(attributes.SizeBytes);
    }

    /// <summary>Finishes the item.</summary>
    /// <returns>The item.</returns>
    public Item ToItem()
    {
        Body.Add((byte)'}');
        int header = 1 + Varint.LengthOf(_sizeBytes) + Varint.LengthOf(_count);
        ReadOnlySpan<int> lengths = _lengths.AsSpan(0, EntryLengths * _count);
        foreach (int length in lengths) header += Varint.LengthOf(length);

        byte[] data = GC.AllocateUninitializedArray<byte>(header + Body.Length);
        data[0] = Item.AttributesForm;
        int position = 1;
        Varint.Write(data, ref position, _sizeBytes);
        Varint.Write(data, ref position, _count);
        foreach (int length in lengths) Varint.Write(data, ref position, length);
        Body.Written.CopyTo(data.AsSpan(position));
        return new(data);
    }
}
