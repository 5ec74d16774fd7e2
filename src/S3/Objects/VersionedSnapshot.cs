using RustStack.Core.Collections;

namespace RustStack.S3.Objects;

/// <summary>Every version of a bucket as it was at one moment. Immutable; the bytes behind it may go.</summary>
/// <param name="Newest">The newest version of each key, delete markers among them.</param>
/// <param name="Older">The versions below, by key and from the newest to the oldest.</param>
internal sealed record VersionedSnapshot(
    OrderedMapSnapshot<byte[], StoredObject> Newest, OrderedMapSnapshot<VersionKey, StoredObject> Older);
