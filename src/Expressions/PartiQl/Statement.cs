namespace RustStack.Expressions.PartiQl;

/// <summary>A statement with its parameters bound, immutable.</summary>
/// <param name="TableName">The name or ARN of the table that it is about.</param>
public abstract record Statement(string TableName)
{
    /// <summary>Whether the statement only reads.</summary>
    public virtual bool IsRead => false;
}
