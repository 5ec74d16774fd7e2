namespace RustStack.Core.Signing;

/// <summary>A signature that was found good, and what the signatures of the payload's chunks go on from.</summary>
/// <param name="Signer">The key pair that it was made with.</param>
/// <param name="Scope">Its credential scope.</param>
/// <param name="Time">The request's time as it was signed.</param>
/// <param name="Signature">The signature.</param>
/// <param name="SigningKey">The key that it was made with; not to be changed.</param>
public sealed record VerifiedSignature(AccessKey Signer, string Scope, string Time, string Signature, ReadOnlyMemory<byte> SigningKey)
{
    /// <summary>The access key's id alone: keys and signatures stay out of any text made of this record.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Signer.Id;
}
