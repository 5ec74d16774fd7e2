using RustStack.S3.Objects;

namespace RustStack.S3.Buckets;

/// <summary>What follows from the versioning state of a bucket.</summary>
internal static class VersioningStatuses
{
    extension(VersioningStatus status)
    {
        /// <summary>The state in the model's words; null when versioning was never configured.</summary>
        public string? Name => status == VersioningStatus.Unversioned ? null : status.ToString();

        /// <summary>The id of a version as answers tell it: nothing as long as versioning was never configured.</summary>
        /// <param name="version">The version.</param>
        /// <returns>The id, <c>null</c> being one, or no id.</returns>
        public string? Answer(StoredObject version) => status == VersioningStatus.Unversioned ? null : version.VersionId;
    }
}
