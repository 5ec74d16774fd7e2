using RustStack.Core.Requests;
using RustStack.DynamoDb.Generated;

namespace RustStack.DynamoDb.Operations;

/// <summary>DescribeEndpoints. The endpoint is the host that the request names: a client that goes on there stays here.</summary>
internal sealed class DescribeEndpoints : DescribeEndpointsOperation
{
    private const long CacheMinutes = 1440;

    /// <inheritdoc/>
    protected override ValueTask<DescribeEndpointsResponse> HandleAsync(
        DescribeEndpointsRequest input, RequestContext context, CancellationToken cancellationToken) =>
        new(new DescribeEndpointsResponse { Endpoints = [new() { Address = context.Host, CachePeriodInMinutes = CacheMinutes }] });
}
