using System.Buffers;
using RustStack.S3.Blobs;

namespace RustStack.S3.Uploads;

/// <summary>Takes a body in: stores the payload in one pass with one pooled buffer. Whatever goes wrong, nothing of it stays.</summary>
/// <param name="store">Where the bytes go.</param>
internal sealed class UploadReceiver(IBlobStore store)
{
    private const int BufferSizeBytes = 131_072;

    /// <summary>Receives a body.</summary>
    /// <param name="body">The body as it comes over the wire.</param>
    /// <param name="plan">What it must turn out to be.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The stored payload, which the caller keeps or disposes.</returns>
    /// <exception cref="Core.Errors.AwsException">The body is not what the plan says.</exception>
    public async Task<ReceivedUpload> ReceiveAsync(Stream body, UploadPlan plan, CancellationToken cancellationToken)
    {
        using var payload = new PayloadStream(body, plan);
        using BlobWriter writer = store.CreateWriter(plan.LengthBytes);
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(BufferSizeBytes, (plan.LengthBytes ?? BufferSizeBytes) + 1));
        try
        {
            int read;
            while ((read = await payload.ReadAsync(buffer, cancellationToken)) > 0)
            {
                await writer.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return new(await writer.FinishAsync(cancellationToken), payload.Digest!);
    }
}
