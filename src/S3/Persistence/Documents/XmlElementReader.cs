using RustStack.S3.Protocol;

namespace RustStack.S3.Persistence.Documents;

/// <summary>Reads an element that the reader stands in: the <c>Read</c> of a generated codec.</summary>
/// <typeparam name="T">What the element holds.</typeparam>
/// <param name="reader">The reader.</param>
/// <param name="first">Null: the element is not a second one.</param>
/// <returns>What the element holds.</returns>
internal delegate T XmlElementReader<T>(ref XmlBodyReader reader, T? first)
    where T : class;
