namespace RustStack.S3.Policies;

/// <summary>The policy of a bucket.</summary>
/// <param name="Text">The policy as it was put, to be given back byte for byte.</param>
/// <param name="Statements">What it says.</param>
internal sealed record BucketPolicy(string Text, IReadOnlyList<PolicyStatement> Statements)
{
    /// <summary>Whether the policy is public (Amazon S3 user guide, "The meaning of public").</summary>
    public bool IsPublic { get; } = Statements.Any(PublicStatement.IsPublic);

    /// <summary>Whether the policy explicitly denies something.</summary>
    /// <param name="accountId">Who asks; null for an anonymous caller.</param>
    /// <param name="action">What is asked, such as <c>s3:ListBucket</c>.</param>
    /// <param name="resource">The ARN that it is asked for.</param>
    public bool Denies(string? accountId, string action, string resource) =>
        Statements.Any(statement => !statement.IsAllow && statement.SurelyAppliesTo(accountId, action, resource));

    /// <summary>Whether the policy allows something, as far as no other statement denies it.</summary>
    /// <param name="accountId">Who asks; null for an anonymous caller.</param>
    /// <param name="action">What is asked, such as <c>s3:GetObject</c>.</param>
    /// <param name="resource">The ARN that it is asked for.</param>
    public bool Allows(string? accountId, string action, string resource) =>
        Statements.Any(statement => statement.IsAllow && statement.SurelyAppliesTo(accountId, action, resource));
}
