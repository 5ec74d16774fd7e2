using System.Text.Json;

namespace RustStack.DynamoDb.Errors;

/// <summary>An error that carries more than a text.</summary>
internal interface IErrorMembers
{
    /// <summary>Writes the further members of the error's JSON object.</summary>
    /// <param name="writer">The writer, inside the object.</param>
    void WriteMembers(Utf8JsonWriter writer);
}
