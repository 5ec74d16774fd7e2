using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using RustStack.Core.Persistence;
using RustStack.S3.Blobs;
using RustStack.S3.Persistence;
using RustStack.Storage.Sqlite.Blobs;

namespace RustStack.Storage.Sqlite.Buckets;

/// <summary>Gives S3 back what it saved, rows and bytes.</summary>
/// <param name="journal">Takes its changes.</param>
/// <param name="reader">Reads the rows.</param>
/// <param name="blobs">Keeps the bytes.</param>
/// <param name="logger">Receives what is wrong with the files of the bytes.</param>
internal sealed partial class BucketStorage(IJournal journal, StateReader reader, DirectoryBlobStore blobs, ILogger logger) : IBucketStorage
{
    /// <inheritdoc/>
    public IJournal Journal => journal;

    IBlobStore IBucketStorage.Blobs => blobs;

    /// <inheritdoc/>
    public long LastBucketId() => reader.Rows(static connection => connection.Query<long>(
        """
        SELECT max(
          coalesce((SELECT max(id) FROM s3_bucket), 0), coalesce((SELECT max(bucket_id) FROM s3_upload), 0),
          coalesce((SELECT max(bucket_id) FROM s3_part), 0), coalesce((SELECT max(bucket_id) FROM s3_completion), 0))
        """)).Single();

    /// <inheritdoc/>
    public IEnumerable<SavedBucket> Buckets() => reader.Rows(static connection => connection.Query<BucketRow>(
        """
        SELECT id, name, owner_account_id AS owneraccountid, region, created_at AS createdat, configuration FROM s3_bucket ORDER BY id
        """,
        buffered: false)).Select(static row => new SavedBucket(
            row.Id, row.Name, row.OwnerAccountId, row.Region, new(row.CreatedAt, TimeSpan.Zero), row.Configuration));

    /// <inheritdoc/>
    public IEnumerable<SavedVersion> Versions(long bucketId) => reader.Rows(connection => ReadVersions(connection, bucketId));

    /// <inheritdoc/>
    public IEnumerable<SavedUpload> Uploads(long bucketId) => reader.Rows(connection => connection.Query<UploadRow>(
        "SELECT key, upload_id AS uploadid, document FROM s3_upload WHERE bucket_id = @bucketId", new { bucketId }, buffered: false))
        .Select(row => new SavedUpload(bucketId, row.Key, row.UploadId, row.Document));

    /// <inheritdoc/>
    public IEnumerable<SavedPart> Parts(long bucketId) => reader.Rows(connection => connection.Query<UploadRow>(
        "SELECT key, upload_id AS uploadid, number, document FROM s3_part WHERE bucket_id = @bucketId", new { bucketId }, buffered: false))
        .Select(row => new SavedPart(bucketId, row.Key, row.UploadId, (int)row.Number, row.Document));

    /// <inheritdoc/>
    public IEnumerable<SavedCompletion> Completions(long bucketId) => reader.Rows(connection => connection.Query<UploadRow>(
        """
        SELECT key, upload_id AS uploadid, place AS number, document FROM s3_completion WHERE bucket_id = @bucketId ORDER BY place
        """,
        new { bucketId },
        buffered: false)).Select(row => new SavedCompletion(bucketId, row.Number, row.Key, row.UploadId, row.Document));

    Blob IBucketStorage.Blob(BlobReference reference) => blobs.Find(reference);

    /// <inheritdoc/>
    public void EndLoad()
    {
        (int removed, int missing) = blobs.EndLoad();
        if (removed > 0) LogRemoved(logger, removed);
        if (missing > 0) LogMissing(logger, missing);
    }

    // Of versions there may be very many: they are read without a mapper between.
    private static IEnumerable<SavedVersion> ReadVersions(SqliteConnection connection, long bucketId)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT key, place, document FROM s3_version WHERE bucket_id = {bucketId} ORDER BY key, place DESC");
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read()) yield return new(bucketId, row.GetFieldValue<byte[]>(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Count} files of objects that were never finished or are deleted")]
    private static partial void LogRemoved(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The bytes of {Count} objects or parts are missing or damaged: reading them will fail")]
    private static partial void LogMissing(ILogger logger, int count);
}
