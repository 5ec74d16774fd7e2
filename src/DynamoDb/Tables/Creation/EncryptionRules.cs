using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;

namespace RustStack.DynamoDb.Tables.Creation;

/// <summary>Checks encryption settings. Nothing is encrypted: they are kept and described.</summary>
internal static class EncryptionRules
{
    private const string Invalid = CreationErrorText.Invalid;

    /// <summary>Reads encryption settings.</summary>
    /// <param name="specification">The request's settings, or null.</param>
    /// <returns>The settings when they ask for KMS; null for the default encryption.</returns>
    public static SSESpecification? Read(SSESpecification? specification)
    {
        if (specification is null) return null;
        if (specification.Enabled == false) RefuseMembers(specification);
        if (specification.SSEType == SSEType.Aes256) throw DynamoDbErrors.Validation($"{Invalid}SSEType AES256 is not supported");
        if (specification is { KMSMasterKeyId: not null, SSEType: null })
            throw DynamoDbErrors.Validation($"{Invalid}SSEType KMS is required if KMSMasterKeyId is specified");
        return specification.Enabled ?? specification.SSEType is not null ? specification : null;
    }

    private static void RefuseMembers(SSESpecification specification)
    {
        string? member = specification switch
        {
            { SSEType: not null } => nameof(specification.SSEType),
            { KMSMasterKeyId: not null } => nameof(specification.KMSMasterKeyId),
            _ => null,
        };
        if (member is not null) throw DynamoDbErrors.Validation($"{Invalid}{member} can not be specified if Enabled is false");
    }
}
