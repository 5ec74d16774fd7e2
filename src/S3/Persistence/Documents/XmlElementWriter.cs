using RustStack.S3.Protocol;

namespace RustStack.S3.Persistence.Documents;

/// <summary>Writes an element: the <c>Write</c> of a generated codec.</summary>
/// <typeparam name="T">What the element holds.</typeparam>
/// <param name="writer">The writer.</param>
/// <param name="name">The element's name.</param>
/// <param name="value">What it holds.</param>
internal delegate void XmlElementWriter<T>(XmlBodyWriter writer, ReadOnlySpan<byte> name, T? value)
    where T : class;
