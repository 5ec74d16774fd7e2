using System.Buffers;
using System.Text.Json;
using RustStack.Core.Persistence;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Persistence;

/// <summary>
/// A table's definition as a JSON document. A member that is not known is skipped and one that is missing has its default, so that documents
/// of other versions can be read; what is derived from other members, such as key layouts, is not in it.
/// </summary>
internal static class TableDocument
{
    /// <summary>Writes a definition.</summary>
    /// <param name="table">The definition.</param>
    /// <returns>The document.</returns>
    public static byte[] Write(TableDefinition table)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) Write(writer, table);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads a definition.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="StateException">It is no such document.</exception>
    public static TableDefinition Read(ReadOnlySpan<byte> document)
    {
        try
        {
            var reader = new Utf8JsonReader(document);
            reader.Read();
            return new TableDocumentReader().Read(ref reader);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or Core.Errors.AwsException)
        {
            throw new StateException("The saved state is damaged: a table's definition cannot be read.", exception);
        }
    }

    private static void Write(Utf8JsonWriter writer, TableDefinition table)
    {
        writer.WriteStartObject();
        writer.WriteString("accountId"u8, table.Name.AccountId);
        writer.WriteString("region"u8, table.Name.Region);
        writer.WriteString("name"u8, table.Name.Name);
        writer.WriteString("id"u8, table.Id);
        WriteTime(writer, "createdAt"u8, table.CreatedAt);
        WriteList(writer, "attributes"u8, table.AttributeDefinitions, static (writer, attribute) => attribute.Write(writer));
        WriteList(writer, "keySchema"u8, table.KeySchema, static (writer, element) => element.Write(writer));
        WriteList(writer, "indexes"u8, table.Indexes, WriteIndex);
        writer.WriteString("billingMode"u8, table.BillingMode);
        WriteTime(writer, "onDemandSince"u8, table.OnDemandSince);
        writer.WritePropertyName("throughput"u8);
        WriteThroughput(writer, table.Throughput);
        writer.WriteStartObject("indexThroughput"u8);
        foreach ((string name, ThroughputSettings throughput) in table.IndexThroughput)
        {
            writer.WritePropertyName(name);
            WriteThroughput(writer, throughput);
        }

        writer.WriteEndObject();
        WriteOptional(writer, table);
        writer.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter writer, TableDefinition table)
    {
        if (table.StreamSpecification is { } stream)
        {
            writer.WritePropertyName("stream"u8);
            stream.Write(writer);
        }

        WriteText(writer, "streamLabel"u8, table.StreamLabel);
        if (table.SseSpecification is { } encryption)
        {
            writer.WritePropertyName("encryption"u8);
            encryption.Write(writer);
        }

        WriteText(writer, "tableClass"u8, table.TableClass);
        WriteTime(writer, "tableClassChangedAt"u8, table.TableClassChangedAt);
        if (table.DeletionProtectionEnabled) writer.WriteBoolean("deletionProtection"u8, true);
        WriteList(writer, "tags"u8, table.Tags, static (writer, tag) => tag.Write(writer));
        WriteText(writer, "timeToLive"u8, table.TimeToLiveAttribute);
        WriteList(writer, "policies"u8, table.ResourcePolicies, GovernanceDocument.Write);
        WriteList(writer, "insights"u8, table.ContributorInsights, GovernanceDocument.Write);
        WriteList(writer, "kinesis"u8, table.KinesisDestinations, GovernanceDocument.Write);
        if (table.PointInTimeRecovery is not { } recovery) return;
        writer.WriteStartObject("pointInTimeRecovery"u8);
        WriteTime(writer, "enabledAt"u8, recovery.EnabledAt);
        writer.WriteNumber("days"u8, recovery.PeriodInDays);
        writer.WriteEndObject();
    }

    private static void WriteIndex(Utf8JsonWriter writer, IndexDefinition index)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, index.Name);
        writer.WriteBoolean("global"u8, index.IsGlobal);
        WriteList(writer, "keySchema"u8, index.KeySchema, static (writer, element) => element.Write(writer));
        writer.WritePropertyName("projection"u8);
        index.Projection.Write(writer);
        writer.WriteEndObject();
    }

    private static void WriteThroughput(Utf8JsonWriter writer, ThroughputSettings throughput)
    {
        writer.WriteStartObject();
        if (throughput.Provisioned is { } provisioned)
        {
            writer.WritePropertyName("provisioned"u8);
            provisioned.Write(writer);
        }

        if (throughput.OnDemand is { } onDemand)
        {
            writer.WritePropertyName("onDemand"u8);
            onDemand.Write(writer);
        }

        writer.WritePropertyName("warm"u8);
        throughput.Warm.Write(writer);
        WriteTime(writer, "increasedAt"u8, throughput.IncreasedAt);
        WriteTime(writer, "decreasedAt"u8, throughput.DecreasedAt);
        if (throughput.Decreases > 0) writer.WriteNumber("decreases"u8, throughput.Decreases);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null) writer.WriteString(name, text);
    }

    // Times are ticks, exact to what memory holds.
    private static void WriteTime(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? time)
    {
        if (time is { } value) writer.WriteNumber(name, value.UtcTicks);
    }

    private static void WriteList<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T> values, Action<Utf8JsonWriter, T> write)
    {
        if (values.Count == 0) return;
        writer.WriteStartArray(name);
        foreach (T value in values) write(writer, value);
        writer.WriteEndArray();
    }
}
