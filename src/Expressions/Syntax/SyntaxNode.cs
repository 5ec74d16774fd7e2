namespace RustStack.Expressions.Syntax;

/// <summary>
/// A part of a parsed condition or of an update's right-hand side: immutable, without names or values bound, so that it is shared by
/// all requests with the same text.
/// </summary>
internal abstract record SyntaxNode
{
    /// <summary>Whether it may stand where a value is expected.</summary>
    public virtual bool CanBeOperand => false;

    /// <summary>Whether it may stand where a truth value is expected.</summary>
    public virtual bool CanBeCondition => false;
}
