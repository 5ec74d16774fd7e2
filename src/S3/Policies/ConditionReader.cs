using System.Collections.Frozen;
using System.Text.Json;
using RustStack.S3.Errors;

namespace RustStack.S3.Policies;

/// <summary>Reads the conditions of a statement.</summary>
internal static class ConditionReader
{
    private const string IfExists = "IfExists";

    private static readonly string[] Quantifiers = ["ForAnyValue:", "ForAllValues:"];

    private static readonly FrozenSet<string> Operators = FrozenSet.ToFrozenSet(
        [
            "StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike", "StringNotLike",
            "NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan",
            "NumericGreaterThanEquals", "DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan",
            "DateGreaterThanEquals", "Bool", "BinaryEquals", "IpAddress", "NotIpAddress", "ArnEquals", "ArnLike", "ArnNotEquals",
            "ArnNotLike", "Null",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the conditions.</summary>
    /// <param name="value">The element.</param>
    /// <returns>The conditions.</returns>
    /// <exception cref="Core.Errors.AwsException">MalformedPolicy.</exception>
    public static IReadOnlyList<PolicyCondition> Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) throw PolicyErrors.InvalidSyntax();
        List<PolicyCondition> conditions = [];
        foreach (JsonProperty byOperator in value.EnumerateObject())
        {
            if (!IsOperator(byOperator.Name)) throw PolicyErrors.InvalidCondition(byOperator.Name);
            if (byOperator.Value.ValueKind != JsonValueKind.Object) throw PolicyErrors.InvalidSyntax();
            foreach (JsonProperty byKey in byOperator.Value.EnumerateObject())
            {
                conditions.Add(new(byOperator.Name, byKey.Name, PolicyValues.Scalars(byKey.Value)));
            }
        }

        return conditions;
    }

    private static bool IsOperator(string text)
    {
        string? quantifier = Quantifiers.FirstOrDefault(quantifier => text.StartsWith(quantifier, StringComparison.OrdinalIgnoreCase));
        string name = quantifier is null ? text : text[quantifier.Length..];
        bool isOptional = name.EndsWith(IfExists, StringComparison.OrdinalIgnoreCase);
        return Operators.Contains(isOptional ? name[..^IfExists.Length] : name);
    }
}
