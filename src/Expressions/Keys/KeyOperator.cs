namespace RustStack.Expressions.Keys;

/// <summary>How a key condition narrows a key attribute.</summary>
public enum KeyOperator
{
    /// <summary>The attribute equals the operand; the only one that partition keys take.</summary>
    Equal,

    /// <summary>The attribute is less than the operand.</summary>
    Less,

    /// <summary>The attribute is at most the operand.</summary>
    LessOrEqual,

    /// <summary>The attribute is greater than the operand.</summary>
    Greater,

    /// <summary>The attribute is at least the operand.</summary>
    GreaterOrEqual,

    /// <summary>The attribute is at least the operand and at most the upper bound.</summary>
    Between,

    /// <summary>The attribute, a string or binary value, begins with the operand.</summary>
    BeginsWith,
}
