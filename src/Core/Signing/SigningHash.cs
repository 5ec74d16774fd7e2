using System.Security.Cryptography;
using RustStack.Core.Cryptography;

namespace RustStack.Core.Signing;

/// <summary>The hash functions that signatures are made of, and the comparison that gives nothing away.</summary>
public static class SigningHash
{
    /// <summary>How many bytes a SHA-256, or a MAC made of it, has.</summary>
    public const int Sha256Bytes = 32;

    /// <summary>How many bytes a MAC made of SHA-1 has.</summary>
    public const int Sha1Bytes = 20;

    private const int MaxSignatureLength = 128;

    /// <summary>The SHA-256 of some bytes.</summary>
    /// <param name="data">The bytes.</param>
    /// <param name="hash">Receives <see cref="Sha256Bytes"/> bytes.</param>
    public static void Sha256(ReadOnlySpan<byte> data, Span<byte> hash) => MessageDigest.HashData(DigestAlgorithm.Sha256, data, hash);

    /// <summary>The HMAC-SHA-256 of some bytes, which Signature Version 4 is made of.</summary>
    /// <param name="key">The key.</param>
    /// <param name="data">The bytes.</param>
    /// <param name="mac">Receives <see cref="Sha256Bytes"/> bytes.</param>
    public static void HmacSha256(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data, Span<byte> mac) =>
        Hmac.HashData(DigestAlgorithm.Sha256, key, data, mac);

    /// <summary>The HMAC-SHA-1 of some bytes, which Signature Version 2 is made of.</summary>
    /// <param name="key">The key.</param>
    /// <param name="data">The bytes.</param>
    /// <param name="mac">Receives <see cref="Sha1Bytes"/> bytes.</param>
    public static void HmacSha1(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data, Span<byte> mac) =>
        Hmac.HashData(DigestAlgorithm.Sha1, key, data, mac);

    /// <summary>Whether two texts of a signature are the same, in a time that does not tell where they differ.</summary>
    /// <param name="calculated">The one that was calculated, as ASCII.</param>
    /// <param name="provided">The one that a request brings.</param>
    /// <returns>True when they are.</returns>
    public static bool AreEqual(ReadOnlySpan<byte> calculated, ReadOnlySpan<char> provided)
    {
        if (provided.Length != calculated.Length || calculated.Length > MaxSignatureLength) return false;
        Span<byte> bytes = stackalloc byte[provided.Length];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = provided[i] <= 0x7F ? (byte)provided[i] : (byte)0;
        return CryptographicOperations.FixedTimeEquals(calculated, bytes);
    }
}
