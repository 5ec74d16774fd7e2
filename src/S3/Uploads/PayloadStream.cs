using System.Buffers;
using RustStack.S3.Errors;
using RustStack.S3.Signing;

namespace RustStack.S3.Uploads;

/// <summary>
/// The payload of a request: takes the framing off its body, hashes what comes and, before it tells of the end, checks that the payload
/// is what the plan says. Reading fails with an AWS error when it is not.
/// </summary>
internal sealed class PayloadStream : IncomingStream
{
    private const int FrameBufferSizeBytes = 65_536;

    private readonly Stream _body;
    private readonly UploadPlan _plan;
    private readonly PayloadHashes _hashes;
    private readonly ChunkSignatures? _signatures;
    private readonly AwsChunkedDecoder? _decoder;
    private byte[]? _frames;
    private ReadOnlyMemory<byte> _input;
    private bool _ended;

    /// <summary>Puts the payload's checks in front of a body.</summary>
    /// <param name="body">The body as it comes over the wire; it stays open.</param>
    /// <param name="plan">What the payload must turn out to be.</param>
    public PayloadStream(Stream body, UploadPlan plan)
    {
        _body = body;
        _plan = plan;
        _hashes = new(plan);
        _signatures = plan.Chunks is { } seed ? new(seed) : null;
        _decoder = plan.IsAwsChunked ? new(_signatures) : null;
    }

    /// <summary>What the payload turned out to be; known at the end.</summary>
    public PayloadDigest? Digest { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_ended || buffer.IsEmpty) return 0;
        int read = _decoder is null
            ? await _body.ReadAsync(buffer, cancellationToken)
            : await DecodeAsync(_decoder, buffer, cancellationToken);
        if (read == 0) End();
        else Take(buffer.Span[..read]);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hashes.Dispose();
            _signatures?.Dispose();
            if (_frames is not null) ArrayPool<byte>.Shared.Return(_frames);
            _frames = null;
            _input = default;
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> DecodeAsync(AwsChunkedDecoder decoder, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        _frames ??= ArrayPool<byte>.Shared.Rent(FrameBufferSizeBytes);
        while (true)
        {
            if (decoder.TryRead(ref _input, buffer.Length, out ReadOnlyMemory<byte> payload))
            {
                payload.CopyTo(buffer);
                return payload.Length;
            }

            int read = await _body.ReadAsync(_frames, cancellationToken);
            if (read == 0) return 0;
            _input = _frames.AsMemory(0, read);
        }
    }

    private void Take(ReadOnlySpan<byte> payload)
    {
        ReadBytes += payload.Length;
        if (ReadBytes > _plan.LengthBytes) throw UploadErrors.LengthMismatch();
        if (ReadBytes > UploadPlan.MaxLengthBytes) throw UploadErrors.EntityTooLarge(ReadBytes, UploadPlan.MaxLengthBytes);
        _hashes.Append(payload);
    }

    private void End()
    {
        _ended = true;
        _decoder?.Finish();
        if (_plan.LengthBytes is { } length && length != ReadBytes) throw UploadErrors.LengthMismatch();
        Digest = _hashes.Verify(_decoder?.Trailers ?? []);
    }
}
