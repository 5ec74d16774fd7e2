using System.Text.Json;
using System.Text.Unicode;
using RustStack.DynamoDb.Errors;

namespace RustStack.DynamoDb.Protocol.Json;

/// <summary>Reads a request's body.</summary>
internal static class JsonBody
{
    /// <summary>
    /// How deep a body may be nested. An attribute value takes two levels and the deepest allowed has 32, so that even one that is too deep
    /// by far is still read and then refused by DynamoDB's own rule.
    /// </summary>
    public const int MaxDepth = 256;

    /// <summary>Reads the one JSON object that a body must be.</summary>
    /// <typeparam name="T">The operation's input.</typeparam>
    /// <param name="body">The body.</param>
    /// <param name="read">Reads the input.</param>
    /// <returns>The input, its constraints not yet checked.</returns>
    /// <exception cref="Core.Errors.AwsException">SerializationException: the body is not JSON or has another shape.</exception>
    public static T Read<T>(ReadOnlySpan<byte> body, JsonValueReader<T> read)
        where T : class
    {
        if (!Utf8.IsValid(body)) throw SerializationErrors.Malformed();
        try
        {
            Utf8JsonReader reader = new(body, new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            T input = read(ref reader) ?? throw SerializationErrors.Malformed();
            // Nothing but white space may follow: the reader throws at anything else.
            reader.Read();
            return input;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException is what the reader throws at an escaped half of a surrogate pair.
            throw SerializationErrors.Malformed();
        }
    }
}
