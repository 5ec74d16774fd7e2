namespace RustStack.Core.Cryptography;

/// <summary>Keyed hashes (RFC 2104): HMAC-SHA256 for signatures of version 4, HMAC-SHA1 for those of version 2.</summary>
public static class Hmac
{
    /// <summary>The block of MD5, SHA-1 and SHA-256 alike.</summary>
    private const int BlockBytes = 64;

    private const byte InnerPad = 0x36;
    private const byte OuterPad = 0x5C;

    /// <summary>Hashes bytes under a key.</summary>
    /// <param name="algorithm">The hash.</param>
    /// <param name="key">The key, of any length.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="destination">Where the value goes: 20 bytes for SHA-1, 32 for SHA-256; it may be longer.</param>
    public static void HashData(DigestAlgorithm algorithm, ReadOnlySpan<byte> key, ReadOnlySpan<byte> bytes, Span<byte> destination)
    {
        using MessageDigest digest = MessageDigest.Create(algorithm);
        Span<byte> value = destination[..digest.LengthBytes];
        Span<byte> block = stackalloc byte[BlockBytes];
        block.Clear();
        if (key.Length <= BlockBytes) key.CopyTo(block);
        else
        {
            digest.Append(key);
            digest.Finish(block);
        }

        Flip(block, InnerPad);
        digest.Append(block);
        digest.Append(bytes);
        digest.Finish(value);
        Flip(block, InnerPad ^ OuterPad);
        digest.Append(block);
        digest.Append(value);
        digest.Finish(value);
    }

    private static void Flip(Span<byte> block, byte pad)
    {
        foreach (ref byte item in block) item ^= pad;
    }
}
