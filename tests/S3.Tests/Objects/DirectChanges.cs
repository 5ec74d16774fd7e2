using RustStack.S3.Objects;

namespace RustStack.S3.Tests.Objects;

/// <summary>Changes of versions in one step, decided and made.</summary>
internal static class DirectChanges
{
    extension(VersionedObjects objects)
    {
        /// <summary>Puts a version on top; gives the null version that went for it.</summary>
        public StoredObject? Push(byte[] key, StoredObject version)
        {
            VersionChange change = objects.Writing(key, objects.Find(key, null), version);
            objects.Apply(change);
            return change.Removed;
        }

        /// <summary>Takes a version out; gives it.</summary>
        public StoredObject? Remove(byte[] key, string versionId)
        {
            VersionChange change = new(key, null, objects.Find(key, versionId));
            objects.Apply(change);
            return change.Removed;
        }

        /// <summary>Changes a version's record in its place.</summary>
        public void Replace(byte[] key, StoredObject changed) =>
            objects.Apply(new(key, changed, objects.Find(key, changed.VersionId)));
    }
}
