namespace RustStack.S3.Buckets;

/// <summary>The versioning state of a bucket. One that left the first state never comes back to it.</summary>
internal enum VersioningStatus
{
    /// <summary>Versioning was never configured: writes replace, and answers tell no version ids.</summary>
    Unversioned,

    /// <summary>Every write makes a version of its own.</summary>
    Enabled,

    /// <summary>Writes make and replace the null version; the other versions stay.</summary>
    Suspended,
}
