namespace RustStack.DynamoDb.Items;

/// <summary>Steps through the attributes of an item's bytes without decoding them.</summary>
internal ref struct ItemAttributes
{
    private readonly ReadOnlySpan<byte> _data;
    private int _directory;
    private int _body;
    private int _left;

    /// <summary>Starts before the first attribute.</summary>
    /// <param name="data">The item's bytes.</param>
    /// <param name="directory">Where the first entry of the directory is.</param>
    /// <param name="body">Where the JSON text begins.</param>
    /// <param name="count">How many attributes there are.</param>
    public ItemAttributes(ReadOnlySpan<byte> data, int directory, int body, int count)
    {
        _data = data;
        _directory = directory;
        _body = body + 1;
        _left = count;
    }

    /// <summary>The attribute's name as JSON writes it, without quotes.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The attribute's value as JSON writes it: <c>{"S":"text"}</c>.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>The size of name and value as DynamoDB counts it, in bytes.</summary>
    public int SizeBytes { get; private set; }

    /// <summary>Moves to the next attribute.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        if (_left == 0) return false;
        _left--;
        int nameLength = Varint.Read(_data, ref _directory);
        int valueLength = Varint.Read(_data, ref _directory);
        SizeBytes = Varint.Read(_data, ref _directory);
        Name = _data.Slice(_body + 1, nameLength);
        Value = _data.Slice(_body + nameLength + 3, valueLength);
        _body += nameLength + valueLength + 4;
        return true;
    }

    /// <summary>Moves to an attribute further on.</summary>
    /// <param name="name">Its name as JSON writes it, without quotes.</param>
    /// <returns>Whether there is one.</returns>
    public bool MoveTo(scoped ReadOnlySpan<byte> name)
    {
        for (; _left > 0; _left--)
        {
            int nameLength = Varint.Read(_data, ref _directory);
            int valueLength = Varint.Read(_data, ref _directory);
            SizeBytes = Varint.Read(_data, ref _directory);
            int start = _body + 1;
            _body += nameLength + valueLength + 4;
            if (nameLength != name.Length || !_data.Slice(start, nameLength).SequenceEqual(name)) continue;
            _left--;
            Name = _data.Slice(start, nameLength);
            Value = _data.Slice(start + nameLength + 2, valueLength);
            return true;
        }

        return false;
    }
}
