namespace RustStack.Core.Cryptography;

/// <summary>
/// A cryptographic hash that is fed as bytes come. The one way to hash: the native executable has OpenSSL's hash functions and nothing else
/// of it, so that a call to .NET's own ends the process there (see <see cref="LinkedLibrary"/>).
/// </summary>
public abstract class MessageDigest : IDisposable
{
    /// <summary>The length of the longest value, in bytes.</summary>
    public const int MaxLengthBytes = 32;

    /// <summary>How many bytes the value has.</summary>
    public abstract int LengthBytes { get; }

    /// <summary>Starts a hash.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <returns>A hash of nothing yet.</returns>
    public static MessageDigest Create(DigestAlgorithm algorithm) =>
        LinkedLibrary.IsLinked ? new LinkedDigest(algorithm) : new PlatformDigest(algorithm);

    /// <summary>Hashes bytes that are at hand.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="destination">Where the value goes: 16 bytes of MD5, 20 of SHA-1, 32 of SHA-256; it may be longer.</param>
    public static void HashData(DigestAlgorithm algorithm, ReadOnlySpan<byte> bytes, Span<byte> destination)
    {
        using MessageDigest digest = Create(algorithm);
        digest.Append(bytes);
        digest.Finish(destination);
    }

    /// <summary>Feeds bytes.</summary>
    /// <param name="bytes">The bytes, any number of them.</param>
    public abstract void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Gives the value of all bytes so far and starts anew.</summary>
    /// <param name="destination">Where the <see cref="LengthBytes"/> bytes go; it may be longer.</param>
    public abstract void Finish(Span<byte> destination);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives up what the hash holds.</summary>
    /// <param name="disposing">Whether it is disposed, not finalized.</param>
    protected virtual void Dispose(bool disposing)
    {
    }
}
