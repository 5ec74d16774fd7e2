namespace RustStack.DynamoDb.Requests;

/// <summary>AWS's texts for parameters that do not go together.</summary>
internal static class RequestErrorText
{
    public const string NamesWithoutExpressions = "ExpressionAttributeNames can only be specified when using expressions";

    public static string ValuesWithoutExpressions(IReadOnlyList<string> parameters) =>
        $"ExpressionAttributeValues can only be specified when using expressions: {string.Join(" and ", parameters)} "
        + (parameters.Count == 1 ? "is null" : "are null");

    public static string MixedParameters(IEnumerable<string> legacy, IEnumerable<string> expressions) =>
        "Can not use both expression and non-expression parameters in the same request: "
        + $"Non-expression parameters: {{{string.Join(", ", legacy)}}} Expression parameters: {{{string.Join(", ", expressions)}}}";
}
