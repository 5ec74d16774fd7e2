using System.Buffers;
using RustStack.Core.Requests;
using RustStack.S3.Errors;
using RustStack.S3.Uploads;

namespace RustStack.S3.Protocol;

/// <summary>Reads a body that is a document, whole and checked like an upload: framing taken off, every stated digest verified.</summary>
internal static class DocumentBody
{
    private const int StepBytes = 4096;

    /// <summary>Reads a body.</summary>
    /// <param name="body">The body as it comes over the wire.</param>
    /// <param name="plan">What it must turn out to be.</param>
    /// <param name="maxBytes">The most bytes that the document may have.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="memory">Bounds the documents of all requests together while they are read; null for what the process shares.</param>
    /// <returns>The document.</returns>
    /// <exception cref="Core.Errors.AwsException">
    /// It is longer than allowed or not what the plan says, or there are too many large ones at once.
    /// </exception>
    public static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(
        Stream body, UploadPlan plan, int maxBytes, CancellationToken cancellationToken, BodyMemory? memory = null)
    {
        if (plan.LengthBytes > maxBytes) throw ProtocolErrors.MessageTooLong(maxBytes);
        using BodyLease lease = (memory ?? BodyMemory.Shared).Lease();
        await using PayloadStream payload = new(body, plan);
        ArrayBufferWriter<byte> document = new();
        int read;
        while ((read = await payload.ReadAsync(document.GetMemory(StepBytes), cancellationToken)) > 0)
        {
            document.Advance(read);
            if (document.WrittenCount > maxBytes) throw ProtocolErrors.MessageTooLong(maxBytes);
            if (!lease.TryGrow(document.WrittenCount)) throw ProtocolErrors.SlowDown();
        }

        return document.WrittenMemory;
    }
}
