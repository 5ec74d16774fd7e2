using RustStack.S3.Errors;

namespace RustStack.S3.Objects;

/// <summary>The storage classes of objects in general purpose buckets.</summary>
internal static class StorageClasses
{
    public const string Standard = "STANDARD";

    /// <summary>Reads the storage class of a request.</summary>
    /// <param name="requested">The header's value, or null for the default.</param>
    /// <returns>The storage class.</returns>
    /// <exception cref="Core.Errors.AwsException">There is none of that name for such objects.</exception>
    public static string Parse(string? requested) => requested switch
    {
        null => Standard,
        Standard or "REDUCED_REDUNDANCY" or "STANDARD_IA" or "ONEZONE_IA" or "INTELLIGENT_TIERING" => requested,
        "GLACIER" or "DEEP_ARCHIVE" or "GLACIER_IR" => requested,
        _ => throw ObjectErrors.InvalidStorageClass(requested),
    };

    /// <summary>What <c>x-amz-storage-class</c> says in answers: S3 leaves the header out for STANDARD.</summary>
    /// <param name="storageClass">The storage class.</param>
    /// <returns>The header's value, or null.</returns>
    public static string? Header(string storageClass) => storageClass == Standard ? null : storageClass;

    /// <summary>Whether objects must be restored before they are read.</summary>
    /// <param name="storageClass">The storage class.</param>
    /// <returns>True for archives.</returns>
    public static bool IsArchived(string storageClass) => storageClass is "GLACIER" or "DEEP_ARCHIVE";
}
