using System.Security.Cryptography;

namespace RustStack.Core.Signing;

/// <summary>The hash functions that signatures are made of: the one place that calls them.</summary>
public static class SigningHash
{
    /// <summary>How many bytes a SHA-256, or a MAC made of it, has.</summary>
    public const int Sha256Bytes = 32;

    /// <summary>How many bytes a MAC made of SHA-1 has.</summary>
    public const int Sha1Bytes = 20;

    /// <summary>The SHA-256 of some bytes.</summary>
    /// <param name="data">The bytes.</param>
    /// <param name="hash">Receives <see cref="Sha256Bytes"/> bytes.</param>
    public static void Sha256(ReadOnlySpan<byte> data, Span<byte> hash) => SHA256.HashData(data, hash);

    /// <summary>The HMAC-SHA-256 of some bytes.</summary>
    /// <param name="key">The key.</param>
    /// <param name="data">The bytes.</param>
    /// <param name="mac">Receives <see cref="Sha256Bytes"/> bytes.</param>
    public static void HmacSha256(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data, Span<byte> mac) => HMACSHA256.HashData(key, data, mac);

    /// <summary>The HMAC-SHA-1 of some bytes, which Signature Version 2 is made of.</summary>
    /// <param name="key">The key.</param>
    /// <param name="data">The bytes.</param>
    /// <param name="mac">Receives <see cref="Sha1Bytes"/> bytes.</param>
#pragma warning disable CA5350 // SHA-1 is what Signature Version 2 prescribes.
    public static void HmacSha1(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data, Span<byte> mac) => HMACSHA1.HashData(key, data, mac);
#pragma warning restore CA5350

    /// <summary>Starts a SHA-256 that is fed as bytes come.</summary>
    /// <returns>A hash of nothing yet; <see cref="IncrementalHash.GetHashAndReset(Span{byte})"/> ends it and starts the next.</returns>
    public static IncrementalHash StartSha256() => IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Whether two texts of a signature are the same, in a time that does not tell where they differ.</summary>
    /// <param name="calculated">The one that was calculated, as ASCII.</param>
    /// <param name="provided">The one that a request brings.</param>
    /// <returns>True when they are.</returns>
    public static bool AreEqual(ReadOnlySpan<byte> calculated, ReadOnlySpan<char> provided)
    {
        if (provided.Length != calculated.Length || calculated.Length > 128) return false;
        Span<byte> bytes = stackalloc byte[provided.Length];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = provided[i] <= 0x7F ? (byte)provided[i] : (byte)0;
        return CryptographicOperations.FixedTimeEquals(calculated, bytes);
    }
}
