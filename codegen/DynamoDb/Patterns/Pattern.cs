namespace RustStack.Codegen.DynamoDb.Patterns;

/// <summary>
/// A pattern in the form that can be checked without backtracking: fixed items with at most one of variable length, the whole
/// repeated or not.
/// </summary>
/// <param name="Items">The items in order.</param>
/// <param name="IsRepeated">Whether the sequence, all fixed then, stands one or more times.</param>
internal sealed record Pattern(IReadOnlyList<PatternItem> Items, bool IsRepeated);
