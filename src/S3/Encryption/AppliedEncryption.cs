namespace RustStack.S3.Encryption;

/// <summary>How an object is said to be encrypted at rest. Bytes are kept as they are; what AWS would check of keys is checked.</summary>
/// <param name="Algorithm">The value of <c>x-amz-server-side-encryption</c>; null with a customer's key.</param>
/// <param name="KmsKeyId">The ARN of the KMS key.</param>
/// <param name="KmsContext">The encryption context as it came.</param>
/// <param name="BucketKeyEnabled">Whether an S3 bucket key is asked for.</param>
/// <param name="CustomerKeyMd5">The MD5 (base 64) of the customer's key.</param>
internal sealed record AppliedEncryption(
    string? Algorithm, string? KmsKeyId = null, string? KmsContext = null, bool? BucketKeyEnabled = null, string? CustomerKeyMd5 = null)
{
    public const string Aes256 = "AES256";

    /// <summary>S3's default: managed keys.</summary>
    public static AppliedEncryption Default { get; } = new(Aes256);

    /// <summary>The algorithm of a customer's key, as answers name it.</summary>
    public string? CustomerAlgorithm => CustomerKeyMd5 is null ? null : Aes256;
}
