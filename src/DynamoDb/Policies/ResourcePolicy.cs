namespace RustStack.DynamoDb.Policies;

/// <summary>The resource-based policy of a table or of its stream, or what is remembered of one that was deleted.</summary>
/// <param name="StreamLabel">The label of the stream that the policy belongs to; null for the table's own.</param>
/// <param name="Document">The policy in its canonical form, with a version only where the request had one; null once it was deleted.</param>
/// <param name="Revision">When it was last changed, in milliseconds since 1970; ids of later revisions are higher.</param>
internal sealed record ResourcePolicy(string? StreamLabel, string? Document, long Revision);
