using Microsoft.Extensions.Logging;
using RustStack.Core.Ids;
using RustStack.Core.Signing;

namespace RustStack.Core.Routing;

/// <summary>What the composition root gives every service beside its own options.</summary>
/// <param name="DefaultRegion">The region of requests that name none (<c>DEFAULT_REGION</c>).</param>
/// <param name="Time">The clock; read once per request by the gateway (<see cref="Requests.RequestContext.Time"/>), by sweeps on their own.</param>
/// <param name="Ids">The source of ids and randomness.</param>
/// <param name="Loggers">Makes the service's loggers.</param>
public sealed record ServiceEnvironment(string DefaultRegion, TimeProvider Time, IdSource Ids, ILoggerFactory Loggers)
{
    /// <summary>The key pairs that signature verification accepts, and the accounts of access keys.</summary>
    public AccessKeys Credentials { get; init; } = AccessKeys.None;
}
