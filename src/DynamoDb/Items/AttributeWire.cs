using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Items;

/// <summary>The fixed parts of the canonical form of attribute values.</summary>
internal static class AttributeWire
{
    /// <summary>The member that names a type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The name without quotes.</returns>
    public static ReadOnlySpan<byte> TypeName(AttributeType type)
    {
        ReadOnlySpan<byte> opening = Opening(type);
        return opening[2..^2];
    }

    /// <summary>What stands before a value of a type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The opening brace, the quoted name and the colon.</returns>
    public static ReadOnlySpan<byte> Opening(AttributeType type) => type switch
    {
        AttributeType.S => "{\"S\":"u8,
        AttributeType.N => "{\"N\":"u8,
        AttributeType.B => "{\"B\":"u8,
        AttributeType.SS => "{\"SS\":"u8,
        AttributeType.NS => "{\"NS\":"u8,
        AttributeType.BS => "{\"BS\":"u8,
        AttributeType.M => "{\"M\":"u8,
        AttributeType.L => "{\"L\":"u8,
        AttributeType.NULL => "{\"NULL\":"u8,
        _ => "{\"BOOL\":"u8,
    };

    /// <summary>The type of a value in canonical form.</summary>
    /// <param name="wire">The value.</param>
    /// <returns>Its type.</returns>
    public static AttributeType TypeOf(ReadOnlySpan<byte> wire) => (wire[2], wire[3]) switch
    {
        ((byte)'S', (byte)'S') => AttributeType.SS,
        ((byte)'S', _) => AttributeType.S,
        ((byte)'N', (byte)'S') => AttributeType.NS,
        ((byte)'N', (byte)'U') => AttributeType.NULL,
        ((byte)'N', _) => AttributeType.N,
        ((byte)'B', (byte)'S') => AttributeType.BS,
        ((byte)'B', (byte)'O') => AttributeType.BOOL,
        ((byte)'B', _) => AttributeType.B,
        ((byte)'M', _) => AttributeType.M,
        _ => AttributeType.L,
    };

    /// <summary>The text of a value of type S, N or B in canonical form, without quotes and still escaped.</summary>
    /// <param name="wire">The value: <c>{"S":"text"}</c>.</param>
    /// <returns>The text.</returns>
    public static ReadOnlySpan<byte> ScalarText(ReadOnlySpan<byte> wire) => wire[6..^2];
}
