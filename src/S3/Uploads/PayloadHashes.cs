using RustStack.S3.Checksums;
using RustStack.S3.Errors;

namespace RustStack.S3.Uploads;

/// <summary>
/// The hashes of one payload, fed while it is stored: each byte is hashed once per algorithm that is needed and not again.
/// </summary>
internal sealed class PayloadHashes : IDisposable
{
    private readonly StreamingHash _md5 = StreamingHash.CreateMd5();
    private readonly StreamingHash? _sha256;
    private readonly StreamingHash _kept;
    private readonly StreamingHash? _claimed;
    private readonly UploadPlan _plan;

    /// <summary>Starts the hashes that a plan needs.</summary>
    /// <param name="plan">The plan.</param>
    public PayloadHashes(UploadPlan plan)
    {
        _plan = plan;
        _sha256 = plan.Sha256 is null ? null : StreamingHash.CreateSha256();
        _kept = StreamingHash.Create(plan.KeptChecksum);
        _claimed = plan.Claim is { } claim && claim.Kind != plan.KeptChecksum ? StreamingHash.Create(claim.Kind) : null;
    }

    /// <summary>Feeds payload.</summary>
    /// <param name="bytes">The bytes.</param>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _md5.Append(bytes);
        _sha256?.Append(bytes);
        _kept.Append(bytes);
        _claimed?.Append(bytes);
    }

    /// <summary>Ends the hashes and checks everything that was stated.</summary>
    /// <param name="trailers">The trailing headers that came.</param>
    /// <returns>What the payload turned out to be.</returns>
    /// <exception cref="Core.Errors.AwsException">Something stated is not so.</exception>
    public PayloadDigest Verify(IReadOnlyList<KeyValuePair<string, string>> trailers)
    {
        byte[] md5 = _md5.Finish();
        if (_plan.Md5 is { } statedMd5 && !md5.AsSpan().SequenceEqual(statedMd5)) throw UploadErrors.BadContentMd5(statedMd5, md5);
        if (_sha256?.Finish() is { } sha256 && !sha256.AsSpan().SequenceEqual(_plan.Sha256))
        {
            throw UploadErrors.ContentSha256Mismatch(_plan.Sha256!, sha256);
        }

        byte[] kept = _kept.Finish();
        var checksum = ObjectChecksum.Full(_plan.KeptChecksum, kept);
        if (_plan.Claim is not { } claim) return new(md5, checksum, checksum);
        byte[] claimed = _claimed?.Finish() ?? kept;
        claim.Verify(claimed, trailers);
        return new(md5, checksum, ObjectChecksum.Full(claim.Kind, claimed));
    }

    public void Dispose()
    {
        _md5.Dispose();
        _sha256?.Dispose();
        _kept.Dispose();
        _claimed?.Dispose();
    }
}
