using System.Buffers.Binary;
using System.Buffers.Text;
using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using RustStack.DynamoDb.Items;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Keys;

/// <summary>
/// Writes keys as bytes whose order is the order of the keys. Text and binary: a zero byte is followed by FF, and two zero bytes end it.
/// Numbers: <see cref="NumberKey"/>. One per thread; a key holds until the next is started.
/// </summary>
internal sealed class KeyEncoder
{
    /// <summary>The bytes of the hash that every key begins with.</summary>
    public const int HashBytes = sizeof(ulong);

    private const int MostDecodedOnStack = 3 * 1024;

    [ThreadStatic]
    private static KeyEncoder? _shared;

    private readonly WireBuffer _bytes = new();

    /// <summary>The thread's own encoder.</summary>
    public static KeyEncoder Shared => _shared ??= new();

    /// <summary>What was written since the start.</summary>
    public ReadOnlySpan<byte> Written => _bytes.Written;

    /// <summary>Begins a key.</summary>
    public void Start()
    {
        _bytes.Clear();
        _bytes.Reserve(HashBytes)[..HashBytes].Clear();
        _bytes.Advance(HashBytes);
    }

    /// <summary>Ends the partition key: its hash is put in front of it.</summary>
    public void EndPartition()
    {
        ulong hash = XxHash64.HashToUInt64(_bytes.Written[HashBytes..]);
        BinaryPrimitives.WriteUInt64BigEndian(_bytes.Rewrite(0, HashBytes), hash);
    }

    /// <summary>Adds a part of a key.</summary>
    /// <param name="type">S, N or B.</param>
    /// <param name="wireText">The value's text as it stands in items, without quotes.</param>
    public void Add(AttributeType type, ReadOnlySpan<byte> wireText)
    {
        switch (type)
        {
            case AttributeType.N: Add(DynamoNumber.Parse(wireText).Value); break;
            case AttributeType.B: AddBinary(wireText); break;
            default: AddText(wireText); break;
        }
    }

    /// <summary>Adds a part of a key.</summary>
    /// <param name="value">A string, number or binary.</param>
    public void Add(AttributeValue value)
    {
        switch (value)
        {
            case NumberValue number: Add(number.Value); break;
            default:
                AddPrefix(value);
                End();
                break;
        }
    }

    /// <summary>Adds the beginning of a part of a key: every value that begins with it has a key that begins with this.</summary>
    /// <param name="value">A string or binary.</param>
    /// <exception cref="ArgumentException">The value has another type.</exception>
    public void AddPrefix(AttributeValue value)
    {
        switch (value)
        {
            case StringValue text: Escape(Encoding.UTF8.GetBytes(text.Value)); break;
            case BinaryValue binary: Escape(binary.Value); break;
            default: throw new ArgumentException("Only strings and binaries have beginnings.", nameof(value));
        }
    }

    /// <summary>Makes the bytes of the beginning of a key and one more part of it.</summary>
    /// <param name="beginning">The beginning, hash included.</param>
    /// <param name="value">The part: a string, number or binary.</param>
    /// <param name="asPrefix">Whether it is only the beginning of the part.</param>
    /// <returns>The bytes.</returns>
    public byte[] Extend(ReadOnlySpan<byte> beginning, AttributeValue value, bool asPrefix)
    {
        _bytes.Clear();
        _bytes.Add(beginning);
        if (asPrefix) AddPrefix(value);
        else Add(value);
        return Written.ToArray();
    }

    private void Add(DynamoNumber number) =>
        _bytes.Advance(NumberKey.Write(number, _bytes.Reserve(NumberKey.MaxLength)));

    private void AddText(ReadOnlySpan<byte> wireText)
    {
        if (wireText.Contains((byte)'\\'))
        {
            Span<byte> unescaped = wireText.Length <= MostDecodedOnStack ? stackalloc byte[MostDecodedOnStack] : new byte[wireText.Length];
            var reader = new Utf8JsonReader([(byte)'"', .. wireText, (byte)'"']);
            reader.Read();
            Escape(unescaped[..reader.CopyString(unescaped)]);
        }
        else
        {
            Escape(wireText);
        }

        End();
    }

    private void AddBinary(ReadOnlySpan<byte> base64)
    {
        int most = Base64.GetMaxDecodedFromUtf8Length(base64.Length);
        Span<byte> bytes = most <= MostDecodedOnStack ? stackalloc byte[MostDecodedOnStack] : new byte[most];
        _ = Base64.DecodeFromUtf8(base64, bytes, out _, out int count);
        Escape(bytes[..count]);
        End();
    }

    private void End() => _bytes.Add("\0\0"u8);

    private void Escape(ReadOnlySpan<byte> bytes)
    {
        for (int zero = bytes.IndexOf((byte)0); zero >= 0; zero = bytes.IndexOf((byte)0))
        {
            _bytes.Add(bytes[..(zero + 1)]);
            _bytes.Add(byte.MaxValue);
            bytes = bytes[(zero + 1)..];
        }

        _bytes.Add(bytes);
    }
}
