namespace RustStack.Core.Requests;

/// <summary>Who asks, where, when: what every operation knows of its request besides its own input.</summary>
/// <param name="RequestId">The id that the answer carries and the log names, in the service's form (<see cref="Ids.IdSource"/>).</param>
/// <param name="AccountId">The caller's account: 12 digits.</param>
/// <param name="Region">The region that the signature's credential scope names, else the default region.</param>
/// <param name="Time">The time of the request, read once from the injected <see cref="TimeProvider"/>.</param>
public sealed record RequestContext(string RequestId, string AccountId, string Region, DateTimeOffset Time)
{
    /// <summary>The host, with its port where it has one, that the request names: where the caller finds this instance.</summary>
    public string Host { get; init; } = "";

    /// <summary>The account of every caller whose access key is not itself a 12-digit account id.</summary>
    public const string DefaultAccountId = "000000000000";
}
