using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RustStack.S3.Persistence.Documents;

/// <summary>
/// The documents of saved rows: JSON, written and read by hand. A member that has its default is left out, and reading ignores members that it
/// does not know, so that members may be added; a document that would be misunderstood for it gets a higher version of the schema.
/// </summary>
internal static class DocumentEncoding
{
    private const int InitialBytes = 512;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes a document.</summary>
    /// <typeparam name="T">What it is of.</typeparam>
    /// <param name="value">What it is of.</param>
    /// <param name="members">Writes the members of its one object.</param>
    /// <returns>The document.</returns>
    public static byte[] Encode<T>(T value, Action<Utf8JsonWriter, T> members)
    {
        ArrayBufferWriter<byte> buffer = new(InitialBytes);
        using Utf8JsonWriter writer = new(buffer, Options);
        writer.WriteStartObject();
        members(writer, value);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads a document.</summary>
    /// <typeparam name="T">What it is of.</typeparam>
    /// <param name="document">The document.</param>
    /// <param name="read">Reads its one object.</param>
    /// <returns>What was read.</returns>
    public static T Decode<T>(byte[] document, Func<JsonElement, T> read)
    {
        using JsonDocument parsed = JsonDocument.Parse(document);
        return read(parsed.RootElement);
    }

    extension(Utf8JsonWriter writer)
    {
        /// <summary>Writes a member, unless it has no value.</summary>
        /// <param name="name">The member's name.</param>
        /// <param name="value">Its value.</param>
        public void Text(string name, string? value)
        {
            if (value is not null) writer.WriteString(name, value);
        }

        /// <summary>Writes a member, unless it has no value.</summary>
        /// <param name="name">The member's name.</param>
        /// <param name="value">Its value.</param>
        public void Number(string name, long? value)
        {
            if (value is { } number) writer.WriteNumber(name, number);
        }

        /// <summary>Writes a member, unless it has no value.</summary>
        /// <param name="name">The member's name.</param>
        /// <param name="value">Its value.</param>
        public void Flag(string name, bool? value)
        {
            if (value is { } flag) writer.WriteBoolean(name, flag);
        }

        /// <summary>Writes a time, exact to its ticks.</summary>
        /// <param name="name">The member's name.</param>
        /// <param name="value">Its value.</param>
        public void Time(string name, DateTimeOffset value) => writer.WriteNumber(name, value.UtcTicks);
    }

    extension(JsonElement element)
    {
        /// <summary>A member.</summary>
        /// <param name="name">Its name.</param>
        /// <returns>The member, or null.</returns>
        public JsonElement? Member(string name) => element.TryGetProperty(name, out JsonElement member) ? member : null;

        /// <summary>A member that is a text.</summary>
        /// <param name="name">Its name.</param>
        /// <returns>The text, or null.</returns>
        public string? Text(string name) => element.Member(name)?.GetString();

        /// <summary>A member that is a number.</summary>
        /// <param name="name">Its name.</param>
        /// <returns>The number, or null.</returns>
        public long? Number(string name) => element.Member(name)?.GetInt64();

        /// <summary>A member that is a boolean.</summary>
        /// <param name="name">Its name.</param>
        /// <returns>The boolean, or null.</returns>
        public bool? Flag(string name) => element.Member(name)?.GetBoolean();

        /// <summary>A member that is a time.</summary>
        /// <param name="name">Its name.</param>
        /// <returns>The time.</returns>
        public DateTimeOffset Time(string name) => new(element.GetProperty(name).GetInt64(), TimeSpan.Zero);

        /// <summary>The elements of a member that is an array.</summary>
        /// <param name="name">Its name.</param>
        /// <returns>The elements; none when there is no such member.</returns>
        public IEnumerable<JsonElement> Elements(string name) => element.Member(name)?.EnumerateArray() ?? Enumerable.Empty<JsonElement>();
    }
}
