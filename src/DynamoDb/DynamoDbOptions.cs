using RustStack.Core.Options;

namespace RustStack.DynamoDb;

/// <summary>The settings of the DynamoDB service.</summary>
/// <param name="SkipSignatureValidation"><c>DYNAMODB_SKIP_SIGNATURE_VALIDATION</c>: accept any signature.</param>
public sealed record DynamoDbOptions(bool SkipSignatureValidation)
{
    /// <summary>Reads the settings.</summary>
    /// <param name="reader">Where they come from; it collects the errors.</param>
    /// <returns>The options, with defaults in place of unusable values.</returns>
    public static DynamoDbOptions Read(SettingsReader reader) =>
        new(reader.ReadFlag("DYNAMODB_SKIP_SIGNATURE_VALIDATION", true, "accept any DynamoDB signature"));
}
