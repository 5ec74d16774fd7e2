using System.Globalization;
using System.Net;
using RustStack.Server.Tests.Processes;

namespace RustStack.Server.Tests.Faults;

/// <summary>A disk that is full, and one whose syncs fail: nothing acknowledged is lost, and memory is what the disk has.</summary>
public sealed class DiskFaultTests
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task FullDisk_RefusesWritesUntilThereIsSpace_AndLosesNothing()
    {
        using SmallDisk? disk = SmallDisk.TryMake(megabytes: 12);
        Assert.SkipWhen(disk is null, "A small disk can be made by root only.");
        disk.Fill(8 * Megabyte);
        string[] settings = ["PERSISTENCE=1", $"DATA_DIR={disk.Path}/state", "LOG_LEVEL=warn"];
        List<string> items = [];
        List<string> objects = [];
        using (ServerProcess server = await ServerProcess.StartReadyAsync(settings))
        {
            using PersistentClient client = new(server.Address);
            await client.PrepareAsync();
            string refusedItem = await FillAsync("item", items, key => client.PutItemAsync(key, 100_000));
            string refusedObject = await FillAsync("object", objects, key => client.PutObjectAsync(key, 200_000));

            Assert.False(await client.HasItemAsync(refusedItem));
            Assert.False(await client.HasObjectAsync(refusedObject));
            Assert.True(await client.HasItemAsync(items[0]));
            Assert.Equal(HttpStatusCode.InternalServerError, await client.PutItemAsync("still-full", 300_000));
            Assert.Equal("degraded", await client.HealthAsync());

            disk.Free();
            Assert.Equal(HttpStatusCode.OK, await client.PutItemAsync("after", 100_000));
            Assert.Equal(HttpStatusCode.OK, await client.PutObjectAsync("after", 200_000));
            Assert.Equal("running", await client.HealthAsync());
            await server.SignalAsync("KILL");
            await server.ExitAsync();
            items.Add("after");
            objects.Add("after");
        }

        using ServerProcess again = await ServerProcess.StartReadyAsync(settings);
        using PersistentClient reader = new(again.Address);
        foreach (string key in items) Assert.True(await reader.HasItemAsync(key), key);
        foreach (string key in objects) Assert.True(await reader.HasObjectAsync(key), key);
        Assert.False(await reader.HasItemAsync("still-full"));
    }

    [Fact]
    public async Task FailingSync_RefusesWritesUntilItSucceeds_AndLosesNothing()
    {
        using FailingSync? sync = FailingSync.TryBuild();
        Assert.SkipWhen(sync is null, "There is no C compiler.");
        string directory = Directory.CreateTempSubdirectory("ruststack-test-").FullName;
        string[] settings = ["PERSISTENCE=1", $"DATA_DIR={directory}", "LOG_LEVEL=warn", .. sync.Settings];
        using (ServerProcess server = await ServerProcess.StartReadyAsync(settings))
        {
            using PersistentClient client = new(server.Address);
            await client.PrepareAsync();
            Assert.Equal(HttpStatusCode.OK, await client.PutItemAsync("before", 10));
            sync.Fail();
            Assert.Equal(HttpStatusCode.InternalServerError, await client.PutItemAsync("refused", 10));
            Assert.Equal(HttpStatusCode.InternalServerError, await client.PutObjectAsync("refused", 10));
            Assert.False(await client.HasItemAsync("refused"));
            Assert.False(await client.HasObjectAsync("refused"));
            Assert.True(await client.HasItemAsync("before"));
            Assert.Equal("degraded", await client.HealthAsync());

            sync.Recover();
            await client.BecomesAsync("running");
            Assert.Equal(HttpStatusCode.OK, await client.PutItemAsync("after", 10));
            Assert.Equal(HttpStatusCode.OK, await client.PutObjectAsync("after", 10));
            await server.SignalAsync("KILL");
            await server.ExitAsync();
        }

        using (ServerProcess again = await ServerProcess.StartReadyAsync(settings))
        {
            using PersistentClient reader = new(again.Address);
            foreach (string key in (string[])["before", "after"]) Assert.True(await reader.HasItemAsync(key), key);
            Assert.True(await reader.HasObjectAsync("after"));
            Assert.False(await reader.HasItemAsync("refused"));
            Assert.False(await reader.HasObjectAsync("refused"));
        }

        Directory.Delete(directory, recursive: true);
    }

    // Writes until one is refused; gives its key.
    private static async Task<string> FillAsync(string prefix, List<string> written, Func<string, Task<HttpStatusCode>> write)
    {
        for (int i = 0; i < 1_000; i++)
        {
            string key = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{i}");
            HttpStatusCode status = await write(key);
            if (status == HttpStatusCode.InternalServerError) return key;
            Assert.Equal(HttpStatusCode.OK, status);
            written.Add(key);
        }

        throw new InvalidOperationException("The disk never became full.");
    }
}
