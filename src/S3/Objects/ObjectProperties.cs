using RustStack.S3.Access;
using RustStack.S3.Encryption;
using RustStack.S3.Locking;

namespace RustStack.S3.Objects;

/// <summary>Everything that is decided about an object before its bytes are there.</summary>
internal sealed record ObjectProperties
{
    public ObjectMetadata Metadata { get; init; } = ObjectMetadata.Default;

    public string StorageClass { get; init; } = StorageClasses.Standard;

    /// <summary>The object's tags in the order in which they came.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];

    public AppliedEncryption Encryption { get; init; } = AppliedEncryption.Default;

    public string? WebsiteRedirectLocation { get; init; }

    /// <summary>What keeps the object from being deleted.</summary>
    public ObjectLock Lock { get; init; } = ObjectLock.None;

    /// <summary>The object's ACL; null when the bucket's owner has full control and nobody else anything.</summary>
    public AccessControlList? Acl { get; init; }
}
