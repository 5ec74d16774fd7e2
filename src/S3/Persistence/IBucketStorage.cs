using RustStack.Core.Persistence;
using RustStack.S3.Blobs;

namespace RustStack.S3.Persistence;

/// <summary>
/// The port behind which buckets are kept: it saves decided changes and gives everything back at start. It has no rules of its own.
/// What is given back comes as the records that were saved.
/// </summary>
public interface IBucketStorage
{
    /// <summary>Saves changes.</summary>
    IJournal Journal { get; }

    /// <summary>Keeps bytes. A blob is durable when its writer has finished, before any record that names it is appended.</summary>
    internal IBlobStore Blobs { get; }

    /// <summary>The highest id that a bucket ever had, removed ones that are not forgotten yet included; 0 when there was none.</summary>
    /// <returns>The id.</returns>
    /// <exception cref="StateException">It cannot be read.</exception>
    long LastBucketId();

    /// <summary>Every bucket.</summary>
    /// <returns>The buckets, each with its present configuration, in any order.</returns>
    /// <exception cref="StateException">They cannot be read.</exception>
    IEnumerable<SavedBucket> Buckets();

    /// <summary>Every version and delete marker of a bucket, by key and for one key from the newest to the oldest.</summary>
    /// <param name="bucketId">The bucket.</param>
    /// <returns>The versions; they stream.</returns>
    /// <exception cref="StateException">They cannot be read.</exception>
    IEnumerable<SavedVersion> Versions(long bucketId);

    /// <summary>The uploads in progress of a bucket.</summary>
    /// <param name="bucketId">The bucket.</param>
    /// <returns>The uploads, in any order.</returns>
    /// <exception cref="StateException">They cannot be read.</exception>
    IEnumerable<SavedUpload> Uploads(long bucketId);

    /// <summary>The parts of a bucket's uploads in progress.</summary>
    /// <param name="bucketId">The bucket.</param>
    /// <returns>The parts, in any order; they stream.</returns>
    /// <exception cref="StateException">They cannot be read.</exception>
    IEnumerable<SavedPart> Parts(long bucketId);

    /// <summary>The completed uploads that a bucket remembers, the oldest first.</summary>
    /// <param name="bucketId">The bucket.</param>
    /// <returns>The completed uploads.</returns>
    /// <exception cref="StateException">They cannot be read.</exception>
    IEnumerable<SavedCompletion> Completions(long bucketId);

    /// <summary>Gives bytes that a record names, while loading. Records that name the same bytes share one blob.</summary>
    /// <param name="reference">The name.</param>
    /// <returns>The blob, with one more reference that is the caller's.</returns>
    /// <exception cref="StateException">The bytes are not there, or not as many.</exception>
    internal Blob Blob(BlobReference reference);

    /// <summary>Called once, when everything is loaded: bytes that no record names may be removed from now on.</summary>
    void EndLoad();
}
