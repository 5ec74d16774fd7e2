using System.Text.Json;
using RustStack.Core.Errors;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;

namespace RustStack.DynamoDb.Protocol;

/// <summary>Writes an error as DynamoDB does: its type with the namespace it comes from, its text, and what else it carries.</summary>
internal static class ErrorBody
{
    private const string ServiceNamespace = "com.amazonaws.dynamodb.v20120810#";
    private const string ValidationNamespace = "com.amazon.coral.validate#";
    private const string AvailabilityNamespace = "com.amazon.coral.availability#";
    private const string FrameworkNamespace = "com.amazon.coral.service#";

    /// <summary>Writes the error.</summary>
    /// <param name="writer">Receives the JSON object.</param>
    /// <param name="error">The error.</param>
    public static void Write(Utf8JsonWriter writer, AwsException error)
    {
        writer.WriteStartObject();
        writer.WriteString("__type"u8, Namespace(error.Code) + error.Code);
        if (error.Message.Length > 0) writer.WriteString(MessageMember(error.Code), error.Message);
        foreach ((string name, string value) in error.Members) writer.WriteString(name, value);
        if (error is IErrorMembers members) members.WriteMembers(writer);
        writer.WriteEndObject();
    }

    private static string Namespace(string code)
    {
        if (code == "ValidationException") return ValidationNamespace;
        if (code == "ThrottlingException") return AvailabilityNamespace;
        return ErrorTable.IsDeclared(code) || Generated.Streams.ErrorTable.IsDeclared(code) ? ServiceNamespace : FrameworkNamespace;
    }

    // The framework's own errors spell the member in upper case, except these; the model says how the service's do.
    private static ReadOnlySpan<byte> MessageMember(string code) => code switch
    {
        "ValidationException" or "UnknownOperationException" or "ThrottlingException" => "message"u8,
        "InvalidSignatureException" or "IncompleteSignatureException" => "message"u8,
        "MissingAuthenticationTokenException" or "UnrecognizedClientException" => "message"u8,
        _ when ErrorTable.HasUpperCaseMessage(code) => "Message"u8,
        _ when ErrorTable.IsDeclared(code) || Generated.Streams.ErrorTable.IsDeclared(code) => "message"u8,
        _ => "Message"u8,
    };
}
