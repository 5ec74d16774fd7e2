using Microsoft.Data.Sqlite;
using RustStack.Storage.Sqlite.Journal;

namespace RustStack.Storage.Sqlite.Buckets;

/// <summary>The rows of one table whose bucket was deleted: they may be many, and go piece by piece.</summary>
/// <param name="connection">The connection that writes.</param>
/// <param name="table">The table.</param>
/// <param name="primaryKey">The columns of its primary key, the bucket's id being the first.</param>
internal sealed class BucketLeftovers(SqliteConnection connection, string table, string primaryKey) : IDisposable
{
    private const int RowsInPiece = 2_000;

    private readonly PreparedStatement _nextBucket = new(
        connection, $"SELECT min(bucket_id) FROM {table} WHERE bucket_id > ?1", SqliteType.Integer);

    private readonly PreparedStatement _isBucket = new(connection, "SELECT 1 FROM s3_bucket WHERE id = ?1", SqliteType.Integer);

    private readonly PreparedStatement _deletePiece = new(
        connection,
        $"DELETE FROM {table} WHERE ({primaryKey}) IN (SELECT {primaryKey} FROM {table} WHERE bucket_id = ?1 LIMIT {RowsInPiece})",
        SqliteType.Integer);

    /// <summary>Deletes one piece.</summary>
    /// <returns>False when there was none.</returns>
    public bool DeletePiece()
    {
        object? id = _nextBucket.Scalar(long.MinValue);
        while (id is not null && _isBucket.Scalar(id) is not null) id = _nextBucket.Scalar(id);
        return id is not null && _deletePiece.Run(id) > 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _nextBucket.Dispose();
        _isBucket.Dispose();
        _deletePiece.Dispose();
    }
}
