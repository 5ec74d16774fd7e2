namespace RustStack.Expressions.Syntax;

/// <summary>What an action of an update does.</summary>
internal enum UpdateActionKind
{
    Set,
    Remove,
    Add,
    Delete,
}
