using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using RustStack.DynamoDb;
using RustStack.DynamoDb.Tests.Operations;
using RustStack.DynamoDb.Tests.Streams;
using RustStack.Storage.Sqlite.Schema;

namespace RustStack.Storage.Sqlite.Tests.Tables;

/// <summary>Streams across restarts: their records, numbers, shards and iterators, and the rows that trimming leaves.</summary>
public sealed class StreamStorageTests : IDisposable
{
    private static readonly DynamoDbOptions Options = new(SkipSignatureValidation: true);
    private static readonly DynamoDbOptions OneShard = Options with { StreamShardLifetime = TimeSpan.Zero };

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Restart_KeepsRecordsAndGoesOnWithNumbers()
    {
        string arn = "";
        string iterator = "";
        string before = "";
        DateTimeOffset time = default;
        await RunAsync(async service =>
        {
            StreamClient client = new(service);
            arn = await client.CreateAsync();
            iterator = await client.IteratorAsync(arn, "LATEST");
            await service.AskAsync("UpdateTimeToLive", """{"TableName":"tab","TimeToLiveSpecification":{"Enabled":true,"AttributeName":"t"}}""");
            await PutAsync(service, "a");
            await service.AskAsync("PutItem", $$$$"""{"TableName":"tab","Item":{"pk":{"S":"b"},"t":{"N":"{{{{service.Time.ToUnixTimeSeconds() - 1}}}}"}}}""");
            service.Time += TimeSpan.FromMinutes(1);
            await WaitAsync(async () => (await client.ReadAsync(arn)).Count == 3);
            before = await ShowAsync(client, arn);
            time = service.Time;
        });
        await RunAsync(async service =>
        {
            service.Time = time;
            StreamClient client = new(service);
            Assert.Equal(before, await ShowAsync(client, arn));
            List<JsonElement> old = (await client.PageAsync(iterator)).Records;
            Assert.Equal(["INSERT a", "INSERT b", "REMOVE b"], old.Select(static record => StreamClient.Show(record)[..8]));
            Assert.True(old[2].TryGetProperty("userIdentity", out _));
            await PutAsync(service, "c");
            List<JsonElement> all = await client.ReadAsync(arn);
            Assert.Equal(4, all.Count);
            Assert.True(string.CompareOrdinal(StreamClient.Number(all[2]), StreamClient.Number(all[3])) < 0);
        });
    }

    [Fact]
    public async Task Restart_KeepsClosedShardsAndEndedStreams()
    {
        string[] arns = [];
        string before = "";
        DateTimeOffset time = default;
        await RunAsync(
            async service =>
            {
                StreamClient client = new(service);
                arns = [await client.CreateAsync(), await client.CreateAsync(name: "deleted"), await client.CreateAsync("OLD_IMAGE", "disabled")];
                for (int i = 0; i < 8; i++)
                {
                    foreach (string table in (string[])["tab", "deleted", "disabled"]) await PutAsync(service, $"p{i}", table);
                    service.Time += TimeSpan.FromHours(2);
                }

                await service.AskAsync("DeleteTable", """{"TableName":"deleted"}""");
                await service.AskAsync("UpdateTable", """{"TableName":"disabled","StreamSpecification":{"StreamEnabled":false}}""");
                before = await ShowAsync(client, arns);
                time = service.Time;
            },
            Options with { StreamShards = 2 });
        await RunAsync(async service =>
        {
            service.Time = time;
            StreamClient client = new(service);
            Assert.Equal(before, await ShowAsync(client, arns));
            await PutAsync(service, "more");
            await PutAsync(service, "unrecorded", "disabled");
            Assert.Equal(9, (await client.ReadAsync(arns[0])).Count);
            Assert.Equal(8, (await client.ReadAsync(arns[2])).Count);
        });
    }

    [Fact]
    public async Task TrimmedRecords_LeaveNoRowsAndTheirNumbersAreNotUsedAgain()
    {
        string arn = "";
        string last = "";
        DateTimeOffset time = default;
        await RunAsync(async service =>
        {
            StreamClient client = new(service);
            arn = await client.CreateAsync();
            string ended = await client.CreateAsync(name: "ended");
            for (int i = 0; i < 40; i++)
            {
                string puts = string.Join(',', Enumerable.Range(25 * i, 25).Select(static n => $$$$$"""{"PutRequest":{"Item":{"pk":{"S":"n{{{{{n}}}}}"}}}}"""));
                await service.AskAsync("BatchWriteItem", $$$"""{"RequestItems":{"tab":[{{{puts}}}]}}""");
                await service.AskAsync("BatchWriteItem", $$$"""{"RequestItems":{"ended":[{{{puts}}}]}}""");
            }

            last = StreamClient.Number((await client.ReadAsync(arn))[^1]);
            await service.AskAsync("DeleteTable", """{"TableName":"ended"}""");
            Assert.NotEmpty(await client.ReadAsync(ended));
            Assert.Equal(2_000, Rows("dynamodb_stream_record"));
            service.Time += TimeSpan.FromHours(24) + TimeSpan.FromMinutes(1);
            await WaitAsync(() => Task.FromResult(Rows("dynamodb_stream_record") == 0));
            Assert.Equal((1, 1), (Rows("dynamodb_stream"), Rows("dynamodb_shard")));
            time = service.Time;
        }, OneShard);
        await RunAsync(async service =>
        {
            service.Time = time;
            StreamClient client = new(service);
            string shard = Assert.Single(await client.ShardsAsync(arn));
            Assert.Equal("TrimmedDataAccessException", (await service.FailAsync("GetShardIterator", StreamClient.Iterator(arn, shard, "AT_SEQUENCE_NUMBER", last))).Code);
            string after = await client.IteratorAsync(arn, "AFTER_SEQUENCE_NUMBER", last);
            await PutAsync(service, "next");
            Assert.Equal(["INSERT next - "], (await client.PageAsync(after)).Records.Select(StreamClient.Show));
        }, OneShard);
    }

    [Fact]
    public async Task TableOfVersion2_GetsAStreamThatGoesOn()
    {
        string label = "";
        await RunAsync(async service =>
        {
            await new StreamClient(service).CreateAsync();
            await PutAsync(service, "old");
            label = (await service.DescribeAsync()).GetProperty("LatestStreamLabel").GetString()!;
        });
        using (SqliteConnection connection = Database.Open(_directory[Database.FileName], survivesPowerLoss: false))
        {
            Database.Execute(connection, "DROP TABLE dynamodb_stream; DROP TABLE dynamodb_shard; DROP TABLE dynamodb_stream_record; PRAGMA user_version = 2");
            Database.CheckpointOnClose(connection);
        }

        string arn = "";
        string before = "";
        await RunAsync(async service =>
        {
            StreamClient client = new(service);
            JsonElement table = await service.DescribeAsync();
            Assert.Equal((label, 1), (table.GetProperty("LatestStreamLabel").GetString(), table.GetProperty("ItemCount").GetInt32()));
            arn = table.GetProperty("LatestStreamArn").GetString()!;
            Assert.Empty(await client.ReadAsync(arn));
            await PutAsync(service, "new");
            before = await ShowAsync(client, arn);
        });
        await RunAsync(async service => Assert.Equal(before, await ShowAsync(new(service), arn)));
        Assert.Contains("INSERT new", before, StringComparison.Ordinal);
    }

    private async Task RunAsync(Func<Service, Task> work, DynamoDbOptions? options = null)
    {
        using StateDirectory state = StateDirectory.Open(new(_directory.Path, SurvivesPowerLoss: false), TimeProvider.System, NullLogger.Instance);
        Service service = new(options ?? Options, state.Tables);
        await work(service);
        await service.StopAsync();
    }

    private int Rows(string table)
    {
        using SqliteConnection connection = Database.OpenReader(_directory[Database.FileName]);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    // The sweep's changes and the removal of rows happen on threads of their own.
    private static async Task WaitAsync(Func<Task<bool>> condition)
    {
        for (int attempt = 0; attempt < 1000 && !await condition(); attempt++) await Task.Delay(TimeSpan.FromMilliseconds(10));
        Assert.True(await condition());
    }

    private static Task PutAsync(Service service, string pk, string table = "tab") =>
        service.AskAsync("PutItem", $$$$"""{"TableName":"{{{{table}}}}","Item":{"pk":{"S":"{{{{pk}}}}"}}}""");

    private static async Task<string> ShowAsync(StreamClient client, params string[] arns)
    {
        List<string> lines = [];
        foreach (string arn in arns)
        {
            lines.Add((await client.DescribeAsync(arn)).GetRawText());
            lines.AddRange((await client.ReadAsync(arn)).Select(static record => StreamClient.Show(record) + record.GetRawText()));
        }

        return string.Join('\n', lines);
    }
}
