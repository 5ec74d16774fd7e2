using System.Buffers;
using System.Text.Json;
using RustStack.Core.Persistence;
using RustStack.DynamoDb.Backups;
using RustStack.DynamoDb.Protocol.Json;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Persistence;

/// <summary>What a backup is, as a JSON document, and where a restored table comes from. Times are ticks.</summary>
internal static class BackupDocument
{
    /// <summary>Writes a backup.</summary>
    /// <param name="backup">What it is.</param>
    /// <returns>The document.</returns>
    public static byte[] Write(BackupDefinition backup)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, backup.Id);
            writer.WriteString("name"u8, backup.Name);
            writer.WriteString("type"u8, backup.Type);
            writer.WriteNumber("createdAt"u8, backup.CreatedAt.UtcTicks);
            if (backup.ExpiresAt is { } expiry) writer.WriteNumber("expiresAt"u8, expiry.UtcTicks);
            writer.WriteNumber("sizeBytes"u8, backup.SizeBytes);
            writer.WriteNumber("itemCount"u8, backup.ItemCount);
            writer.WritePropertyName("table"u8);
            writer.WriteRawValue(TableDocument.Write(backup.Table), skipInputValidation: true);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads a backup.</summary>
    /// <param name="document">The document.</param>
    /// <returns>What it is.</returns>
    /// <exception cref="StateException">It is no such document.</exception>
    public static BackupDefinition Read(ReadOnlySpan<byte> document)
    {
        try
        {
            var reader = new Utf8JsonReader(document);
            reader.Read();
            return Read(ref reader);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or Core.Errors.AwsException)
        {
            throw new StateException("The saved state is damaged: a backup's definition cannot be read.", exception);
        }
    }

    /// <summary>Writes where a table comes from.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="restore">The origin.</param>
    public static void Write(Utf8JsonWriter writer, TableRestore restore)
    {
        writer.WriteStartObject();
        if (restore.BackupArn is not null) writer.WriteString("backup"u8, restore.BackupArn);
        writer.WriteString("table"u8, restore.TableArn);
        writer.WriteNumber("at"u8, restore.At.UtcTicks);
        writer.WriteBoolean("complete"u8, restore.IsComplete);
        writer.WriteEndObject();
    }

    /// <summary>Reads where a table comes from.</summary>
    /// <param name="reader">On the first token.</param>
    /// <returns>The origin.</returns>
    public static TableRestore ReadRestore(ref Utf8JsonReader reader)
    {
        var restore = new TableRestore(BackupArn: null, TableArn: "", default, IsComplete: false);
        while (JsonInput.NextMember(ref reader))
        {
            string member = reader.GetString()!;
            reader.Read();
            switch (member)
            {
                case "backup": restore = restore with { BackupArn = reader.GetString() }; break;
                case "table": restore = restore with { TableArn = reader.GetString()! }; break;
                case "at": restore = restore with { At = ReadTime(ref reader) }; break;
                case "complete": restore = restore with { IsComplete = reader.GetBoolean() }; break;
                default: reader.Skip(); break;
            }
        }

        return restore;
    }

    private static BackupDefinition Read(ref Utf8JsonReader reader)
    {
        string? id = null;
        string? name = null;
        string? type = null;
        TableDefinition? table = null;
        var backup = new BackupDefinition { Id = "", Name = "", Type = "", Table = null!, CreatedAt = default };
        while (JsonInput.NextMember(ref reader))
        {
            string member = reader.GetString()!;
            reader.Read();
            switch (member)
            {
                case "id": id = reader.GetString(); break;
                case "name": name = reader.GetString(); break;
                case "type": type = reader.GetString(); break;
                case "createdAt": backup = backup with { CreatedAt = ReadTime(ref reader) }; break;
                case "expiresAt": backup = backup with { ExpiresAt = ReadTime(ref reader) }; break;
                case "sizeBytes": backup = backup with { SizeBytes = reader.GetInt64() }; break;
                case "itemCount": backup = backup with { ItemCount = reader.GetInt64() }; break;
                case "table": table = new TableDocumentReader().Read(ref reader); break;
                default: reader.Skip(); break;
            }
        }

        return id is null || name is null || type is null || table is null
            ? throw new FormatException("A member is missing.")
            : backup with { Id = id, Name = name, Type = type, Table = table };
    }

    private static DateTimeOffset ReadTime(ref Utf8JsonReader reader) => new(reader.GetInt64(), TimeSpan.Zero);
}
