using RustStack.Core.Errors;

namespace RustStack.S3.Errors;

/// <summary>What can be wrong with the encryption that a request asks for or brings the key of.</summary>
internal static class EncryptionErrors
{
    private const string CustomerHeader = "x-amz-server-side-encryption-customer-algorithm";

    public static AwsException InvalidAlgorithm(string header, string value) =>
        new AwsException(
            "InvalidEncryptionAlgorithmError", 400, "The Encryption request you specified is not valid. Supported value: AES256.")
            .With("ArgumentName", header)
            .With("ArgumentValue", value);

    public static AwsException KeyWithoutKms(string value) =>
        RequestErrors.InvalidArgument(
            "Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms",
            "x-amz-server-side-encryption",
            value);

    public static AwsException KeyWithoutKmsByDefault() =>
        new AwsException(
            "InvalidArgument",
            400,
            "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse")
            .With("ArgumentName", "ApplyServerSideEncryptionByDefault");

    public static AwsException TwoMethods(string value) =>
        RequestErrors.InvalidArgument(
            "Server Side Encryption with Customer provided key is incompatible with the encryption method specified",
            "x-amz-server-side-encryption",
            value);

    public static AwsException NoCustomerAlgorithm() =>
        new AwsException(
            "InvalidArgument",
            400,
            "Requests specifying Server Side Encryption with Customer provided keys must provide a valid encryption algorithm.")
            .With("ArgumentName", CustomerHeader);

    public static AwsException NoCustomerKey() =>
        new AwsException(
            "InvalidArgument",
            400,
            "Requests specifying Server Side Encryption with Customer provided keys must provide an appropriate secret key.")
            .With("ArgumentName", "x-amz-server-side-encryption-customer-key");

    public static AwsException InvalidCustomerKey() =>
        new AwsException("InvalidArgument", 400, "The secret key was invalid for the specified algorithm.")
            .With("ArgumentName", "x-amz-server-side-encryption-customer-key");

    public static AwsException NoCustomerKeyMd5() =>
        new AwsException(
            "InvalidArgument",
            400,
            "Requests specifying Server Side Encryption with Customer provided keys must provide the client calculated MD5 of the "
            + "secret key.")
            .With("ArgumentName", "x-amz-server-side-encryption-customer-key-MD5");

    public static AwsException CustomerKeyMd5Mismatch() =>
        new AwsException("InvalidArgument", 400, "The calculated MD5 hash of the key did not match the hash that was provided.")
            .With("ArgumentName", "x-amz-server-side-encryption-customer-key-MD5");

    public static AwsException CustomerKeyMissing() =>
        RequestErrors.InvalidRequest(
            "The object was stored using a form of Server Side Encryption. The correct parameters must be provided to retrieve the "
            + "object.");

    public static AwsException CustomerKeyMissingForPart() =>
        RequestErrors.InvalidRequest(
            "The multipart upload initiate requested encryption. Subsequent part requests must include the appropriate encryption "
            + "parameters.");

    public static AwsException CustomerKeyOfPartDiffers() =>
        RequestErrors.InvalidRequest("The provided encryption parameters did not match the ones used originally.");

    public static AwsException CustomerKeyNotApplicable() =>
        RequestErrors.InvalidRequest("The encryption parameters are not applicable to this object.");

    public static AwsException WrongCustomerKey() =>
        new(
            "AccessDenied",
            403,
            "Requests specifying Server Side Encryption with Customer provided keys must provide the correct secret key.");
}
