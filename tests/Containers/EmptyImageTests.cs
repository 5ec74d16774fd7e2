using System.Text.RegularExpressions;
using Amazon.DynamoDBv2;
using Amazon.S3;
using Amazon.S3.Model;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;
using RustStack.Testcontainers;

namespace RustStack.Containers;

public sealed partial class EmptyImageTests
{
    private const long Megabyte = 1024 * 1024;

    private readonly Images _images;

    public EmptyImageTests(Images images)
    {
        _images = images;
        images.RequireEngine();
    }

    [Fact]
    public async Task Instance_IsHealthyReadyAndServes()
    {
        await using RustStackContainer container = await StartAsync(new RustStackBuilder(_images.Empty));
        using HttpClient client = new() { BaseAddress = new(container.GetConnectionString()) };

        Assert.Matches(
            """^\{"services":\{"dynamodb":"running","dynamodbstreams":"running","s3":"running"\},"edition":"community","version":"[0-9.]+"\}$""",
            await client.GetStringAsync("/_localstack/health"));
        Assert.EndsWith("\nReady.\n", (await container.GetLogsAsync(timestampsEnabled: false)).Stdout, StringComparison.Ordinal);
        await RoundTrip.RunAsync(container);
    }

    [Fact]
    public async Task HealthCheck_TurnsTheContainerHealthy()
    {
        RustStackBuilder builder = new RustStackBuilder(_images.Empty).WithWaitStrategy(Wait.ForUnixContainer().UntilContainerIsHealthy());
        await using RustStackContainer container = await StartAsync(builder);

        Assert.Equal(TestcontainersHealthStatus.Healthy, container.Health);
    }

    [Fact]
    public async Task Process_IsNotRoot()
    {
        await using RustStackContainer container = await StartAsync(new RustStackBuilder(_images.Empty));

        Assert.StartsWith("UID PID 65532 ", Words(await DockerCommand.RunAsync("top", container.Id, "-o", "uid,pid")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RootFileSystem_MayBeReadOnlyAndTheProcessWithoutCapabilities()
    {
        RustStackBuilder builder = new RustStackBuilder(_images.Empty).WithTmpfsMount("/tmp").WithCreateParameterModifier(static parameters =>
        {
            parameters.HostConfig ??= new();
            parameters.HostConfig.ReadonlyRootfs = true;
            parameters.HostConfig.CapDrop = ["ALL"];
            parameters.HostConfig.SecurityOpt = ["no-new-privileges"];
        });
        await using RustStackContainer container = await StartAsync(builder);
        using AmazonS3Client s3 = new(RustStackContainer.GetCredentials(), container.GetS3Config());

        await RoundTrip.RunAsync(container);
        await s3.PutObjectAsync(new() { BucketName = "round-trip", Key = "large", InputStream = new MemoryStream(new byte[5 * Megabyte]) });
        Assert.Equal(5 * Megabyte, (await s3.GetObjectMetadataAsync("round-trip", "large")).ContentLength);
    }

    /// <summary>512 MB of objects and 10 MB of items go through a container that may have 64 MB.</summary>
    [Fact]
    public async Task MemoryLimitOf64MB_SurvivesALoad()
    {
        RustStackBuilder builder = new RustStackBuilder(_images.Empty).WithCreateParameterModifier(static parameters =>
        {
            parameters.HostConfig ??= new();
            parameters.HostConfig.Memory = 64 * Megabyte;
            parameters.HostConfig.MemorySwap = 64 * Megabyte;
        });
        await using RustStackContainer container = await StartAsync(builder);
        using AmazonS3Client s3 = new(RustStackContainer.GetCredentials(), container.GetS3Config());
        using AmazonDynamoDBClient dynamoDb = new(RustStackContainer.GetCredentials(), container.GetDynamoDbConfig());
        await s3.PutBucketAsync("load");
        await RoundTrip.CreateTableAsync(dynamoDb, "load");
        byte[] body = new byte[4 * Megabyte];
        string kilobyte = new('x', 1_024);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async worker =>
        {
            for (int i = 0; i < 8; i++)
            {
                await s3.PutObjectAsync(new() { BucketName = "load", Key = $"{worker}", InputStream = new MemoryStream(body, false), AutoCloseStream = true });
                using GetObjectResponse answer = await s3.GetObjectAsync("load", $"{worker}");
                await answer.ResponseStream.CopyToAsync(Stream.Null);
            }

            for (int i = 0; i < 625; i++) await dynamoDb.PutItemAsync("load", new() { ["id"] = new($"{worker}-{i}"), ["text"] = new(kilobyte) });
        }));

        Assert.Equal("true false", await DockerCommand.RunAsync("inspect", "--format", "{{.State.Running}} {{.State.OOMKilled}}", container.Id));
        Assert.Equal(10_000, await CountAsync(dynamoDb));
    }

    [Fact]
    public async Task Settings_ArriveAndUnusableOnesAreNamed()
    {
        await using RustStackContainer container = await StartAsync(new RustStackBuilder(_images.Empty).WithServices("s3").WithRegion("eu-central-1"));
        using HttpClient client = new() { BaseAddress = new(container.GetConnectionString()) };
        using AmazonS3Client s3 = new(RustStackContainer.GetCredentials(), container.GetS3Config());
        await s3.PutBucketAsync(new PutBucketRequest { BucketName = "in-region", BucketRegionName = "eu-central-1" });

        Assert.Contains("""{"services":{"s3":"running"},""", await client.GetStringAsync("/_localstack/health"), StringComparison.Ordinal);
        Assert.Equal("eu-central-1", (await s3.GetBucketLocationAsync("in-region")).Location.Value);
        (int code, _, string errors) = await DockerCommand.TryAsync("run", "--rm", "-e", "LOG_LEVEL=loud", _images.Empty);
        Assert.Equal(2, code);
        Assert.Contains("LOG_LEVEL is 'loud', but", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Image_SaysWhatItIs()
    {
        string labels = await DockerCommand.RunAsync("image", "inspect", "--format", "{{json .Config.Labels}} {{json .Config.ExposedPorts}}", _images.Empty);

        Assert.Contains("\"org.opencontainers.image.title\":\"RustStack\"", labels, StringComparison.Ordinal);
        Assert.Contains("\"org.opencontainers.image.licenses\":\"MIT\"", labels, StringComparison.Ordinal);
        Assert.EndsWith("""{"4566/tcp":{}}""", labels, StringComparison.Ordinal);
    }

    private static async Task<RustStackContainer> StartAsync(RustStackBuilder builder)
    {
        RustStackContainer container = builder.Build();
        await container.StartAsync();
        return container;
    }

    private static async Task<int> CountAsync(AmazonDynamoDBClient dynamoDb)
    {
        int count = 0;
        Amazon.DynamoDBv2.Model.ScanRequest request = new("load") { Select = Select.COUNT };
        do
        {
            Amazon.DynamoDBv2.Model.ScanResponse page = await dynamoDb.ScanAsync(request);
            count += page.Count ?? 0;
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });

        return count;
    }

    private static string Words(string text) => Space().Replace(text, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
