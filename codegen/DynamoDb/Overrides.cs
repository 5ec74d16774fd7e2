namespace RustStack.Codegen.DynamoDb;

/// <summary>Where the service's answers are known to differ from what its public model declares.</summary>
internal static class Overrides
{
    /// <summary>
    /// The order in which the service lists an enum's values in <c>Member must satisfy enum value set</c>: recorded answers, where
    /// the model's order differs.
    /// </summary>
    private static readonly Dictionary<string, string[]> EnumOrders = new()
    {
        ["AttributeAction"] = ["ADD", "DELETE", "PUT"],
        ["ComparisonOperator"] =
            ["IN", "NULL", "BETWEEN", "LT", "NOT_CONTAINS", "EQ", "GT", "NOT_NULL", "NE", "LE", "BEGINS_WITH", "GE", "CONTAINS"],
        ["ConditionalOperator"] = ["OR", "AND"],
        ["ProjectionType"] = ["ALL", "INCLUDE", "KEYS_ONLY"],
        ["ReturnValue"] = ["ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW"],
        ["ScalarAttributeType"] = ["B", "N", "S"],
        ["Select"] = ["SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES"],
    };

    /// <summary>Lengths of members that are stricter than those of their shapes: a table's own key schema has at most two elements.</summary>
    private static readonly Dictionary<string, Bounds> MemberLengths = new()
    {
        ["CreateTableInput.KeySchema"] = new(1, 2),
        ["LocalSecondaryIndex.KeySchema"] = new(1, 2),
    };

    /// <summary>Shapes whose constraints the service checks later and with texts of its own.</summary>
    private static readonly HashSet<string> CheckedElsewhere = ["Tag", "TagKeyString", "TagValueString"];

    /// <summary>Whether a shape's constraints are none of the generated checks.</summary>
    /// <param name="shape">The shape's name.</param>
    public static bool IsCheckedElsewhere(string shape) => CheckedElsewhere.Contains(shape);

    /// <summary>The enum's values in the order of the service's messages.</summary>
    /// <param name="name">The enum shape's name.</param>
    /// <param name="values">The model's values.</param>
    public static IReadOnlyList<string> EnumOrder(string name, IReadOnlyList<string> values) =>
        EnumOrders.TryGetValue(name, out string[]? order)
        && order.Order(StringComparer.Ordinal).SequenceEqual(values.Order(StringComparer.Ordinal))
            ? order
            : values;

    /// <summary>The length of a member that has one of its own, else null.</summary>
    public static Bounds? MemberLength(string structure, string member) =>
        MemberLengths.TryGetValue($"{structure}.{member}", out Bounds bounds) ? bounds : null;

    /// <summary>
    /// A pattern that the model lacks. <c>TableArn</c> stands where a table's name or ARN does: a name keeps the pattern of names, and
    /// an empty one fails for its length alone.
    /// </summary>
    public static string? Pattern(string shape) => shape == "TableArn" ? "[a-zA-Z0-9_.-]+" : null;

    /// <summary>The condition, beside the pattern itself, under which <see cref="Pattern"/> is satisfied.</summary>
    public static string? PatternExemption(string shape) =>
        shape == "TableArn" ? "value.Length == 0 || value.StartsWith(\"arn:\", StringComparison.Ordinal)" : null;
}
