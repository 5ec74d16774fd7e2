using System.Text;
using RustStack.Core.Requests;
using RustStack.S3.Checksums;
using RustStack.S3.Errors;

namespace RustStack.S3.Encryption;

/// <summary>The headers by which a write asks for encryption with keys of S3 or KMS.</summary>
/// <param name="Algorithm"><c>x-amz-server-side-encryption</c>.</param>
/// <param name="KmsKeyId"><c>x-amz-server-side-encryption-aws-kms-key-id</c>.</param>
/// <param name="KmsContext"><c>x-amz-server-side-encryption-context</c>.</param>
/// <param name="BucketKeyEnabled"><c>x-amz-server-side-encryption-bucket-key-enabled</c>.</param>
internal readonly record struct EncryptionRequest(string? Algorithm, string? KmsKeyId, string? KmsContext, bool? BucketKeyEnabled)
{
    /// <summary>Decides the encryption of an object that is written.</summary>
    /// <param name="customerKey">The key that the request brings.</param>
    /// <param name="context">Whose request it is and where.</param>
    /// <returns>The encryption.</returns>
    /// <exception cref="Core.Errors.AwsException">The headers contradict each other or name an unknown method.</exception>
    public AppliedEncryption Resolve(CustomerKey customerKey, RequestContext context)
    {
        if (customerKey.Md5 is not null)
        {
            return Algorithm is null ? new(null, CustomerKeyMd5: customerKey.Md5) : throw EncryptionErrors.TwoMethods(Algorithm);
        }

        switch (Algorithm)
        {
            case "aws:kms" or "aws:kms:dsse":
                return new(Algorithm, KeyArn(context), KmsContext, BucketKeyEnabled);
            case null or AppliedEncryption.Aes256:
                if (KmsKeyId is not null || KmsContext is not null) throw EncryptionErrors.KeyWithoutKms(Algorithm ?? "null");
                return BucketKeyEnabled is null
                    ? AppliedEncryption.Default
                    : new(AppliedEncryption.Aes256, BucketKeyEnabled: BucketKeyEnabled);
            default:
                throw EncryptionErrors.InvalidAlgorithm("x-amz-server-side-encryption", Algorithm);
        }
    }

    /// <summary>The key's ARN; without a key, the one that AWS manages for S3 in that account and region, always the same.</summary>
    private string KeyArn(RequestContext context)
    {
        if (KmsKeyId is not null && KmsKeyId.StartsWith("arn:", StringComparison.Ordinal)) return KmsKeyId;
        string resource = KmsKeyId is null ? $"key/{ManagedKeyId(context)}"
            : KmsKeyId.StartsWith("alias/", StringComparison.Ordinal) ? KmsKeyId
            : $"key/{KmsKeyId}";
        return $"arn:aws:kms:{context.Region}:{context.AccountId}:{resource}";
    }

    private static Guid ManagedKeyId(RequestContext context)
    {
        using var hash = StreamingHash.CreateMd5();
        hash.Append(Encoding.UTF8.GetBytes($"{context.AccountId}/{context.Region}/alias/aws/s3"));
        return new Guid(hash.Finish(), bigEndian: true);
    }
}
