namespace RustStack.S3.Locking;

/// <summary>How strictly a retention holds.</summary>
internal enum LockMode
{
    /// <summary>It may be shortened or removed with <c>x-amz-bypass-governance-retention</c>.</summary>
    Governance,

    /// <summary>Nobody may shorten or remove it.</summary>
    Compliance,
}
