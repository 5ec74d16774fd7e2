using RustStack.DynamoDb.Generated;

namespace RustStack.DynamoDb.Backups;

/// <summary>What a restored table is to have other than its source: null, or a null member, for what the source has.</summary>
/// <param name="BillingMode">The billing mode.</param>
/// <param name="Globals">The global indexes that it is to have, of those of the source; an empty list for none.</param>
/// <param name="Locals">The local indexes.</param>
/// <param name="Provisioned">The provisioned throughput.</param>
/// <param name="OnDemand">The on-demand limits.</param>
/// <param name="Encryption">The encryption.</param>
internal sealed record RestoreOverrides(
    string? BillingMode,
    IReadOnlyList<GlobalSecondaryIndex>? Globals,
    IReadOnlyList<LocalSecondaryIndex>? Locals,
    ProvisionedThroughput? Provisioned,
    OnDemandThroughput? OnDemand,
    SSESpecification? Encryption);
