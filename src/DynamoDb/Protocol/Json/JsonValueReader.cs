using System.Text.Json;

namespace RustStack.DynamoDb.Protocol.Json;

/// <summary>Reads a value.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="reader">The reader on the value's first token; afterwards on its last.</param>
/// <returns>The value; null for JSON's null.</returns>
internal delegate T? JsonValueReader<T>(ref Utf8JsonReader reader)
    where T : class;
