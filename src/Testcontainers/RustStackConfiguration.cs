using Docker.DotNet.Models;
using DotNet.Testcontainers.Configurations;

namespace RustStack.Testcontainers;

/// <summary>What a RustStack container is made from: nothing beyond what every container has.</summary>
public sealed class RustStackConfiguration : ContainerConfiguration
{
    /// <summary>Makes an empty configuration.</summary>
    public RustStackConfiguration()
    {
    }

    /// <summary>Takes the settings of a resource.</summary>
    /// <param name="resourceConfiguration">The resource's configuration.</param>
    public RustStackConfiguration(IResourceConfiguration<CreateContainerParameters> resourceConfiguration)
        : base(resourceConfiguration)
    {
    }

    /// <summary>Takes the settings of a container.</summary>
    /// <param name="resourceConfiguration">The container's configuration.</param>
    public RustStackConfiguration(IContainerConfiguration resourceConfiguration)
        : base(resourceConfiguration)
    {
    }

    /// <summary>Merges two configurations.</summary>
    /// <param name="oldValue">The one whose values give way.</param>
    /// <param name="newValue">The one whose values win.</param>
    public RustStackConfiguration(RustStackConfiguration oldValue, RustStackConfiguration newValue)
        : base(oldValue, newValue)
    {
    }
}
