using System.Buffers;
using System.Text.Json;
using RustStack.Core.Persistence;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Protocol.Json;
using RustStack.DynamoDb.Streams;

namespace RustStack.DynamoDb.Persistence;

/// <summary>Streams and shards as JSON documents. A member that is not known is skipped and one that is missing has its default.</summary>
internal static class StreamDocument
{
    /// <summary>Writes a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <returns>The document.</returns>
    public static byte[] Write(StreamDefinition stream) => Write(writer =>
    {
        writer.WriteString("accountId"u8, stream.Name.Table.AccountId);
        writer.WriteString("region"u8, stream.Name.Table.Region);
        writer.WriteString("table"u8, stream.Name.Table.Name);
        writer.WriteString("label"u8, stream.Name.Label);
        writer.WriteString("viewType"u8, stream.ViewType);
        writer.WriteStartArray("keySchema"u8);
        foreach (KeySchemaElement element in stream.KeySchema) element.Write(writer);
        writer.WriteEndArray();
        writer.WriteNumber("createdAt"u8, stream.CreatedAt.UtcTicks);
        if (stream.DisabledAt is { } disabledAt) writer.WriteNumber("disabledAt"u8, disabledAt.UtcTicks);
    });

    /// <summary>Writes a shard.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="end">Its end; null while it is open.</param>
    /// <param name="closedAt">When it was closed; null while it is open.</param>
    /// <returns>The document.</returns>
    public static byte[] Write(StreamShard shard, long? end, DateTimeOffset? closedAt) => Write(writer =>
    {
        writer.WriteNumber("lane"u8, shard.Lane);
        if (shard.ParentId is { } parent) writer.WriteString("parent"u8, parent);
        writer.WriteNumber("start"u8, shard.Start);
        writer.WriteNumber("openedAt"u8, shard.OpenedAt.UtcTicks);
        if (end is { } last) writer.WriteNumber("end"u8, last);
        if (closedAt is { } time) writer.WriteNumber("closedAt"u8, time.UtcTicks);
    });

    /// <summary>Reads a stream.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The stream.</returns>
    /// <exception cref="StateException">It is no such document.</exception>
    public static StreamDefinition ReadStream(ReadOnlySpan<byte> document)
    {
        try
        {
            var reader = new Utf8JsonReader(document);
            reader.Read();
            return ReadStream(ref reader);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or Core.Errors.AwsException)
        {
            throw new StateException("The saved state is damaged: a stream's definition cannot be read.", exception);
        }
    }

    /// <summary>Reads a shard.</summary>
    /// <param name="saved">What was saved.</param>
    /// <param name="stream">The stream that it is of.</param>
    /// <returns>The shard.</returns>
    /// <exception cref="StateException">It is no such document.</exception>
    public static StreamShard ReadShard(SavedShard saved, TableStream stream)
    {
        try
        {
            var reader = new Utf8JsonReader(saved.Definition);
            reader.Read();
            return ReadShard(ref reader, saved, stream);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new StateException("The saved state is damaged: a shard's definition cannot be read.", exception);
        }
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static StreamDefinition ReadStream(ref Utf8JsonReader reader)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        Dictionary<string, long> numbers = new(StringComparer.Ordinal);
        IReadOnlyList<KeySchemaElement> keySchema = [];
        while (JsonInput.NextMember(ref reader))
        {
            string member = reader.GetString()!;
            reader.Read();
            if (member == "keySchema") keySchema = JsonInput.ReadList(ref reader, KeySchemaElement.Read, isStructured: true)!;
            else ReadMember(ref reader, member, texts, numbers);
        }

        return new()
        {
            Name = new(new(Required(texts, "accountId"), Required(texts, "region"), Required(texts, "table")), Required(texts, "label")),
            ViewType = Required(texts, "viewType"),
            KeySchema = keySchema,
            CreatedAt = Time(numbers, "createdAt") ?? default,
            DisabledAt = Time(numbers, "disabledAt"),
        };
    }

    private static StreamShard ReadShard(ref Utf8JsonReader reader, SavedShard saved, TableStream stream)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        Dictionary<string, long> numbers = new(StringComparer.Ordinal);
        while (JsonInput.NextMember(ref reader))
        {
            string member = reader.GetString()!;
            reader.Read();
            ReadMember(ref reader, member, texts, numbers);
        }

        var shard = new StreamShard
        {
            Stream = stream,
            Id = saved.Id,
            Lane = (int)numbers.GetValueOrDefault("lane"),
            ParentId = texts.GetValueOrDefault("parent"),
            Start = numbers.GetValueOrDefault("start"),
            OpenedAt = Time(numbers, "openedAt") ?? default,
        };
        shard.Restore(saved.Horizon);
        if (Time(numbers, "closedAt") is { } closedAt) shard.Close(numbers.GetValueOrDefault("end"), closedAt, default);
        return shard;
    }

    private static void ReadMember(ref Utf8JsonReader reader, string member, Dictionary<string, string> texts, Dictionary<string, long> numbers)
    {
        if (reader.TokenType == JsonTokenType.String) texts[member] = reader.GetString()!;
        else if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long number)) numbers[member] = number;
        else reader.Skip();
    }

    // Times are ticks, exact to what memory holds.
    private static DateTimeOffset? Time(Dictionary<string, long> numbers, string member) =>
        numbers.TryGetValue(member, out long ticks) ? new(ticks, TimeSpan.Zero) : null;

    private static string Required(Dictionary<string, string> texts, string member) =>
        texts.GetValueOrDefault(member) ?? throw new FormatException("A member is missing.");
}
