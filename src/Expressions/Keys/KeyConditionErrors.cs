namespace RustStack.Expressions.Keys;

/// <summary>AWS's texts for conditions that no key can be searched by.</summary>
internal static class KeyConditionErrors
{
    public const string Nested = "KeyConditionExpressions cannot contain nested operations";
    public const string NestedAttribute = "KeyConditionExpressions cannot have conditions on nested attributes";
    public const string Repeated = "KeyConditionExpressions must only contain one condition per key";
    public const string ManyNames = "Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition";
    public const string NoName = "Invalid condition in KeyConditionExpression: No key attribute specified";

    public static string NoNameFirst(string name) =>
        $"Invalid condition in KeyConditionExpression: {name} operator must have the key attribute as its first operand";

    public static string InvalidOperator(string name) => $"Invalid operator used in KeyConditionExpression: {name}";
}
