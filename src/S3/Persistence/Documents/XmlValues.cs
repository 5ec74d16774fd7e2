using System.Text;
using RustStack.S3.Protocol;

namespace RustStack.S3.Persistence.Documents;

/// <summary>
/// Keeps configurations in the XML in which S3 takes and gives them, by the generated codecs: what the model has of a configuration is kept
/// without another list of its members. A document holds any number of values of one kind.
/// </summary>
/// <typeparam name="T">The kind.</typeparam>
/// <param name="read">The generated reader.</param>
/// <param name="write">The generated writer.</param>
internal sealed class XmlValues<T>(XmlElementReader<T> read, XmlElementWriter<T> write)
    where T : class
{
    /// <summary>Writes values.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The document.</returns>
    public string Write(params IEnumerable<T> values)
    {
        using XmlBodyWriter writer = new();
        writer.StartWithoutNamespace("values"u8);
        foreach (T value in values) write(writer, "value"u8, value);
        writer.End("values"u8);
        return Encoding.UTF8.GetString(writer.Written.Span);
    }

    /// <summary>Reads values.</summary>
    /// <param name="document">The document; null for none.</param>
    /// <returns>The values in their order; null for none.</returns>
    public IReadOnlyList<T>? Read(string? document)
    {
        if (document is null) return null;
        List<T> values = [];
        XmlBodyReader reader = new(Encoding.UTF8.GetBytes(document));
        reader.ReadRoot("values"u8);
        while (reader.ReadChild()) values.Add(read(ref reader, null));
        reader.ReadEnd();
        return values;
    }

    /// <summary>Reads the one value of a document.</summary>
    /// <param name="document">The document; null for none.</param>
    /// <returns>The value; null for none.</returns>
    public T? ReadOne(string? document) => Read(document)?.Single();
}
