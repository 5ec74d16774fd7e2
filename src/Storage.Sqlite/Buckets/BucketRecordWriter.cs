using Microsoft.Data.Sqlite;
using RustStack.Core.Persistence;
using RustStack.S3.Persistence;
using RustStack.Storage.Sqlite.Journal;

namespace RustStack.Storage.Sqlite.Buckets;

/// <summary>
/// Writes what S3 saves. A bucket that is removed leaves the rows of its uploads, which may be many; they are deleted piece by piece when
/// nothing else is to be done.
/// </summary>
/// <param name="connection">The connection that writes.</param>
internal sealed class BucketRecordWriter(SqliteConnection connection) : IRecordWriter
{
    private readonly PreparedStatement _saveVersion = new(
        connection,
        """
        INSERT INTO s3_version (bucket_id, key, place, document) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (bucket_id, key, place) DO UPDATE SET document = excluded.document
        """,
        SqliteType.Integer,
        SqliteType.Blob,
        SqliteType.Integer,
        SqliteType.Blob);

    private readonly PreparedStatement _removeVersion = new(
        connection,
        "DELETE FROM s3_version WHERE bucket_id = ?1 AND key = ?2 AND place = ?3",
        SqliteType.Integer,
        SqliteType.Blob,
        SqliteType.Integer);

    private readonly PreparedStatement _saveBucket = new(
        connection,
        "INSERT INTO s3_bucket (id, name, owner_account_id, region, created_at, configuration) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        SqliteType.Integer,
        SqliteType.Text,
        SqliteType.Text,
        SqliteType.Text,
        SqliteType.Integer,
        SqliteType.Blob);

    private readonly PreparedStatement _configure = new(
        connection, "UPDATE s3_bucket SET configuration = ?2 WHERE id = ?1", SqliteType.Integer, SqliteType.Blob);

    private readonly PreparedStatement _removeBucket = new(connection, "DELETE FROM s3_bucket WHERE id = ?1", SqliteType.Integer);

    private readonly PreparedStatement _saveUpload = new(
        connection,
        "INSERT INTO s3_upload (bucket_id, key, upload_id, document) VALUES (?1, ?2, ?3, ?4)",
        SqliteType.Integer,
        SqliteType.Blob,
        SqliteType.Text,
        SqliteType.Blob);

    private readonly PreparedStatement _savePart = new(
        connection,
        """
        INSERT INTO s3_part (bucket_id, key, upload_id, number, document) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (bucket_id, key, upload_id, number) DO UPDATE SET document = excluded.document
        """,
        SqliteType.Integer,
        SqliteType.Blob,
        SqliteType.Text,
        SqliteType.Integer,
        SqliteType.Blob);

    private readonly PreparedStatement _removeParts = new(
        connection,
        "DELETE FROM s3_part WHERE bucket_id = ?1 AND key = ?2 AND upload_id = ?3",
        SqliteType.Integer,
        SqliteType.Blob,
        SqliteType.Text);

    private readonly PreparedStatement _removeUpload = new(
        connection,
        "DELETE FROM s3_upload WHERE bucket_id = ?1 AND key = ?2 AND upload_id = ?3",
        SqliteType.Integer,
        SqliteType.Blob,
        SqliteType.Text);

    private readonly PreparedStatement _saveCompletion = new(
        connection,
        "INSERT INTO s3_completion (bucket_id, place, key, upload_id, document) VALUES (?1, ?2, ?3, ?4, ?5)",
        SqliteType.Integer,
        SqliteType.Integer,
        SqliteType.Blob,
        SqliteType.Text,
        SqliteType.Blob);

    private readonly PreparedStatement _forgetCompletion = new(
        connection, "DELETE FROM s3_completion WHERE bucket_id = ?1 AND place = ?2", SqliteType.Integer, SqliteType.Integer);

    private readonly BucketLeftovers[] _leftovers =
    [
        new(connection, "s3_part", "bucket_id, key, upload_id, number"),
        new(connection, "s3_upload", "bucket_id, key, upload_id"),
        new(connection, "s3_completion", "bucket_id, place"),
    ];

    /// <inheritdoc/>
    public bool HasLeftovers { get; private set; } = true;

    /// <inheritdoc/>
    public bool TryWrite(JournalRecord record)
    {
        switch (record)
        {
            case SavedVersion version:
                _saveVersion.Run(version.BucketId, version.Key, version.Order, version.Document);
                return true;
            case RemovedVersion version:
                _removeVersion.Run(version.BucketId, version.Key, version.Order);
                return true;
            case SavedBucket bucket:
                long createdAt = bucket.CreationTime.UtcTicks;
                _saveBucket.Run(bucket.BucketId, bucket.Name, bucket.OwnerAccountId, bucket.Region, createdAt, bucket.Configuration);
                return true;
            case SavedConfiguration configuration:
                _configure.Run(configuration.BucketId, configuration.Configuration);
                return true;
            case RemovedBucket bucket:
                _removeBucket.Run(bucket.BucketId);
                HasLeftovers = true;
                return true;
            default:
                return TryWriteUpload(record);
        }
    }

    /// <inheritdoc/>
    public void Tidy() => HasLeftovers = _leftovers.Any(static rows => rows.DeletePiece());

    /// <inheritdoc/>
    public void Dispose()
    {
        _saveVersion.Dispose();
        _removeVersion.Dispose();
        _saveBucket.Dispose();
        _configure.Dispose();
        _removeBucket.Dispose();
        _saveUpload.Dispose();
        _savePart.Dispose();
        _removeParts.Dispose();
        _removeUpload.Dispose();
        _saveCompletion.Dispose();
        _forgetCompletion.Dispose();
        foreach (BucketLeftovers rows in _leftovers) rows.Dispose();
    }

    private bool TryWriteUpload(JournalRecord record)
    {
        switch (record)
        {
            case SavedUpload upload:
                _saveUpload.Run(upload.BucketId, upload.Key, upload.UploadId, upload.Document);
                return true;
            case SavedPart part:
                _savePart.Run(part.BucketId, part.Key, part.UploadId, part.Number, part.Document);
                return true;
            case EndedUpload upload:
                _removeParts.Run(upload.BucketId, upload.Key, upload.UploadId);
                _removeUpload.Run(upload.BucketId, upload.Key, upload.UploadId);
                return true;
            case SavedCompletion completion:
                _saveCompletion.Run(completion.BucketId, completion.Order, completion.Key, completion.UploadId, completion.Document);
                return true;
            case ForgottenCompletion completion:
                _forgetCompletion.Run(completion.BucketId, completion.Order);
                return true;
            default:
                return false;
        }
    }
}
