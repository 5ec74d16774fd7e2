namespace RustStack.S3.Policies;

/// <summary>One condition of a statement.</summary>
/// <param name="Operator">The operator, such as <c>StringEquals</c>.</param>
/// <param name="Key">The condition key, such as <c>aws:SourceIp</c>.</param>
/// <param name="Values">The values, of which one must match.</param>
internal sealed record PolicyCondition(string Operator, string Key, IReadOnlyList<string> Values);
