using RustStack.Core.Routing;
#if WITH_DYNAMODB
using RustStack.DynamoDb;
#endif
#if WITH_S3
using RustStack.S3;
#endif
using RustStack.Server.Settings;
using RustStack.Storage.Sqlite;

namespace RustStack.Server.Hosting;

/// <summary>The services of this build: one line each.</summary>
internal static class ServiceComposition
{
    /// <summary>Makes the services that the settings ask for.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="environment">What every service is given.</param>
    /// <param name="state">Where they save and load; null to keep everything in memory.</param>
    /// <returns>The services in the order in which the gateway asks them; S3, which answers whatever is left, is the last.</returns>
    public static IReadOnlyList<IServiceRouter> Create(ServerOptions options, ServiceEnvironment environment, StateDirectory? state)
    {
        List<IServiceRouter> services = [];
#if WITH_DYNAMODB
        if (options.Services.DynamoDb) services.Add(DynamoDbService.Create(options.DynamoDb, environment, state?.Tables));
#endif
#if WITH_S3
        if (options.Services.S3) services.Add(S3Service.Create(options.S3, environment, state?.Buckets));
#endif
        return services;
    }
}
