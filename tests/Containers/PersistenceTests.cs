using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.S3;
using RustStack.Testcontainers;

namespace RustStack.Containers;

/// <summary>What a persistent container promises: an answer means saved, and <c>docker stop</c> under load takes nothing back.</summary>
public sealed class PersistenceTests
{
    private readonly Images _images;

    public PersistenceTests(Images images)
    {
        _images = images;
        images.RequireEngine();
    }

    [Fact]
    public async Task ContainerStoppedUnderLoad_HasEveryAnsweredItemAfterTheRestart()
    {
        await using RustStackContainer container = await StartAsync(new RustStackBuilder(_images.Empty).WithPersistence());
        ConcurrentBag<string> answered = [];
        using (AmazonDynamoDBClient dynamoDb = DynamoDb(container))
        {
            await RoundTrip.CreateTableAsync(dynamoDb, "kept");
            await StopUnderLoadAsync(container, answered, async key =>
                await dynamoDb.PutItemAsync("kept", new() { ["id"] = new(key), ["text"] = new($"text of {key}") }));
        }

        await container.StartAsync();
        using AmazonDynamoDBClient restarted = DynamoDb(container);
        foreach (string key in answered)
        {
            GetItemResponse item = await restarted.GetItemAsync("kept", new Dictionary<string, AttributeValue> { ["id"] = new(key) });
            Assert.True(item.IsItemSet, $"{key} of {answered.Count} is lost");
            Assert.Equal($"text of {key}", item.Item["text"].S);
        }
    }

    [Fact]
    public async Task ContainerStoppedUnderLoad_HasEveryAnsweredObjectAfterTheRestart()
    {
        await using RustStackContainer container = await StartAsync(new RustStackBuilder(_images.Empty).WithPersistence());
        ConcurrentBag<string> answered = [];
        using (AmazonS3Client s3 = S3(container))
        {
            await s3.PutBucketAsync("kept");
            await StopUnderLoadAsync(container, answered, async key =>
                await s3.PutObjectAsync(new() { BucketName = "kept", Key = key, ContentBody = BodyOf(key) }));
        }

        await container.StartAsync();
        using AmazonS3Client restarted = S3(container);
        foreach (string key in answered)
        {
            using Amazon.S3.Model.GetObjectResponse answer = await restarted.GetObjectAsync("kept", key);
            using StreamReader reader = new(answer.ResponseStream);
            Assert.True(BodyOf(key) == await reader.ReadToEndAsync(), $"{key} of {answered.Count} has another body");
        }
    }

    [Fact]
    public async Task Volume_OutlivesTheContainerAndIsWritableWithoutRoot()
    {
        string volume = $"ruststack-{Guid.CreateVersion7():N}";
        try
        {
            await using (RustStackContainer first = await StartAsync(new RustStackBuilder(_images.Empty).WithPersistence(volume)))
            {
                await RoundTrip.RunAsync(first.GetDynamoDbConfig());
            }

            await using RustStackContainer second = await StartAsync(new RustStackBuilder(_images.Empty).WithPersistence(volume));
            using AmazonDynamoDBClient dynamoDb = DynamoDb(second);
            GetItemResponse item = await dynamoDb.GetItemAsync("round-trip", new Dictionary<string, AttributeValue> { ["id"] = new("key") });
            Assert.Equal("there and back", item.Item["text"].S);
        }
        finally
        {
            await DockerCommand.TryAsync("volume", "rm", "-f", volume);
        }
    }

    /// <summary>Writes from several clients until the instance is gone; keeps the keys whose writes were answered.</summary>
    private static async Task StopUnderLoadAsync(RustStackContainer container, ConcurrentBag<string> answered, Func<string, Task> write)
    {
        TaskCompletionSource warm = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task[] writers = [.. Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (int i = 0; i < 100_000; i++)
            {
                string key = $"{writer}-{i}";
                try
                {
                    await write(key);
                }
                catch (Exception exception) when (exception is AmazonClientException or AmazonServiceException or HttpRequestException or IOException)
                {
                    return;
                }

                answered.Add(key);
                if (answered.Count >= 300) warm.TrySetResult();
            }
        }))];
        await Task.WhenAny(warm.Task, Task.WhenAll(writers));
        await container.StopAsync();
        await Task.WhenAll(writers);

        Assert.InRange(answered.Count, 300, 799_999);
        Assert.Equal("0", await DockerCommand.RunAsync("inspect", "--format", "{{.State.ExitCode}}", container.Id));
    }

    /// <summary>Every seventh is larger than what is kept in memory.</summary>
    private static string BodyOf(string key) => new(key[^1], key.EndsWith('7') ? 600_000 : 1_000);

    private static async Task<RustStackContainer> StartAsync(RustStackBuilder builder)
    {
        RustStackContainer container = builder.Build();
        await container.StartAsync();
        return container;
    }

    private static AmazonDynamoDBClient DynamoDb(RustStackContainer container)
    {
        AmazonDynamoDBConfig config = container.GetDynamoDbConfig();
        config.MaxErrorRetry = 0;
        return new(RustStackContainer.GetCredentials(), config);
    }

    private static AmazonS3Client S3(RustStackContainer container)
    {
        AmazonS3Config config = container.GetS3Config();
        config.MaxErrorRetry = 0;
        return new(RustStackContainer.GetCredentials(), config);
    }
}
