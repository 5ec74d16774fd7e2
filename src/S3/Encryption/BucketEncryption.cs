using RustStack.Core.Errors;
using RustStack.S3.Errors;
using RustStack.S3.Generated;

namespace RustStack.S3.Encryption;

/// <summary>
/// How a bucket encrypts objects whose upload says nothing of it (Amazon S3 user guide, "Setting default server-side encryption
/// behavior for S3 buckets").
/// </summary>
internal static class BucketEncryption
{
    /// <summary>What holds in a bucket where nothing was configured.</summary>
    public static readonly ServerSideEncryptionRule Default = new()
    {
        ApplyServerSideEncryptionByDefault = new() { SSEAlgorithm = AppliedEncryption.Aes256 },
        BucketKeyEnabled = false,
    };

    private const string Kms = "aws:kms";
    private const string DualLayerKms = "aws:kms:dsse";

    /// <summary>Checks a configuration that is to be kept.</summary>
    /// <param name="configuration">The configuration: one rule.</param>
    /// <returns>The rule, with S3's defaults.</returns>
    /// <exception cref="AwsException">S3 would refuse it.</exception>
    public static ServerSideEncryptionRule Check(ServerSideEncryptionConfiguration configuration)
    {
        if (configuration.Rules is not [{ } rule]) throw RequestErrors.MalformedXml();
        ServerSideEncryptionByDefault? applied = rule.ApplyServerSideEncryptionByDefault;
        bool isBlocking = CheckBlocked(rule.BlockedEncryptionTypes);
        if (applied is null && !isBlocking) throw RequestErrors.MalformedXml();
        if (applied is not null) Check(applied);
        return rule with
        {
            ApplyServerSideEncryptionByDefault = applied ?? Default.ApplyServerSideEncryptionByDefault,
            BucketKeyEnabled = rule.BucketKeyEnabled ?? false,
        };
    }

    /// <summary>Refuses an upload with a customer's key where the bucket blocks them.</summary>
    /// <param name="rule">The bucket's rule, or null.</param>
    /// <param name="customerKey">The key that the upload brings.</param>
    /// <exception cref="AwsException">AccessDenied.</exception>
    public static void CheckAllowed(ServerSideEncryptionRule? rule, CustomerKey customerKey)
    {
        bool isBlocked = customerKey.Md5 is not null
            && rule?.BlockedEncryptionTypes?.EncryptionType?.Contains(EncryptionType.SseC) == true;
        if (isBlocked) throw RequestErrors.AccessDenied();
    }

    /// <summary>What a request asks for, completed by the bucket's rule: headers of the request win.</summary>
    /// <param name="rule">The bucket's rule, or null.</param>
    /// <param name="request">The request's headers.</param>
    /// <returns>The request as if it had named everything.</returns>
    public static EncryptionRequest Complete(ServerSideEncryptionRule? rule, EncryptionRequest request)
    {
        if (rule?.ApplyServerSideEncryptionByDefault is not { } applied) return request;
        bool isSilent = request is { Algorithm: null, KmsKeyId: null, KmsContext: null };
        EncryptionRequest completed = isSilent && applied.SSEAlgorithm != AppliedEncryption.Aes256
            ? request with { Algorithm = applied.SSEAlgorithm, KmsKeyId = applied.KMSMasterKeyID }
            : request;
        bool takesBucketKey = completed is { Algorithm: Kms, BucketKeyEnabled: null } && rule.BucketKeyEnabled == true;
        return takesBucketKey ? completed with { BucketKeyEnabled = true } : completed;
    }

    private static void Check(ServerSideEncryptionByDefault applied)
    {
        if (applied.SSEAlgorithm is not (AppliedEncryption.Aes256 or Kms or DualLayerKms)) throw RequestErrors.MalformedXml();
        if (applied.KMSMasterKeyID is not null && applied.SSEAlgorithm == AppliedEncryption.Aes256) throw EncryptionErrors.KeyWithoutKmsByDefault();
        if (applied.KMSMasterKeyID is "") throw RequestErrors.MalformedXml();
    }

    private static bool CheckBlocked(BlockedEncryptionTypes? blocked)
    {
        if (blocked is null) return false;
        IReadOnlyList<string> types = blocked.EncryptionType ?? [];
        bool isValid = types.Count > 0
            && types.All(EncryptionType.Values.Contains)
            && !(types.Contains(EncryptionType.None) && types.Count > 1);
        return isValid ? true : throw RequestErrors.MalformedXml();
    }
}
