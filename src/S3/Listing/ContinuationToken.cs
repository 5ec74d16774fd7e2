using System.Buffers.Text;
using RustStack.S3.Errors;

namespace RustStack.S3.Listing;

/// <summary>The opaque text by which a client asks for the next page.</summary>
internal static class ContinuationToken
{
    private const byte Version = 1;

    /// <summary>Makes the token of a page's end.</summary>
    /// <param name="last">The last key or common prefix of the page.</param>
    /// <returns>The token.</returns>
    public static string Create(ReadOnlySpan<byte> last) => Base64Url.EncodeToString([Version, .. last]);

    /// <summary>Reads a token.</summary>
    /// <param name="token">The token.</param>
    /// <returns>The last key or common prefix of the page before.</returns>
    /// <exception cref="Core.Errors.AwsException">No page gave it out.</exception>
    public static byte[] Parse(string token)
    {
        byte[] bytes = new byte[Base64Url.GetMaxDecodedLength(token.Length)];
        bool isToken = Base64Url.IsValid(token)
            && Base64Url.TryDecodeFromChars(token, bytes, out int length)
            && length > 0
            && bytes[0] == Version;
        if (!isToken) throw RequestErrors.InvalidArgument("The continuation token provided is incorrect", "continuation-token", token);
        return bytes[1..Base64Url.DecodeFromChars(token, bytes)];
    }
}
