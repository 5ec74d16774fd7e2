using RustStack.Core.Cryptography;

namespace RustStack.Core.Ids;

/// <summary>The one source of ids and randomness: injected, so that a test can make it repeatable by overriding <see cref="Fill"/>.</summary>
public class IdSource
{
    private const string DynamoDbAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUV";

    /// <summary>Fills a span with unpredictable bytes.</summary>
    /// <param name="bytes">The span to fill.</param>
    public virtual void Fill(Span<byte> bytes) => RandomBytes.Fill(bytes);

    /// <summary>A request id in S3's form: 16 upper-case hexadecimal digits.</summary>
    /// <returns>A new id.</returns>
    public string NewS3RequestId() => NewHex(8).ToUpperInvariant();

    /// <summary>A request id in DynamoDB's form: 52 characters of base 32.</summary>
    /// <returns>A new id.</returns>
    public string NewDynamoDbRequestId()
    {
        Span<byte> random = stackalloc byte[52];
        Fill(random);
        Span<char> text = stackalloc char[52];
        for (int i = 0; i < text.Length; i++) text[i] = DynamoDbAlphabet[random[i] & 31];
        return new string(text);
    }

    /// <summary>Lower-case hexadecimal digits.</summary>
    /// <param name="byteCount">How many random bytes: half as many as digits, at most 64.</param>
    /// <returns>A new id of twice <paramref name="byteCount"/> digits.</returns>
    public string NewHex(int byteCount)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(byteCount, 64);
        Span<byte> random = stackalloc byte[byteCount];
        Fill(random);
        return Convert.ToHexStringLower(random);
    }

    /// <summary>A random (version 4) UUID.</summary>
    /// <returns>A new UUID.</returns>
    public Guid NewUuid()
    {
        Span<byte> random = stackalloc byte[16];
        Fill(random);
        random[6] = (byte)((random[6] & 0x0F) | 0x40);
        random[8] = (byte)((random[8] & 0x3F) | 0x80);
        return new Guid(random, bigEndian: true);
    }
}
