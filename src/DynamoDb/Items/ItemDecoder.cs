using System.Text.Json;
using RustStack.DynamoDb.Errors;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Items;

/// <summary>Reads items and single values from a request. One per thread, since it reuses its buffers.</summary>
internal sealed class ItemDecoder
{
    [ThreadStatic]
    private static ItemDecoder? _shared;

    private readonly ItemBuilder _builder = ItemBuilder.Shared;
    private readonly AttributeTranscoder _attributes = new(ItemBuilder.Shared.Body);

    /// <summary>The thread's own decoder.</summary>
    public static ItemDecoder Shared => _shared ??= new();

    /// <summary>Reads a JSON object of attributes.</summary>
    /// <param name="reader">The reader on the object's start; afterwards on its end.</param>
    /// <returns>The attributes, or an item with a defect.</returns>
    public Item Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw AttributeSerializationErrors.NotMap(ref reader);
        _builder.Start();
        _attributes.Start();
        int names = _attributes.OpenNames();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            _builder.BeginAttribute();
            int size = _attributes.Name(ref reader);
            if (size == 0) _attributes.Refuse(ItemErrorText.EmptyName);
            _builder.EndName();
            reader.Read();
            size += _attributes.Value(ref reader, level: 1);
            _builder.EndAttribute(size);
        }

        bool mayRepeat = _attributes.CloseNames(names) || _attributes.MayRepeatNames;
        if (_attributes.Defect is { } defect) return Item.Refused(defect);
        Item item = _builder.ToItem();
        return mayRepeat ? ItemEdit.WithoutRepeatedNames(item) : item;
    }

    /// <summary>Reads one attribute value.</summary>
    /// <param name="reader">The reader on the value's first token; afterwards on its last.</param>
    /// <returns>The value, or an <see cref="InvalidValue"/>.</returns>
    public AttributeValue ReadValue(ref Utf8JsonReader reader)
    {
        _builder.Start();
        _attributes.Start();
        int start = _builder.Body.Length;
        _attributes.Value(ref reader, level: 1);
        return _attributes.Defect is { } defect ? new InvalidValue(defect) : AttributeDecoder.Decode(_builder.Body.Written[start..]);
    }
}
