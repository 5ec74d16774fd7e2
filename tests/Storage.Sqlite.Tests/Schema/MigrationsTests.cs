using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
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

    private SqliteConnection Connect() => Database.Open(_directory[Database.FileName], survivesPowerLoss: false);
}
