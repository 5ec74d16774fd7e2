using System;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using DotNet.Testcontainers.Containers;

namespace RustStack.Testcontainers;

/// <summary>A RustStack container, and what an AWS client needs to reach it.</summary>
public sealed class RustStackContainer : DockerContainer
{
    internal const string RegionVariable = "DEFAULT_REGION";
    private const string DefaultRegion = "us-east-1";

    private readonly string _region;

    internal RustStackContainer(RustStackConfiguration configuration)
        : base(configuration) =>
        _region = configuration.Environments.TryGetValue(RegionVariable, out string? region) ? region : DefaultRegion;

    /// <summary>Credentials that the container accepts: <c>test</c> and <c>test</c>.</summary>
    /// <returns>New credentials.</returns>
    public static AWSCredentials GetCredentials() => new BasicAWSCredentials("test", "test");

    /// <summary>The instance's address, as the <c>ServiceURL</c> of an AWS client takes it.</summary>
    /// <returns>A URL such as <c>http://127.0.0.1:49153/</c>.</returns>
    public string GetConnectionString() => new UriBuilder(Uri.UriSchemeHttp, Hostname, GetMappedPublicPort(RustStackBuilder.Port)).ToString();

    /// <summary>The configuration of an S3 client: the address, path-style buckets, the region.</summary>
    /// <returns>A new configuration.</returns>
    public AmazonS3Config GetS3Config() => new()
    {
        ServiceURL = GetConnectionString(),
        ForcePathStyle = true,
        AuthenticationRegion = _region,
    };

    /// <summary>The configuration of a DynamoDB client: the address, the region.</summary>
    /// <returns>A new configuration.</returns>
    public AmazonDynamoDBConfig GetDynamoDbConfig() => new()
    {
        ServiceURL = GetConnectionString(),
        AuthenticationRegion = _region,
    };
}
