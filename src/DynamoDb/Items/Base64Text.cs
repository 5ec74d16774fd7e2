using System.Buffers;
using System.Buffers.Text;
using RustStack.DynamoDb.Errors;

namespace RustStack.DynamoDb.Items;

/// <summary>
/// Checks base-64 text strictly: full groups of four, no white space, no stray bits. What passes is its own canonical form.
/// </summary>
internal static class Base64Text
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private static readonly SearchValues<byte> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    /// <summary>Checks a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>How many bytes it stands for.</returns>
    /// <exception cref="Core.Errors.AwsException">SerializationException: it is no base-64 text.</exception>
    public static int Check(ReadOnlySpan<byte> text)
    {
        if (text.Length % 4 != 0) throw AttributeSerializationErrors.Base64Length(text.Length);
        if (text.IsEmpty) return 0;
        int padding = text[^1] != '=' ? 0 : text[^2] != '=' ? 1 : 2;
        ReadOnlySpan<byte> digits = text[..^padding];
        int stray = digits.IndexOfAnyExcept(Characters);
        if (stray >= 0) throw AttributeSerializationErrors.Base64Character((char)digits[stray]);
        int unusedBits = padding switch { 0 => 0, 1 => 0b11, _ => 0b1111 };
        int lastDigit = Alphabet.IndexOf((char)digits[^1], StringComparison.Ordinal);
        if ((lastDigit & unusedBits) != 0) throw AttributeSerializationErrors.Base64Tail();
        return text.Length / 4 * 3 - padding;
    }

    /// <summary>Decodes a checked text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The bytes.</returns>
    public static byte[] Decode(ReadOnlySpan<byte> text)
    {
        byte[] bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        _ = Base64.DecodeFromUtf8(text, bytes, out _, out int written);
        return written == bytes.Length ? bytes : bytes[..written];
    }
}
