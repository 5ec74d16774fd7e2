using RustStack.Core.Requests;
using RustStack.DynamoDb.Generated;

namespace RustStack.DynamoDb.Operations;

/// <summary>DescribeLimits. The quotas of a new account; none is enforced.</summary>
internal sealed class DescribeLimits : DescribeLimitsOperation
{
    private const long Account = 80_000;
    private const long Table = 40_000;

    /// <inheritdoc/>
    protected override ValueTask<DescribeLimitsOutput> HandleAsync(
        DescribeLimitsInput input, RequestContext context, CancellationToken cancellationToken) =>
        new(new DescribeLimitsOutput
        {
            AccountMaxReadCapacityUnits = Account,
            AccountMaxWriteCapacityUnits = Account,
            TableMaxReadCapacityUnits = Table,
            TableMaxWriteCapacityUnits = Table,
        });
}
