using RustStack.S3.Checksums;
using RustStack.S3.Errors;

namespace RustStack.S3.Encryption;

/// <summary>The key that a request brings for server-side encryption with customer-provided keys (SSE-C).</summary>
/// <param name="Md5">The key's MD5 in base 64; null when the request brings none.</param>
internal readonly record struct CustomerKey(string? Md5)
{
    private const int KeyLengthBytes = 32;
    private const string Header = "x-amz-server-side-encryption-customer-algorithm";

    /// <summary>Reads the three headers of a key.</summary>
    /// <param name="algorithm">The algorithm: <c>AES256</c>.</param>
    /// <param name="key">The key in base 64.</param>
    /// <param name="md5">The key's MD5 in base 64.</param>
    /// <returns>The key, or none when no header is there.</returns>
    /// <exception cref="Core.Errors.AwsException">One is missing or unusable.</exception>
    public static CustomerKey Parse(string? algorithm, string? key, string? md5)
    {
        if (algorithm is null && key is null && md5 is null) return default;
        if (algorithm is null) throw EncryptionErrors.NoCustomerAlgorithm();
        if (algorithm != AppliedEncryption.Aes256) throw EncryptionErrors.InvalidAlgorithm(Header, algorithm);
        if (key is null) throw EncryptionErrors.NoCustomerKey();
        if (md5 is null) throw EncryptionErrors.NoCustomerKeyMd5();
        Span<byte> bytes = stackalloc byte[KeyLengthBytes * 2];
        bool isKey = key.Length <= bytes.Length && Convert.TryFromBase64String(key, bytes, out int length) && length == KeyLengthBytes;
        if (!isKey) throw EncryptionErrors.InvalidCustomerKey();
        using var hash = StreamingHash.CreateMd5();
        hash.Append(bytes[..KeyLengthBytes]);
        string calculated = Convert.ToBase64String(hash.Finish());
        return calculated == md5 ? new(calculated) : throw EncryptionErrors.CustomerKeyMd5Mismatch();
    }

    /// <summary>Checks that the key is the one that an object was written with.</summary>
    /// <param name="encryption">The object's encryption.</param>
    /// <exception cref="Core.Errors.AwsException">It is not, or one is given that is not needed.</exception>
    public void CheckRead(AppliedEncryption encryption)
    {
        if (encryption.CustomerKeyMd5 == Md5) return;
        if (encryption.CustomerKeyMd5 is null) throw EncryptionErrors.CustomerKeyNotApplicable();
        throw Md5 is null ? EncryptionErrors.CustomerKeyMissing() : EncryptionErrors.WrongCustomerKey();
    }

    /// <summary>Checks that the key of a part is the one that its upload was begun with.</summary>
    /// <param name="encryption">The upload's encryption.</param>
    /// <exception cref="Core.Errors.AwsException">It is not.</exception>
    public void CheckPart(AppliedEncryption encryption)
    {
        if (encryption.CustomerKeyMd5 == Md5) return;
        throw Md5 is null ? EncryptionErrors.CustomerKeyMissingForPart() : EncryptionErrors.CustomerKeyOfPartDiffers();
    }
}
