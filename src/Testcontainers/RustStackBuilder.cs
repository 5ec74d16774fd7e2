using System;
using System.Linq;
using System.Reflection;
using Docker.DotNet.Models;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;

namespace RustStack.Testcontainers;

/// <summary>
/// Builds a container that serves Amazon S3 and DynamoDB: <c>new RustStackBuilder().Build()</c>. Its port is published on a free port of this
/// machine, and <c>StartAsync</c> returns once it is healthy.
/// </summary>
public sealed class RustStackBuilder : ContainerBuilder<RustStackBuilder, RustStackContainer, RustStackConfiguration>
{
    /// <summary>The port on which the instance listens in its container.</summary>
    public const ushort Port = 4566;

    /// <summary>Where a persistent instance keeps its state: mount a volume here to keep it beyond the container.</summary>
    public const string DataDirectory = "/data";

    /// <summary>Starts with <see cref="DefaultImage"/>.</summary>
    public RustStackBuilder()
        : this(DefaultImage)
    {
    }

    /// <summary>Starts with an image.</summary>
    /// <param name="image">The image, such as <c>registry/ruststack:1.2.3</c>.</param>
    public RustStackBuilder(string image)
        : this(new RustStackConfiguration()) => DockerResourceConfiguration = Init().WithImage(image).DockerResourceConfiguration;

    private RustStackBuilder(RustStackConfiguration configuration)
        : base(configuration) => DockerResourceConfiguration = configuration;

    /// <summary>The image of this package's version; the variable <c>RUSTSTACK_IMAGE</c> names another.</summary>
    public static string DefaultImage => Environment.GetEnvironmentVariable("RUSTSTACK_IMAGE") is { Length: > 0 } image
        ? image
        : typeof(RustStackBuilder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(static item => item.Key == nameof(DefaultImage)).Value!;

    /// <inheritdoc/>
    protected override RustStackConfiguration DockerResourceConfiguration { get; }

    /// <summary>Saves every change to <see cref="DataDirectory"/>, so that the state outlives a restart of the container.</summary>
    /// <returns>A builder with this setting.</returns>
    public RustStackBuilder WithPersistence() => WithEnvironment("PERSISTENCE", "1").WithEnvironment("DATA_DIR", DataDirectory);

    /// <summary>Saves every change to a volume, so that the state outlives the container.</summary>
    /// <param name="volumeName">The volume's name; it is made where there is none.</param>
    /// <returns>A builder with this setting.</returns>
    public RustStackBuilder WithPersistence(string volumeName) => WithPersistence().WithVolumeMount(volumeName, DataDirectory);

    /// <summary>Runs only these services.</summary>
    /// <param name="services">Names: <c>s3</c>, <c>dynamodb</c>.</param>
    /// <returns>A builder with this setting.</returns>
    public RustStackBuilder WithServices(params string[] services) => WithEnvironment("SERVICES", string.Join(",", services));

    /// <summary>Sets the region of requests that name none, and of the clients' configurations that the container gives.</summary>
    /// <param name="region">The region, such as <c>eu-west-1</c>.</param>
    /// <returns>A builder with this setting.</returns>
    public RustStackBuilder WithRegion(string region) => WithEnvironment(RustStackContainer.RegionVariable, region);

    /// <inheritdoc/>
    public override RustStackContainer Build()
    {
        Validate();
        return new RustStackContainer(DockerResourceConfiguration);
    }

    /// <inheritdoc/>
    protected override RustStackBuilder Init() => base.Init()
        .WithPortBinding(Port, true)
        .WithWaitStrategy(Wait.ForUnixContainer().UntilHttpRequestIsSucceeded(
            static request => request.ForPath("/_localstack/health").ForPort(Port)));

    /// <inheritdoc/>
    protected override RustStackBuilder Clone(IResourceConfiguration<CreateContainerParameters> resourceConfiguration) =>
        Merge(DockerResourceConfiguration, new RustStackConfiguration(resourceConfiguration));

    /// <inheritdoc/>
    protected override RustStackBuilder Clone(IContainerConfiguration resourceConfiguration) =>
        Merge(DockerResourceConfiguration, new RustStackConfiguration(resourceConfiguration));

    /// <inheritdoc/>
    protected override RustStackBuilder Merge(RustStackConfiguration oldValue, RustStackConfiguration newValue) =>
        new(new RustStackConfiguration(oldValue, newValue));
}
