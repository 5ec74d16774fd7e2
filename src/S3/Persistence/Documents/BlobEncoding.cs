using System.Globalization;
using System.Text.Json;
using RustStack.S3.Blobs;

namespace RustStack.S3.Persistence.Documents;

/// <summary>The bytes of objects and parts in documents: the name and length of each piece, in order; none for an empty blob.</summary>
internal static class BlobEncoding
{
    /// <summary>Writes what a blob is made of.</summary>
    /// <param name="writer">The writer, where a value goes.</param>
    /// <param name="blob">The blob.</param>
    public static void Write(Utf8JsonWriter writer, Blob blob)
    {
        List<BlobReference> references = [];
        blob.AddReferencesTo(references);
        writer.WriteStartArray();
        foreach (BlobReference reference in references)
        {
            writer.WriteStringValue(reference.Name.ToString("x32", CultureInfo.InvariantCulture));
            writer.WriteNumberValue(reference.LengthBytes);
        }

        writer.WriteEndArray();
    }

    /// <summary>Reads a blob.</summary>
    /// <param name="element">What it is made of.</param>
    /// <param name="find">Gives a piece, with one more reference.</param>
    /// <returns>The blob, with one reference that is the caller's.</returns>
    public static Blob Read(JsonElement element, Func<BlobReference, Blob> find)
    {
        List<Blob> pieces = new(element.GetArrayLength() / 2);
        for (int i = 0; i < element.GetArrayLength(); i += 2)
        {
            var name = UInt128.Parse(element[i].GetString()!, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            pieces.Add(find(new(name, element[i + 1].GetInt64())));
        }

        return pieces.Count switch
        {
            0 => new MemoryBlob([], 0),
            1 => pieces[0],
            _ => new CompositeBlob(pieces),
        };
    }
}
