using System.Text.Json;
using RustStack.Core.Requests;

namespace RustStack.DynamoDb.Protocol;

/// <summary>An operation. The generated bases derive from this; the operations themselves derive from those.</summary>
internal abstract class DynamoDbOperation
{
    /// <summary>The <c>X-Amz-Target</c> that asks for it, such as <c>DynamoDB_20120810.PutItem</c>.</summary>
    public abstract string Target { get; }

    /// <summary>Reads and validates the input, does the work and writes the output.</summary>
    /// <param name="body">The request's body, valid until the task ends.</param>
    /// <param name="writer">Receives the answer's JSON; nothing for an operation without output.</param>
    /// <param name="context">Who asks, where and when.</param>
    /// <param name="cancellationToken">Ends the work when the client goes away.</param>
    /// <returns>A task that ends when the answer is complete.</returns>
    /// <exception cref="Core.Errors.AwsException">The request is refused.</exception>
    public abstract ValueTask InvokeAsync(
        ReadOnlyMemory<byte> body, Utf8JsonWriter writer, RequestContext context, CancellationToken cancellationToken);
}
