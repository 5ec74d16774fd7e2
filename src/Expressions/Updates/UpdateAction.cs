using RustStack.Expressions.Paths;
using RustStack.Expressions.Syntax;

namespace RustStack.Expressions.Updates;

/// <summary>One bound action of an update.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Path">Where.</param>
/// <param name="Value">With what; null for REMOVE.</param>
internal sealed record UpdateAction(UpdateActionKind Kind, DocumentPath Path, UpdateOperand? Value);
