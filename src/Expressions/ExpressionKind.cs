namespace RustStack.Expressions;

/// <summary>The request parameter that an expression comes from; error texts name it.</summary>
public enum ExpressionKind
{
    /// <summary>The condition of a write.</summary>
    ConditionExpression,

    /// <summary>The filter of a query or scan.</summary>
    FilterExpression,

    /// <summary>The key condition of a query.</summary>
    KeyConditionExpression,

    /// <summary>The attributes that a read returns.</summary>
    ProjectionExpression,

    /// <summary>The changes of an update.</summary>
    UpdateExpression,
}
