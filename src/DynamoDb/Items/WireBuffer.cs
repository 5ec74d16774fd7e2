using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace RustStack.DynamoDb.Items;

/// <summary>A growing run of bytes that is reused: what attributes are encoded into before the exact array is cut from it.</summary>
internal sealed class WireBuffer
{
    private const int InitialBytes = 4096;
    private const int MostRetainedBytes = 1 << 20;

    // Everything that JSON text must escape; all else is written as it is.
    internal static readonly SearchValues<byte> Escaped = SearchValues.Create([(byte)'"', (byte)'\\', .. ControlBytes()]);

    private byte[] _bytes = new byte[InitialBytes];

    /// <summary>The number of bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Forgets the bytes, and the memory too when one big item has made it large.</summary>
    public void Clear()
    {
        Length = 0;
        if (_bytes.Length > MostRetainedBytes) _bytes = new byte[InitialBytes];
    }

    /// <summary>Gives bytes that were written, to be written anew.</summary>
    /// <param name="start">Where.</param>
    /// <param name="count">How many.</param>
    /// <returns>The bytes.</returns>
    public Span<byte> Rewrite(int start, int count) => _bytes.AsSpan(start, count);

    /// <summary>Writes one byte.</summary>
    /// <param name="value">The byte.</param>
    public void Add(byte value)
    {
        if (Length == _bytes.Length) Grow(1);
        _bytes[Length++] = value;
    }

    /// <summary>Writes bytes as they are.</summary>
    /// <param name="bytes">The bytes.</param>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Gives room to write into; <see cref="Advance"/> says how much was written.</summary>
    /// <param name="count">How many bytes at least.</param>
    /// <returns>The room.</returns>
    public Span<byte> Reserve(int count)
    {
        if (_bytes.Length - Length < count) Grow(count);
        return _bytes.AsSpan(Length);
    }

    /// <summary>Counts bytes that were written into <see cref="Reserve"/>'s room.</summary>
    /// <param name="count">How many.</param>
    public void Advance(int count) => Length += count;

    /// <summary>
    /// Writes text in JSON's escaped form, without quotes: as few escapes as JSON allows, so that equal texts are equal bytes.
    /// </summary>
    /// <param name="utf8">Valid UTF-8.</param>
    public void AddEscaped(ReadOnlySpan<byte> utf8)
    {
        for (int plain = utf8.IndexOfAny(Escaped); plain >= 0; plain = utf8.IndexOfAny(Escaped))
        {
            Add(utf8[..plain]);
            AddEscape(utf8[plain]);
            utf8 = utf8[(plain + 1)..];
        }

        Add(utf8);
    }

    /// <summary>Writes text in JSON's escaped form, without quotes.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The length of the text in UTF-8, unescaped.</returns>
    public int AddEscaped(string text)
    {
        int count = Encoding.UTF8.GetByteCount(text);
        byte[] rented = ArrayPool<byte>.Shared.Rent(count);
        Encoding.UTF8.GetBytes(text, rented);
        AddEscaped(rented.AsSpan(0, count));
        ArrayPool<byte>.Shared.Return(rented);
        return count;
    }

    private void AddEscape(byte value)
    {
        Add((byte)'\\');
        switch (value)
        {
            case (byte)'"' or (byte)'\\': Add(value); break;
            case (byte)'\n': Add((byte)'n'); break;
            case (byte)'\r': Add((byte)'r'); break;
            case (byte)'\t': Add((byte)'t'); break;
            case (byte)'\b': Add((byte)'b'); break;
            case (byte)'\f': Add((byte)'f'); break;
            default:
                Add("u00"u8);
                BinaryPrimitives.WriteUInt16BigEndian(Reserve(2), HexDigits(value));
                Advance(2);
                break;
        }
    }

    private static byte[] ControlBytes()
    {
        var bytes = new byte[0x20];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)i;
        return bytes;
    }

    private static ushort HexDigits(byte value) => (ushort)(("0123456789abcdef"[value >> 4] << 8) | "0123456789abcdef"[value & 15]);

    private void Grow(int count) => Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
}
