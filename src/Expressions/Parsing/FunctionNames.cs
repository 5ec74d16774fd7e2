namespace RustStack.Expressions.Parsing;

/// <summary>The functions of the two languages; case matters.</summary>
internal static class FunctionNames
{
    public const string AttributeExists = "attribute_exists";
    public const string AttributeNotExists = "attribute_not_exists";
    public const string AttributeType = "attribute_type";
    public const string BeginsWith = "begins_with";
    public const string Contains = "contains";
    public const string Size = "size";
    public const string IfNotExists = "if_not_exists";
    public const string ListAppend = "list_append";

    /// <summary>What PartiQL calls the addition to a set; update expressions have ADD for it.</summary>
    public const string SetAdd = "set_add";

    /// <summary>What PartiQL calls the removal from a set; update expressions have DELETE for it.</summary>
    public const string SetDelete = "set_delete";

    public static bool IsKnown(string name, ExpressionKind kind) => kind == ExpressionKind.UpdateExpression
        ? name is IfNotExists or ListAppend
        : name is AttributeExists or AttributeNotExists or AttributeType or BeginsWith or Contains or Size;

    /// <summary>The number of operands that a known function takes.</summary>
    public static int OperandCount(string name) => name is AttributeExists or AttributeNotExists or Size ? 1 : 2;
}
