namespace RustStack.S3.Access;

/// <summary>What an operation asks of a bucket's policy and of ACLs.</summary>
/// <param name="Action">The action, such as <c>s3:GetObject</c>.</param>
/// <param name="VersionAction">The action where the request names a version; null where that makes no difference.</param>
/// <param name="IsOnObject">Whether it is asked for the object rather than for the bucket.</param>
internal sealed record OperationAction(string Action, string? VersionAction, bool IsOnObject)
{
    /// <summary>The action of a request.</summary>
    /// <param name="versionId">The version that it names, or null.</param>
    /// <returns>The action.</returns>
    public string For(string? versionId) => versionId is not null && VersionAction is not null ? VersionAction : Action;
}
