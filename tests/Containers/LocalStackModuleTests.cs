using Amazon.DynamoDBv2;
using Amazon.S3;
using Testcontainers.LocalStack;

namespace RustStack.Containers;

/// <summary>LocalStack's own module takes the image for LocalStack's, by the tag that it accepts without a token.</summary>
public sealed class LocalStackModuleTests
{
    private readonly Images _images;

    public LocalStackModuleTests(Images images)
    {
        _images = images;
        images.RequireEngine();
    }

    [Fact]
    public async Task Module_StartsTheImageAndServes()
    {
        string stable = $"{_images.Empty[.._images.Empty.LastIndexOf(':')]}:stable";
        await DockerCommand.RunAsync("tag", _images.Empty, stable);
        await using LocalStackContainer container = new LocalStackBuilder(stable).Build();
        await container.StartAsync();

        await RoundTrip.RunAsync(new AmazonS3Config { ServiceURL = container.GetConnectionString(), ForcePathStyle = true, AuthenticationRegion = "us-east-1" });
        await RoundTrip.RunAsync(new AmazonDynamoDBConfig { ServiceURL = container.GetConnectionString(), AuthenticationRegion = "us-east-1" });
    }
}
