using RustStack.S3.Buckets;
using RustStack.S3.Cors;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;
using RustStack.S3.Routing;

namespace RustStack.S3.Operations;

/// <summary>The preflight request by which a browser asks whether a page of another origin may send a request (not in the model).</summary>
/// <param name="buckets">The buckets.</param>
internal sealed class OptionsPreflight(BucketRegistry buckets) : S3Operation
{
    /// <inheritdoc/>
    public override string Name => "OptionsPreflight";

    /// <inheritdoc/>
    public override ValueTask InvokeAsync(S3Exchange exchange, CancellationToken cancellationToken)
    {
        if (exchange.Header("Origin") is not { Length: > 0 } origin) throw CorsErrors.NoOrigin();
        string? method = exchange.Header("Access-Control-Request-Method");
        if (method is null || !CorsRules.Methods.Contains(method)) throw CorsErrors.InvalidRequestMethod(method);
        IReadOnlyList<string> headers = WireValue.List(exchange.Header("Access-Control-Request-Headers")) ?? [];

        string resourceType = exchange.Target.Level == S3Level.Object ? "OBJECT" : "BUCKET";
        StoredBucket bucket = buckets.TryFind(exchange.Bucket) ?? throw CorsErrors.BucketNotFound(method, resourceType);
        IReadOnlyList<CORSRule> rules = bucket.Configuration.Cors ?? throw CorsErrors.NotEnabled(method, resourceType);
        CorsGrant grant = CorsRules.Find(rules, origin, method, headers) ?? throw CorsErrors.NotAllowed(method, resourceType);

        grant.Write(exchange);
        exchange.WriteEmpty();
        return ValueTask.CompletedTask;
    }
}
