using RustStack.Core.Cryptography;
using RustStack.Core.Signing;
using RustStack.S3.Errors;
using RustStack.S3.Uploads;

namespace RustStack.S3.Signing;

/// <summary>
/// Verifies the signatures of a payload's chunks and trailing headers while they come: each goes on from the one before it, the first
/// from the request's own (Amazon S3 API reference, "Signature calculations for the Authorization header: transferring payload in
/// multiple chunks" and "... including trailing headers").
/// </summary>
/// <param name="seed">What they go on from.</param>
internal sealed class ChunkSignatures(ChunkSeed seed) : IChunkObserver, IDisposable
{
    private const string ChunkAlgorithm = "AWS4-HMAC-SHA256-PAYLOAD";
    private const string TrailerAlgorithm = "AWS4-HMAC-SHA256-TRAILER";
    private const string TrailerSignature = "x-amz-trailer-signature";

    private readonly MessageDigest _digest = MessageDigest.Create(DigestAlgorithm.Sha256);
    private string _previous = seed.Signature.Signature;
    private string _provided = "";

    /// <inheritdoc/>
    public void BeginChunk(long lengthBytes, string? signature) => _provided = signature ?? "";

    /// <inheritdoc/>
    public void Append(ReadOnlySpan<byte> bytes) => _digest.Append(bytes);

    /// <inheritdoc/>
    public void EndChunk()
    {
        Span<byte> hash = stackalloc byte[SigningHash.Sha256Bytes];
        SigningHash.Sha256([], hash);
        using SigningText text = Begin(ChunkAlgorithm);
        text.AppendHex(hash);
        text.Append((byte)'\n');
        _digest.Finish(hash);
        text.AppendHex(hash);
        Verify(text, _provided);
    }

    /// <inheritdoc/>
    public void EndTrailers(IReadOnlyList<KeyValuePair<string, string>> trailers)
    {
        if (!seed.HasTrailers) return;
        string provided = "";
        using SigningText headers = new();
        foreach ((string name, string value) in trailers.OrderBy(static trailer => trailer.Key.ToLowerInvariant(), StringComparer.Ordinal))
        {
            if (name.Equals(TrailerSignature, StringComparison.OrdinalIgnoreCase))
            {
                provided = value;
                continue;
            }

            headers.AppendLower(name);
            headers.Append((byte)':');
            headers.AppendTrimmed(value);
            headers.Append((byte)'\n');
        }

        Span<byte> hash = stackalloc byte[SigningHash.Sha256Bytes];
        SigningHash.Sha256(headers.Written, hash);
        using SigningText text = Begin(TrailerAlgorithm);
        text.AppendHex(hash);
        Verify(text, provided);
    }

    /// <inheritdoc/>
    public void Dispose() => _digest.Dispose();

    private SigningText Begin(string algorithm)
    {
        SigningText text = new();
        foreach (string line in (ReadOnlySpan<string>)[algorithm, seed.Signature.Time, seed.Signature.Scope, _previous])
        {
            text.Append(line);
            text.Append((byte)'\n');
        }

        return text;
    }

    private void Verify(SigningText text, string provided)
    {
        if (!SigV4Verifier.IsSignature(seed.Signature.SigningKey.Span, text.Written, provided))
        {
            throw S3SignatureErrors.Instance.Mismatch(new(seed.Signature.Signer.Id, provided, text.ToString(), null));
        }

        _previous = provided;
    }
}
