using RustStack.Core.Errors;
using RustStack.S3.Errors;

namespace RustStack.S3.Objects;

/// <summary>A delete of an object, or of one version of it for good.</summary>
/// <param name="Key">The key.</param>
/// <param name="VersionId">The version; null for the object.</param>
/// <param name="Time">When it is deleted.</param>
internal readonly record struct ObjectDeletion(byte[] Key, string? VersionId, DateTimeOffset Time)
{
    /// <summary>What must hold of the object.</summary>
    public DeleteCondition Condition { get; init; }

    /// <summary>Whether versions go that only governance retention protects.</summary>
    public bool BypassesGovernance { get; init; }

    /// <summary>Checks that object lock lets a version go.</summary>
    /// <param name="version">The version that would go, or null.</param>
    /// <exception cref="AwsException">It does not.</exception>
    public void CheckLock(StoredObject? version)
    {
        if (version?.Properties.Lock.Protects(Time, BypassesGovernance) == true) throw LockErrors.Protected();
    }
}
