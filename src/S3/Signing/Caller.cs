using RustStack.Core.Signing;

namespace RustStack.S3.Signing;

/// <summary>Who sends a request, verified.</summary>
/// <param name="Signer">The key pair that it is signed with; null for an anonymous request.</param>
/// <param name="Signature">Its signature, where that is of version 4.</param>
internal sealed record Caller(AccessKey? Signer, VerifiedSignature? Signature)
{
    /// <summary>Who signs nothing.</summary>
    public static Caller Anonymous { get; } = new(null, null);

    /// <summary>The account; null for an anonymous request.</summary>
    public string? AccountId => Signer?.AccountId;
}
