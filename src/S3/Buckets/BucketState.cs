using RustStack.Core.Ids;
using RustStack.S3.Errors;
using RustStack.S3.Multipart;
using RustStack.S3.Objects;

namespace RustStack.S3.Buckets;

/// <summary>
/// What a bucket holds. Everything but the configuration, which may be read at any time, is read and changed under <see cref="Lock"/>, and
/// nothing waits while that is held.
/// </summary>
/// <param name="name">The bucket's name.</param>
/// <param name="configuration">What it is configured with.</param>
/// <param name="objects">Its objects.</param>
/// <param name="uploads">Its uploads.</param>
internal sealed class BucketState(string name, BucketConfiguration configuration, VersionedObjects objects, BucketUploads uploads)
{
    private BucketConfiguration _configuration = configuration;

    public Lock Lock { get; } = new();

    public VersionedObjects Objects { get; } = objects;

    public BucketUploads Uploads { get; set; } = uploads;

    /// <summary>What the bucket is configured with now.</summary>
    public BucketConfiguration Configuration
    {
        get => Volatile.Read(ref _configuration);
        set => Volatile.Write(ref _configuration, value);
    }

    /// <summary>A bucket that was deleted answers NoSuchBucket to whoever still holds it.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>Refuses what is asked of a bucket that was deleted.</summary>
    /// <exception cref="Core.Errors.AwsException">NoSuchBucket.</exception>
    public void CheckExists()
    {
        if (IsDeleted) throw BucketErrors.NoSuchBucket(name);
    }

    /// <summary>What writing an object does: a version of its own where versioning is enabled, else the null version.</summary>
    /// <param name="key">The key.</param>
    /// <param name="version">The new version, not placed yet.</param>
    /// <param name="newest">The newest version that is there, or null.</param>
    /// <param name="ids">Gives the version's id its random part.</param>
    /// <returns>The change, not made yet.</returns>
    public VersionChange Writing(byte[] key, StoredObject version, StoredObject? newest, IdSource ids)
    {
        long order = Objects.NextOrder();
        string versionId = Configuration.Versioning == VersioningStatus.Enabled ? VersionId.Create(order, ids) : VersionId.Null;
        return Objects.Writing(key, newest, version.At(versionId, order));
    }
}
