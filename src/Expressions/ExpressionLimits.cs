namespace RustStack.Expressions;

/// <summary>
/// What expressions may not exceed
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-expression-parameters).
/// </summary>
public static class ExpressionLimits
{
    /// <summary>The most UTF-8 bytes of an expression's text.</summary>
    public const int MaxTextBytes = 4096;

    /// <summary>The most operators and functions in one expression.</summary>
    public const int MaxOperators = 300;

    /// <summary>The most elements of a document path.</summary>
    public const int MaxPathDepth = 32;

    /// <summary>The most values that IN compares with.</summary>
    public const int MaxInOperands = 100;

    /// <summary>
    /// How deep parentheses and NOT may nest. Deeper ones are checked before parsing, since parsing and evaluating recurse; any
    /// expression beyond it has redundant parentheses or too many operators anyway.
    /// </summary>
    internal const int MaxNesting = MaxOperators;
}
