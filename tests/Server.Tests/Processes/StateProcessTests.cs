using System.Net;
using Microsoft.Data.Sqlite;
using RustStack.Server.Tests.Faults;
using SQLitePCL;

namespace RustStack.Server.Tests.Processes;

/// <summary>The saved state as whoever runs the process meets it.</summary>
public sealed class StateProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ruststack-test-").FullName;

    private string Data => Path.Combine(_folder, "data");

    private string Other => Path.Combine(_folder, "other");

    private string Archive => Path.Combine(_folder, "state.tar");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task RunningInstance_IsSavedByAPost_AndCanBeImported()
    {
        using (ServerProcess server = await ServerProcess.StartReadyAsync("PERSISTENCE=1", $"DATA_DIR={Data}"))
        {
            await PopulateAsync(server);
            using HttpClient http = new();
            using HttpResponseMessage response = await http.PostAsync(new Uri(server.Address, "/_localstack/state/save"), null);
            Assert.Equal((HttpStatusCode.OK, "application/x-tar"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
            await File.WriteAllBytesAsync(Archive, await response.Content.ReadAsByteArrayAsync());
        }

        await ImportAsync();
    }

    [Fact]
    public async Task StoppedInstance_IsExportedAndImported()
    {
        using (ServerProcess server = await ServerProcess.StartReadyAsync("PERSISTENCE=1", $"DATA_DIR={Data}"))
        {
            await PopulateAsync(server);
            await server.SignalAsync("TERM");
            Assert.Equal(0, await server.ExitAsync());
        }

        Assert.Equal([], await RunAsync(0, "export", Data));
        await ImportAsync();
        Assert.Equal([$"DATA_DIR '{Other}' holds state already: name an empty one, or move it away."], await RunAsync(3, "import", Other));
    }

    [Fact]
    public async Task DirectoryInUse_StopsTheStartWithCode3()
    {
        using ServerProcess server = await ServerProcess.StartReadyAsync("PERSISTENCE=1", $"DATA_DIR={Data}");
        using ServerProcess second = ServerProcess.Start("PERSISTENCE=1", $"DATA_DIR={Data}", "GATEWAY_LISTEN=127.0.0.1:0");

        Assert.Equal(3, await second.ExitAsync());
        Assert.Equal([$"DATA_DIR '{Data}' is in use by another process."], second.ErrorLines);
        Assert.Empty(second.OutputLines);
    }

    [Fact]
    public async Task RowsOutOfOrder_StopTheStartWithCode3()
    {
        using (ServerProcess server = await ServerProcess.StartReadyAsync("PERSISTENCE=1", $"DATA_DIR={Data}"))
        {
            await PopulateAsync(server);
            await server.SignalAsync("TERM");
            Assert.Equal(0, await server.ExitAsync());
        }

        // SQLite sorts text before bytes, whatever the text is.
        using (SqliteConnection connection = new($"Data Source={Path.Combine(Data, "state.db")};Pooling=False"))
        {
            raw.SetProvider(new SQLite3Provider_e_sqlite3());
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "INSERT INTO dynamodb_item VALUES (1, 'b', x'00'), (1, x'61', x'00')";
            command.ExecuteNonQuery();
        }

        using ServerProcess again = ServerProcess.Start("PERSISTENCE=1", $"DATA_DIR={Data}", "GATEWAY_LISTEN=127.0.0.1:0", "LOG_LEVEL=error");
        Assert.Equal(3, await again.ExitAsync());
        Assert.Equal(["The saved state is damaged: what it holds makes no sense. Restore it from a backup, or move it away."], again.ErrorLines);
    }

    [Theory]
    [InlineData("", HttpStatusCode.Conflict, """{"message":"Nothing is saved: PERSISTENCE is off."}""")]
    [InlineData("S3_SKIP_SIGNATURE_VALIDATION=0", HttpStatusCode.Forbidden, """{"message":"Signatures are verified: use ruststack state export."}""")]
    public async Task Save_IsRefused(string setting, HttpStatusCode status, string body)
    {
        using ServerProcess server = await ServerProcess.StartReadyAsync(setting.Length == 0 ? [] : [setting]);
        using HttpClient http = new();
        using HttpResponseMessage response = await http.PostAsync(new Uri(server.Address, "/_localstack/state/save"), null);

        Assert.Equal((status, body), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    private static async Task PopulateAsync(ServerProcess server)
    {
        using PersistentClient client = new(server.Address);
        await client.PrepareAsync();
        Assert.Equal(HttpStatusCode.OK, await client.PutItemAsync("item", 10));
        Assert.Equal(HttpStatusCode.OK, await client.PutObjectAsync("object", 300_000));
    }

    private async Task ImportAsync()
    {
        Assert.Equal([], await RunAsync(0, "import", Other));
        using ServerProcess server = await ServerProcess.StartReadyAsync("PERSISTENCE=1", $"DATA_DIR={Other}");
        using PersistentClient client = new(server.Address);
        Assert.True(await client.HasItemAsync("item"));
        Assert.True(await client.HasObjectAsync("object"));
    }

    private async Task<IReadOnlyList<string>> RunAsync(int exitCode, string action, string directory)
    {
        using ServerProcess process = ServerProcess.Run(["state", action, Archive], $"DATA_DIR={directory}");
        Assert.Equal(exitCode, await process.ExitAsync());
        return process.ErrorLines;
    }
}
