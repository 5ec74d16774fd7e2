using RustStack.Core.Signing;
using RustStack.S3.Errors;

namespace RustStack.S3.Signing;

/// <summary>What the signatures of a payload's chunks go on from.</summary>
/// <param name="Signature">The request's signature.</param>
/// <param name="HasTrailers">Whether a signature of trailing headers comes after the chunks.</param>
internal sealed record ChunkSeed(VerifiedSignature Signature, bool HasTrailers)
{
    /// <summary>The seed of a request whose chunks are signed.</summary>
    /// <param name="caller">Who sends it; null where signatures are not verified.</param>
    /// <param name="hasTrailers">Whether a signature of trailing headers comes after the chunks.</param>
    /// <returns>The seed; null where signatures are not verified.</returns>
    /// <exception cref="Core.Errors.AwsException">The request itself has no signature of version 4.</exception>
    public static ChunkSeed? Of(Caller? caller, bool hasTrailers) =>
        caller is null ? null : new(caller.Signature ?? throw S3SignatureErrors.Version4Only(), hasTrailers);
}
