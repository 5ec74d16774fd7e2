namespace RustStack.DynamoDb.Requests;

/// <summary>A parameter of a request.</summary>
/// <param name="Name">AWS's name for it.</param>
/// <param name="Value">Its value; null when the request does not have it.</param>
internal readonly record struct RequestParameter(string Name, object? Value);
