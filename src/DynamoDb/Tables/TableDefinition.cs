using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Insights;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.KinesisDestinations;
using RustStack.DynamoDb.Policies;

namespace RustStack.DynamoDb.Tables;

/// <summary>
/// What a table is: everything about it but its items and the states that it passes through. A table that changes gets another definition.
/// </summary>
internal sealed record TableDefinition
{
    /// <summary>Where it is and what it is called.</summary>
    public required TableName Name { get; init; }

    /// <summary>Its id, a UUID that no other table ever has.</summary>
    public required string Id { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The attributes that the keys of table and indexes are made of.</summary>
    public required IReadOnlyList<AttributeDefinition> AttributeDefinitions { get; init; }

    /// <summary>The key as it was declared.</summary>
    public required IReadOnlyList<KeySchemaElement> KeySchema { get; init; }

    /// <summary>The key as it is encoded.</summary>
    public required KeyLayout Key { get; init; }

    /// <summary>The secondary indexes, the local ones first.</summary>
    public required IReadOnlyList<IndexDefinition> Indexes { get; init; }

    /// <summary>PROVISIONED or PAY_PER_REQUEST.</summary>
    public required string BillingMode { get; init; }

    /// <summary>When on-demand billing was last chosen; null when it never was.</summary>
    public DateTimeOffset? OnDemandSince { get; init; }

    /// <summary>The table's throughput.</summary>
    public ThroughputSettings Throughput { get; init; } = ThroughputSettings.Of(provisioned: null, onDemand: null, warm: null);

    /// <summary>The throughput of the global indexes, by their names.</summary>
    public IReadOnlyDictionary<string, ThroughputSettings> IndexThroughput { get; init; } = new Dictionary<string, ThroughputSettings>();

    /// <summary>The stream settings, when a stream is enabled.</summary>
    public StreamSpecification? StreamSpecification { get; init; }

    /// <summary>The label of the latest stream, which outlives it; null when there never was a stream.</summary>
    public string? StreamLabel { get; init; }

    /// <summary>The encryption settings, when it is not the default encryption.</summary>
    public SSESpecification? SseSpecification { get; init; }

    /// <summary>The table class, when the request named one.</summary>
    public string? TableClass { get; init; }

    /// <summary>When the table class was changed; null when it is the first.</summary>
    public DateTimeOffset? TableClassChangedAt { get; init; }

    /// <summary>Whether the table refuses to be deleted.</summary>
    public bool DeletionProtectionEnabled { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>The attribute that says when an item expires; null when time to live is disabled.</summary>
    public string? TimeToLiveAttribute { get; init; }

    /// <summary>Point-in-time recovery; null when it is disabled.</summary>
    public PointInTimeRecovery? PointInTimeRecovery { get; init; }

    /// <summary>The resource-based policies of the table and its stream.</summary>
    public IReadOnlyList<ResourcePolicy> ResourcePolicies { get; init; } = [];

    /// <summary>Contributor Insights of the table and its global indexes, where it was ever enabled.</summary>
    public IReadOnlyList<ContributorInsights> ContributorInsights { get; init; } = [];

    /// <summary>The Kinesis data streams that the table's changes are meant for, the newest first.</summary>
    public IReadOnlyList<KinesisDestination> KinesisDestinations { get; init; } = [];

    /// <summary>
    /// Whether the table has a local index, so that the items of one partition key are a collection with limits of its own.
    /// </summary>
    public bool HasLocalIndexes => Indexes is [{ IsGlobal: false }, ..];
}
