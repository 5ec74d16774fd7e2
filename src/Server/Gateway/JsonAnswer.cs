using System.Buffers;
using System.Text.Json;

namespace RustStack.Server.Gateway;

/// <summary>Small JSON answers of the gateway itself.</summary>
internal static class JsonAnswer
{
    /// <summary>Makes a document.</summary>
    /// <param name="write">Writes its one value.</param>
    /// <returns>Its UTF-8 bytes.</returns>
    public static byte[] Document(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter writer = new(buffer);
        write(writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Answers with a document.</summary>
    /// <param name="response">The answer, not yet started.</param>
    /// <param name="status">Its status.</param>
    /// <param name="document">Its body; a HEAD request gets the headers alone.</param>
    /// <returns>A task that ends when it is written.</returns>
    public static async Task WriteAsync(HttpResponse response, int status, ReadOnlyMemory<byte> document)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.ContentLength = document.Length;
        if (!HttpMethods.IsHead(response.HttpContext.Request.Method))
        {
            await response.Body.WriteAsync(document, response.HttpContext.RequestAborted);
        }
    }

    /// <summary>Answers with a document of one member, <c>message</c>.</summary>
    /// <param name="response">The answer, not yet started.</param>
    /// <param name="status">Its status.</param>
    /// <param name="message">One sentence.</param>
    /// <returns>A task that ends when it is written.</returns>
    public static Task WriteMessageAsync(HttpResponse response, int status, string message) =>
        WriteAsync(response, status, Document(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("message"u8, message);
            writer.WriteEndObject();
        }));
}
