using System.Text.Json;
using RustStack.S3.Objects;

namespace RustStack.S3.Persistence.Documents;

/// <summary>The metadata of objects in documents.</summary>
internal static class MetadataEncoding
{
    private const string CacheControl = "cacheControl";
    private const string ContentDisposition = "disposition";
    private const string ContentEncoding = "encoding";
    private const string ContentLanguage = "language";
    private const string ContentType = "type";
    private const string Expires = "expires";
    private const string User = "user";

    /// <summary>Writes metadata as members of the object that the writer is in.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="metadata">The metadata.</param>
    public static void Write(Utf8JsonWriter writer, ObjectMetadata metadata)
    {
        writer.Text(CacheControl, metadata.CacheControl);
        writer.Text(ContentDisposition, metadata.ContentDisposition);
        writer.Text(ContentEncoding, metadata.ContentEncoding);
        writer.Text(ContentLanguage, metadata.ContentLanguage);
        if (metadata.ContentType != ObjectMetadata.DefaultContentType) writer.Text(ContentType, metadata.ContentType);
        writer.Text(Expires, metadata.Expires);
        if (metadata.User is null) return;
        writer.WriteStartObject(User);
        foreach (KeyValuePair<string, string> entry in metadata.User) writer.WriteString(entry.Key, entry.Value);
        writer.WriteEndObject();
    }

    /// <summary>Reads metadata.</summary>
    /// <param name="element">The object that has its members.</param>
    /// <returns>The metadata.</returns>
    public static ObjectMetadata Read(JsonElement element)
    {
        ObjectMetadata metadata = new()
        {
            CacheControl = element.Text(CacheControl),
            ContentDisposition = element.Text(ContentDisposition),
            ContentEncoding = element.Text(ContentEncoding),
            ContentLanguage = element.Text(ContentLanguage),
            ContentType = element.Text(ContentType) ?? ObjectMetadata.DefaultContentType,
            Expires = element.Text(Expires),
            User = element.Member(User)?.EnumerateObject().ToDictionary(
                static entry => entry.Name, static entry => entry.Value.GetString()!, StringComparer.Ordinal),
        };
        return metadata == ObjectMetadata.Default ? ObjectMetadata.Default : metadata;
    }
}
