using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.Json;
using RustStack.DynamoDb.Errors;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Items;

/// <summary>
/// Turns attribute values as a request has them into canonical bytes, in one pass and without a model between: numbers normalised, escapes
/// minimal, sizes counted, everything checked. What is wrong with a value but readable is remembered (<see cref="Defect"/>), and the bytes
/// are then of no use.
/// </summary>
/// <param name="output">Where the bytes go.</param>
internal sealed class AttributeTranscoder(WireBuffer output)
{
    private const int ContainerOverhead = 3;
    private const int ElementOverhead = 1;
    private const int MaxNameBytes = 65_535;

    private readonly List<ulong> _hashes = [];
    private byte[] _unescaped = [];

    /// <summary>The first thing that is wrong, in AWS's words; null when all is well.</summary>
    public string? Defect { get; private set; }

    /// <summary>Whether some object may name a member twice, so that the bytes need another pass in which the last one wins.</summary>
    public bool MayRepeatNames { get; private set; }

    /// <summary>Forgets what was found before.</summary>
    public void Start()
    {
        Defect = null;
        MayRepeatNames = false;
        _hashes.Clear();
    }

    /// <summary>Opens a scope of names that must differ.</summary>
    /// <returns>What closes it.</returns>
    public int OpenNames() => _hashes.Count;

    /// <summary>Closes a scope of names.</summary>
    /// <param name="scope">What opened it.</param>
    /// <returns>Whether two of them may be the same.</returns>
    public bool CloseNames(int scope)
    {
        Span<ulong> names = CollectionsMarshal.AsSpan(_hashes)[scope..];
        names.Sort();
        bool repeats = false;
        for (int i = 1; i < names.Length; i++) repeats |= names[i] == names[i - 1];
        CollectionsMarshal.SetCount(_hashes, scope);
        return repeats;
    }

    /// <summary>Records that a scope of names has repeated ones.</summary>
    public void RepeatNames() => MayRepeatNames = true;

    /// <summary>Records that something is wrong, unless something was before.</summary>
    /// <param name="defect">What, in AWS's words.</param>
    /// <returns>Zero, the size of what cannot be used.</returns>
    public int Refuse(string defect)
    {
        Defect ??= defect;
        return 0;
    }

    /// <summary>Writes the name that the reader is on, without quotes.</summary>
    /// <param name="reader">The reader on a property name.</param>
    /// <returns>Its length in UTF-8, in bytes.</returns>
    public int Name(ref Utf8JsonReader reader)
    {
        int length = Text(ref reader, out ReadOnlySpan<byte> written);
        if (length > MaxNameBytes) Refuse(ItemErrorText.NameTooLong);
        _hashes.Add(XxHash3.HashToUInt64(written));
        return length;
    }

    /// <summary>Writes the attribute value that the reader is on.</summary>
    /// <param name="reader">The reader on the value's first token; afterwards on its last.</param>
    /// <param name="level">How deep the value is; 1 for an attribute of the item.</param>
    /// <returns>The value's size as DynamoDB counts it, in bytes.</returns>
    public int Value(ref Utf8JsonReader reader, int level)
    {
        if (reader.TokenType == JsonTokenType.Null) return Refuse(ItemErrorText.NoType);
        if (reader.TokenType != JsonTokenType.StartObject) throw AttributeSerializationErrors.NotAttributeValue(ref reader);
        if (level > AttributeDepth.MaxLevels)
        {
            reader.Skip();
            return Refuse(ItemErrorText.NestedTooDeep);
        }

        int size = 0;
        int types = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool known = TryType(ref reader, out AttributeType type);
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null) continue;
            if (!known)
            {
                reader.Skip();
                continue;
            }

            types++;
            size = Typed(ref reader, type, level);
        }

        return types switch { 0 => Refuse(ItemErrorText.NoType), 1 => size, _ => Refuse(ItemErrorText.ManyTypes) };
    }

    private static bool TryType(ref Utf8JsonReader reader, out AttributeType type)
    {
        type = default;
        for (; type <= AttributeType.BOOL; type++)
        {
            if (reader.ValueTextEquals(AttributeWire.TypeName(type))) return true;
        }

        return false;
    }

    private int Typed(ref Utf8JsonReader reader, AttributeType type, int level)
    {
        output.Add(AttributeWire.Opening(type));
        int size = type switch
        {
            AttributeType.S => String(ref reader),
            AttributeType.N => Number(ref reader),
            AttributeType.B => Binary(ref reader),
            AttributeType.SS or AttributeType.NS or AttributeType.BS => Set(ref reader, type),
            AttributeType.M => Map(ref reader, level),
            AttributeType.L => List(ref reader, level),
            AttributeType.NULL => Null(ref reader),
            _ => Boolean(ref reader),
        };
        output.Add((byte)'}');
        return size;
    }

    private int String(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String) throw AttributeSerializationErrors.NotString(ref reader);
        output.Add((byte)'"');
        int size = Text(ref reader, out _);
        output.Add((byte)'"');
        return size;
    }

    private int Number(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String) throw AttributeSerializationErrors.NotString(ref reader);
        NumberResult number = DynamoNumber.Parse(Unescaped(ref reader));
        if (number.Error is { } error) return Refuse(error);
        output.Add((byte)'"');
        _ = number.Value.TryFormat(output.Reserve(DynamoNumber.MaxTextLength), out int written);
        output.Advance(written);
        output.Add((byte)'"');
        return AttributeSize.Of(number.Value);
    }

    private int Binary(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String) throw AttributeSerializationErrors.NotBinary(ref reader);
        ReadOnlySpan<byte> text = Unescaped(ref reader);
        int size = Base64Text.Check(text);
        output.Add((byte)'"');
        output.Add(text);
        output.Add((byte)'"');
        return size;
    }

    private int Null(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.True or JsonTokenType.False)) throw AttributeSerializationErrors.NotBoolean(ref reader);
        if (reader.TokenType == JsonTokenType.False) Refuse(ItemErrorText.NullNotTrue);
        output.Add("true"u8);
        return 1;
    }

    private int Boolean(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.True or JsonTokenType.False)) throw AttributeSerializationErrors.NotBoolean(ref reader);
        output.Add(reader.TokenType == JsonTokenType.True ? "true"u8 : "false"u8);
        return 1;
    }

    private int List(ref Utf8JsonReader reader, int level)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw AttributeSerializationErrors.NotList(ref reader);
        int size = ContainerOverhead;
        bool first = true;
        output.Add((byte)'[');
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!first) output.Add((byte)',');
            first = false;
            size += ElementOverhead + Value(ref reader, level + 1);
        }

        output.Add((byte)']');
        return size;
    }

    private int Map(ref Utf8JsonReader reader, int level)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw AttributeSerializationErrors.NotMap(ref reader);
        int size = ContainerOverhead;
        int names = OpenNames();
        bool first = true;
        output.Add((byte)'{');
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            output.Add(first ? "\""u8 : ",\""u8);
            first = false;
            size += ElementOverhead + Name(ref reader);
            output.Add("\":"u8);
            reader.Read();
            size += Value(ref reader, level + 1);
        }

        output.Add((byte)'}');
        if (CloseNames(names)) RepeatNames();
        return size;
    }

    private int Set(ref Utf8JsonReader reader, AttributeType type)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw AttributeSerializationErrors.NotList(ref reader);
        int size = 0;
        int start = output.Length;
        int elements = OpenNames();
        output.Add((byte)'[');
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (output.Length > start + 1) output.Add((byte)',');
            size += Element(ref reader, type);
        }

        bool empty = _hashes.Count == elements;
        output.Add((byte)']');
        bool mayRepeat = CloseNames(elements);
        if (empty) return Refuse(SetErrors.Empty(type));
        if (mayRepeat && Defect is null && SetErrors.Duplicates(type, output.Written[start..]) is { } duplicates) return Refuse(duplicates);
        return size;
    }

    private int Element(ref Utf8JsonReader reader, AttributeType type)
    {
        int start = output.Length;
        int size = reader.TokenType == JsonTokenType.Null ? Refuse(ItemErrorText.NullInSet) : type switch
        {
            AttributeType.SS => String(ref reader),
            AttributeType.NS => Number(ref reader),
            _ => Binary(ref reader),
        };
        _hashes.Add(XxHash3.HashToUInt64(output.Written[start..]));
        return size;
    }

    /// <summary>Writes the text that the reader is on; gives its unescaped length and what was written.</summary>
    private int Text(ref Utf8JsonReader reader, out ReadOnlySpan<byte> written)
    {
        int start = output.Length;
        ReadOnlySpan<byte> text = Unescaped(ref reader);
        if (reader.ValueIsEscaped) output.AddEscaped(text);
        else output.Add(text);
        written = output.Written[start..];
        return text.Length;
    }

    private ReadOnlySpan<byte> Unescaped(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped && !reader.HasValueSequence)
        {
            if (!System.Text.Unicode.Utf8.IsValid(reader.ValueSpan)) throw AttributeSerializationErrors.Unicode();
            return reader.ValueSpan;
        }

        long length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (_unescaped.Length < length) _unescaped = new byte[Math.Max(length, 1024)];
        try
        {
            return _unescaped.AsSpan(0, reader.CopyString(_unescaped));
        }
        catch (InvalidOperationException)
        {
            throw AttributeSerializationErrors.Unicode();
        }
    }
}
