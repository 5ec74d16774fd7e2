using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using RustStack.DynamoDb.Persistence;
using RustStack.S3.Persistence;
using RustStack.Storage.Sqlite.Schema;

namespace RustStack.Storage.Sqlite.Tests.Schema;

/// <summary>Every version of the schema with data in it, and the upgrade from the one before.</summary>
public sealed class MigrationsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void EmptyDatabase_GetsTheNewestVersion()
    {
        using SqliteConnection connection = Connect();
        Migrations.Apply(connection);

        Assert.Equal(Migrations.Latest, Migrations.Version(connection));
    }

    [Fact]
    public void FailingUpgrade_LeavesTheVersionBefore()
    {
        using SqliteConnection connection = Connect();
        Database.Execute(connection, "CREATE TABLE dynamodb_token (x)");

        Assert.Throws<SqliteException>(() => Migrations.Apply(connection));
        Assert.Equal(0, Migrations.Version(connection));
        Assert.Throws<SqliteException>(() => Database.Execute(connection, "SELECT * FROM dynamodb_table"));
    }

    [Fact]
    public void Version1_KeepsTablesItemsAndTokensThroughEveryUpgrade()
    {
        using (SqliteConnection connection = Connect())
        {
            Migrations.Apply(connection, 1);
            Database.Execute(connection, """
                INSERT INTO dynamodb_table VALUES (3, x'7B7D');
                INSERT INTO dynamodb_item VALUES (3, x'0102', x'0A');
                INSERT INTO dynamodb_token VALUES ('000000000000', 'us-east-1', 'token', zeroblob(16), 1);
                """);
            Database.CheckpointOnClose(connection);
        }

        using StateDirectory state = StateDirectory.Open(new(_directory.Path, SurvivesPowerLoss: false), TimeProvider.System, NullLogger.Instance);
        Assert.Equal("{}"u8, Assert.Single(state.Tables.Tables()).Definition);
        Assert.Equal([10], Assert.Single(state.Tables.Items(3)).Data);
        Assert.Equal("token", Assert.Single(state.Tables.Tokens()).Token);
    }

    [Fact]
    public void Version2_KeepsBucketsVersionsAndUploadsThroughEveryUpgrade()
    {
        using (SqliteConnection connection = Connect())
        {
            Migrations.Apply(connection, 2);
            Database.Execute(connection, """
                INSERT INTO s3_bucket VALUES (5, 'bucket', '000000000000', 'us-east-1', 638397614450000000, x'7B7D');
                INSERT INTO s3_version VALUES (5, x'6B', 1, x'01'), (5, x'6B', 3, x'03'), (5, x'6A', 2, x'02'), (6, x'6A', 1, x'00');
                INSERT INTO s3_upload VALUES (5, x'6B', 'upload', x'04');
                INSERT INTO s3_part VALUES (5, x'6B', 'upload', 2, x'05');
                INSERT INTO s3_completion VALUES (5, 7, x'6B', 'older', x'06');
                """);
            Database.CheckpointOnClose(connection);
        }

        using StateDirectory state = StateDirectory.Open(new(_directory.Path, SurvivesPowerLoss: false), TimeProvider.System, NullLogger.Instance);
        SavedBucket bucket = Assert.Single(state.Buckets.Buckets());
        Assert.Equal((5, "bucket", "us-east-1", 2024), (bucket.BucketId, bucket.Name, bucket.Region, bucket.CreationTime.Year));
        Assert.Equal(
            ["6A 2 02", "6B 3 03", "6B 1 01"],
            state.Buckets.Versions(5).Select(static one => $"{Convert.ToHexString(one.Key)} {one.Order} {Convert.ToHexString(one.Document)}"));
        Assert.Equal("upload", Assert.Single(state.Buckets.Uploads(5)).UploadId);
        SavedPart part = Assert.Single(state.Buckets.Parts(5));
        Assert.Equal(("upload", 2), (part.UploadId, part.Number));
        SavedCompletion completion = Assert.Single(state.Buckets.Completions(5));
        Assert.Equal(("older", 7), (completion.UploadId, completion.Order));
        Assert.Equal(5, state.Buckets.LastBucketId());
    }

    [Fact]
    public void Version3_KeepsStreamsShardsAndRecordsThroughEveryUpgrade()
    {
        using (SqliteConnection connection = Connect())
        {
            Migrations.Apply(connection, 3);
            Database.Execute(connection, """
                INSERT INTO dynamodb_stream VALUES (4, x'7B7D');
                INSERT INTO dynamodb_shard VALUES (5, 4, 7, x'7B7E');
                INSERT INTO dynamodb_stream_record VALUES (5, 7, x'01'), (5, 9, x'03'), (5, 8, x'02'), (6, 1, x'00');
                """);
            Database.CheckpointOnClose(connection);
        }

        using StateDirectory state = StateDirectory.Open(new(_directory.Path, SurvivesPowerLoss: false), TimeProvider.System, NullLogger.Instance);
        SavedStream stream = Assert.Single(state.Tables.Streams());
        Assert.Equal(4, stream.Id);
        Assert.Equal("{}"u8, stream.Definition);
        SavedShard shard = Assert.Single(state.Tables.Shards());
        Assert.Equal((5, 4, 7), (shard.Id, shard.StreamId, shard.Horizon));
        Assert.Equal("{~"u8, shard.Definition);
        Assert.Equal(["8 02", "9 03"], state.Tables.StreamRecords(5, 7).Select(static record => $"{record.Number} {Convert.ToHexString(record.Data)}"));
    }

    [Fact]
    public void Version2_HasNoStreamsAfterTheUpgrade()
    {
        using (SqliteConnection connection = Connect())
        {
            Migrations.Apply(connection, 2);
            Database.Execute(connection, "INSERT INTO dynamodb_table VALUES (3, x'7B7D'); INSERT INTO dynamodb_item VALUES (3, x'0102', x'0A')");
            Database.CheckpointOnClose(connection);
        }

        using StateDirectory state = StateDirectory.Open(new(_directory.Path, SurvivesPowerLoss: false), TimeProvider.System, NullLogger.Instance);
        Assert.Equal(3, Assert.Single(state.Tables.Tables()).Id);
        Assert.Equal([10], Assert.Single(state.Tables.Items(3)).Data);
        Assert.Empty(state.Tables.Streams());
        Assert.Equal(0, state.Tables.LastStreamId());
    }

    private SqliteConnection Connect() => Database.Open(_directory[Database.FileName], survivesPowerLoss: false);
}
