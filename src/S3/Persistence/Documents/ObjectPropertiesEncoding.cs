using System.Text.Json;
using RustStack.S3.Encryption;
using RustStack.S3.Locking;
using RustStack.S3.Objects;

namespace RustStack.S3.Persistence.Documents;

/// <summary>The properties of objects in documents.</summary>
internal static class ObjectPropertiesEncoding
{
    private const string StorageClass = "class";
    private const string Tags = "tags";
    private const string Encryption = "encryption";
    private const string Redirect = "redirect";
    private const string RetentionMode = "retention";
    private const string RetainUntil = "until";
    private const string LegalHold = "hold";
    private const string Acl = "acl";
    private const string Algorithm = "algorithm";
    private const string KmsKeyId = "kmsKey";
    private const string KmsContext = "kmsContext";
    private const string BucketKey = "bucketKey";
    private const string CustomerKeyMd5 = "customerKeyMd5";

    /// <summary>Writes the members of properties.</summary>
    /// <param name="writer">The writer, in their object.</param>
    /// <param name="properties">The properties.</param>
    public static void Write(Utf8JsonWriter writer, ObjectProperties properties)
    {
        MetadataEncoding.Write(writer, properties.Metadata);
        if (properties.StorageClass != StorageClasses.Standard) writer.Text(StorageClass, properties.StorageClass);
        if (properties.Tags.Count > 0) WriteTags(writer, properties.Tags);
        if (properties.Encryption != AppliedEncryption.Default) WriteEncryption(writer, properties.Encryption);
        writer.Text(Redirect, properties.WebsiteRedirectLocation);
        if (properties.Lock.Retention is { } retention)
        {
            writer.Text(RetentionMode, retention.Mode.Name);
            writer.Time(RetainUntil, retention.Until);
        }

        writer.Flag(LegalHold, properties.Lock.LegalHold);
        if (properties.Acl is null) return;
        writer.WriteStartObject(Acl);
        AclEncoding.Write(writer, properties.Acl);
        writer.WriteEndObject();
    }

    /// <summary>Reads properties.</summary>
    /// <param name="element">Their object.</param>
    /// <returns>The properties.</returns>
    public static ObjectProperties Read(JsonElement element) => new()
    {
        Metadata = MetadataEncoding.Read(element),
        StorageClass = element.Text(StorageClass) ?? StorageClasses.Standard,
        Tags = [.. element.Elements(Tags).Select(static tag => KeyValuePair.Create(tag[0].GetString()!, tag[1].GetString()!))],
        Encryption = element.Member(Encryption) is { } encryption ? ReadEncryption(encryption) : AppliedEncryption.Default,
        WebsiteRedirectLocation = element.Text(Redirect),
        Lock = ReadLock(element),
        Acl = element.Member(Acl) is { } acl ? AclEncoding.Read(acl) : null,
    };

    private static void WriteTags(Utf8JsonWriter writer, IReadOnlyList<KeyValuePair<string, string>> tags)
    {
        writer.WriteStartArray(Tags);
        foreach (KeyValuePair<string, string> tag in tags)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(tag.Key);
            writer.WriteStringValue(tag.Value);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static void WriteEncryption(Utf8JsonWriter writer, AppliedEncryption encryption)
    {
        writer.WriteStartObject(Encryption);
        writer.Text(Algorithm, encryption.Algorithm);
        writer.Text(KmsKeyId, encryption.KmsKeyId);
        writer.Text(KmsContext, encryption.KmsContext);
        writer.Flag(BucketKey, encryption.BucketKeyEnabled);
        writer.Text(CustomerKeyMd5, encryption.CustomerKeyMd5);
        writer.WriteEndObject();
    }

    private static AppliedEncryption ReadEncryption(JsonElement element) => new(
        element.Text(Algorithm), element.Text(KmsKeyId), element.Text(KmsContext), element.Flag(BucketKey), element.Text(CustomerKeyMd5));

    private static ObjectLock ReadLock(JsonElement element)
    {
        Retention? retention = LockModes.Parse(element.Text(RetentionMode)) is { } mode ? new(mode, element.Time(RetainUntil)) : null;
        bool? hold = element.Flag(LegalHold);
        return retention is null && hold is null ? ObjectLock.None : new(retention, hold);
    }
}
