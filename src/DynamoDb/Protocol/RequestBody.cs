using Microsoft.AspNetCore.Http;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;

namespace RustStack.DynamoDb.Protocol;

/// <summary>Reads a request's body into a pooled buffer.</summary>
internal static class RequestBody
{
    /// <summary>The most bytes that a body may have: DynamoDB's limit for a request.</summary>
    public const int MaxSizeBytes = 16 * 1024 * 1024;

    private const int InitialSizeBytes = 4096;
    private const int MaxInitialSizeBytes = 64 * 1024;

    /// <summary>Reads the whole body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="memory">Counts what is read; held as long as the body.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The body; the caller disposes it.</returns>
    /// <exception cref="Core.Errors.AwsException">
    /// The body is larger than <see cref="MaxSizeBytes"/>, its framing is broken, or there are too many large bodies at once.
    /// </exception>
    public static async ValueTask<PooledBuffer> ReadAsync(HttpRequest request, BodyLease memory, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxSizeBytes) throw DynamoDbErrors.RequestTooLarge(MaxSizeBytes);
        // One byte more than announced, so that the end is seen without growing; an announcement alone does not get much memory.
        PooledBuffer buffer = new((int)Math.Min(request.ContentLength + 1 ?? InitialSizeBytes, MaxInitialSizeBytes));
        try
        {
            int count;
            while ((count = await request.Body.ReadAsync(buffer.GetMemory(), cancellationToken).ConfigureAwait(false)) > 0)
            {
                buffer.Advance(count);
                if (buffer.Written.Length > MaxSizeBytes) throw DynamoDbErrors.RequestTooLarge(MaxSizeBytes);
                if (!memory.TryGrow(buffer.Written.Length)) throw DynamoDbErrors.Throttled();
            }

            return buffer;
        }
        catch (BadHttpRequestException exception)
        {
            buffer.Dispose();
            throw exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? DynamoDbErrors.RequestTooLarge(MaxSizeBytes)
                : SerializationErrors.Malformed();
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }
}
