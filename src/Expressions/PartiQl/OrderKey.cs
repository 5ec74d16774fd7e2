namespace RustStack.Expressions.PartiQl;

/// <summary>One key of ORDER BY.</summary>
/// <param name="AttributeName">The attribute.</param>
/// <param name="IsDescending">Whether the greatest comes first.</param>
public sealed record OrderKey(string AttributeName, bool IsDescending);
