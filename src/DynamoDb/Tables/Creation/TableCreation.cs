using RustStack.Core.Ids;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.Policies;
using RustStack.DynamoDb.Tags;

namespace RustStack.DynamoDb.Tables.Creation;

/// <summary>Makes a table's definition of a request, or refuses it.</summary>
internal static class TableCreation
{
    /// <summary>Reads the request.</summary>
    /// <param name="input">The request.</param>
    /// <param name="context">Who asks, where and when.</param>
    /// <param name="ids">Gives the table's id.</param>
    /// <returns>What the table is to be.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public static TableDefinition Read(CreateTableInput input, RequestContext context, IdSource ids)
    {
        TableName name = TableNameRules.Read(input.TableName, context);
        RefuseUnsupported(input);
        RequireKey(input);
        IReadOnlyList<AttributeDefinition> attributes = input.AttributeDefinitions!;
        IReadOnlyList<KeySchemaElement> schema = input.KeySchema!;
        string billingMode = input.BillingMode ?? BillingMode.Provisioned;
        ThroughputRules.Check(billingMode, input.ProvisionedThroughput);

        ThroughputRules.CheckNewLimits(input.OnDemandThroughput, billingMode, indexName: null);
        ThroughputRules.CheckNewWarm(input.WarmThroughput, input.ProvisionedThroughput, indexName: null);
        StreamSpecification? stream = Stream(input.StreamSpecification);
        SSESpecification? encryption = EncryptionRules.Read(input.SSESpecification);
        IReadOnlyList<Tag> tags = TagRules.Merge([], input.Tags ?? []);
        string? policy = input.ResourcePolicy is { } text ? PolicyDocument.Read(text, new(name, StreamLabel: null)).Text : null;

        var keys = new KeySchemaRules(attributes);
        keys.CheckDefinitions();
        KeyLayout key = keys.ReadTable(schema);
        IndexRules indexes = Indexes(input, attributes, keys, key, billingMode);
        return new()
        {
            Name = name,
            Id = ids.NewUuid().ToString(),
            CreatedAt = context.Time,
            AttributeDefinitions = attributes,
            KeySchema = schema,
            Key = key,
            Indexes = indexes.Definitions,
            BillingMode = billingMode,
            OnDemandSince = billingMode == BillingMode.PayPerRequest ? context.Time : null,
            Throughput = ThroughputSettings.Of(input.ProvisionedThroughput, input.OnDemandThroughput, input.WarmThroughput),
            IndexThroughput = indexes.Throughput,
            StreamSpecification = stream,
            StreamLabel = stream is null ? null : StreamLabels.Of(context.Time),
            SseSpecification = encryption,
            TableClass = input.TableClass,
            DeletionProtectionEnabled = input.DeletionProtectionEnabled ?? false,
            Tags = tags,
            ResourcePolicies = policy is null ? [] : [new(StreamLabel: null, policy, context.Time.ToUnixTimeMilliseconds())],
        };
    }

    private static IndexRules Indexes(
        CreateTableInput input, IReadOnlyList<AttributeDefinition> attributes, KeySchemaRules keys, KeyLayout key, string billingMode)
    {
        var indexes = new IndexRules(keys, key, billingMode);
        bool hasIndexes = input.LocalSecondaryIndexes is not null || input.GlobalSecondaryIndexes is not null;
        if (!hasIndexes && attributes.Count != input.KeySchema!.Count)
            throw DynamoDbErrors.Validation(CreationErrorText.AttributeCountMismatch);
        indexes.ReadKeys(input.LocalSecondaryIndexes, input.GlobalSecondaryIndexes);
        if (keys.Used.Count != attributes.Count)
            throw DynamoDbErrors.Validation(CreationErrorText.UnusedDefinitions(keys.DefinedNames, keys.Used));
        indexes.CheckRest(input.GlobalSecondaryIndexes);
        return indexes;
    }

    private static void RefuseUnsupported(CreateTableInput input)
    {
        string? parameter = input switch
        {
            { GlobalTableSourceArn: not null } => nameof(input.GlobalTableSourceArn),
            { GlobalTableSettingsReplicationMode: not null } => nameof(input.GlobalTableSettingsReplicationMode),
            _ => null,
        };
        if (parameter is not null) throw DynamoDbErrors.Validation(CreationErrorText.NotSupported(parameter));
    }

    private static StreamSpecification? Stream(StreamSpecification? stream)
    {
        if (stream is not { StreamEnabled: true })
        {
            return stream?.StreamViewType is null ? null : throw DynamoDbErrors.Validation(CreationErrorText.ViewWithoutStream);
        }

        return stream.StreamViewType is null ? throw DynamoDbErrors.Validation(CreationErrorText.StreamWithoutView) : stream;
    }

    // The model leaves them out for copies of global tables; for every other table they are required like the members that it requires.
    private static void RequireKey(CreateTableInput input)
    {
        List<string> missing = [];
        if (input.AttributeDefinitions is null) missing.Add(CreationErrorText.MissingMember("attributeDefinitions"));
        if (input.KeySchema is null) missing.Add(CreationErrorText.MissingMember("keySchema"));
        if (missing.Count > 0) throw DynamoDbErrors.Constraints(missing);
    }
}
