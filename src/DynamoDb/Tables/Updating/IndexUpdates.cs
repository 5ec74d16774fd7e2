using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.Tables.Creation;

namespace RustStack.DynamoDb.Tables.Updating;

/// <summary>What an update makes of a table's global indexes.</summary>
/// <param name="table">The table as it is.</param>
/// <param name="billingMode">The table's billing mode afterwards.</param>
/// <param name="definitions">The attribute definitions of the request.</param>
/// <param name="now">The time.</param>
internal sealed class IndexUpdates(
    TableDefinition table, string billingMode, IReadOnlyList<AttributeDefinition>? definitions, DateTimeOffset now)
{
    private readonly List<IndexDefinition> _indexes = [.. table.Indexes];
    private readonly Dictionary<string, ThroughputSettings> _throughput = new(table.IndexThroughput, StringComparer.Ordinal);
    private readonly HashSet<string> _updated = new(StringComparer.Ordinal);
    private IReadOnlyList<AttributeDefinition> _attributes = table.AttributeDefinitions;

    /// <summary>The names of the indexes whose settings change.</summary>
    public IReadOnlySet<string> Updated => _updated;

    /// <summary>Applies the request's actions.</summary>
    /// <param name="updates">The actions: one for each entry, none twice for an index.</param>
    public void Apply(IReadOnlyList<GlobalSecondaryIndexUpdate> updates)
    {
        foreach (GlobalSecondaryIndexUpdate update in updates)
        {
            if (update.Create is { } create) Create(create);
            else if (update.Delete is { } delete) Delete(delete.IndexName);
            else Update(update.Update!);
        }

        FollowBillingMode();
    }

    /// <summary>Puts the indexes into a definition.</summary>
    /// <param name="after">The definition.</param>
    /// <returns>The definition with the indexes as they will be.</returns>
    public TableDefinition Into(TableDefinition after)
    {
        if (_indexes.SequenceEqual(table.Indexes)) return after with { IndexThroughput = _throughput };
        HashSet<string> used = [.. table.Key.Declared.Concat(_indexes.SelectMany(static index => index.Key.Declared)).Select(static key => key.Name)];
        return after with
        {
            Indexes = _indexes,
            IndexThroughput = _throughput,
            ContributorInsights = [.. after.ContributorInsights.Where(insights => IsThere(insights.IndexName))],
            AttributeDefinitions = [.. _attributes.Where(attribute => used.Contains(attribute.AttributeName!))],
        };
    }

    private bool IsThere(string? name) => name is null || _indexes.Exists(index => index.Name == name);

    private void Create(CreateGlobalSecondaryIndexAction create)
    {
        string name = create.IndexName;
        if (_indexes.Exists(index => index.Name == name)) throw DynamoDbErrors.Validation(UpdateErrorText.IndexExists);
        if (definitions is not { Count: > 0 }) throw DynamoDbErrors.Validation(UpdateErrorText.NoDefinitions(name));
        new KeySchemaRules(definitions).CheckDefinitions();
        _attributes = [.. _attributes, .. definitions.Where(added => !_attributes.Any(known => known.AttributeName == added.AttributeName))];
        KeyLayout key = new KeySchemaRules(_attributes).ReadGlobal(create.KeySchema, table.Key);
        ProjectionRules.Check(create.Projection);
        CheckNewThroughput(create);
        if (_indexes.Count(static index => index.IsGlobal) >= IndexRules.MostGlobalIndexes) throw TableStateErrors.TooManyIndexes();
        _indexes.Add(new() { Name = name, IsGlobal = true, KeySchema = create.KeySchema, Key = key, Projection = create.Projection });
        ProjectionRules.CheckTotal(_indexes);
        _throughput[name] = ThroughputSettings.Of(create.ProvisionedThroughput, create.OnDemandThroughput, create.WarmThroughput);
    }

    private void CheckNewThroughput(CreateGlobalSecondaryIndexAction create)
    {
        string name = create.IndexName;
        if (billingMode == BillingMode.PayPerRequest && create.ProvisionedThroughput is not null)
            throw DynamoDbErrors.Validation(UpdateErrorText.NewOnDemandIndexWithThroughput(name));
        if (billingMode == BillingMode.Provisioned && create.ProvisionedThroughput is null)
            throw DynamoDbErrors.Validation(UpdateErrorText.NewIndexWithoutThroughput(name));
        ThroughputRules.CheckBounds(create.ProvisionedThroughput, name);
        ThroughputRules.CheckNewLimits(create.OnDemandThroughput, billingMode, name);
        ThroughputRules.CheckNewWarm(create.WarmThroughput, create.ProvisionedThroughput, name);
    }

    private void Delete(string name)
    {
        _indexes.Remove(Find(name, "delete"));
        _throughput.Remove(name);
    }

    private void Update(UpdateGlobalSecondaryIndexAction update)
    {
        string name = update.IndexName;
        _ = Find(name, "update");
        ThroughputSettings throughput = _throughput[name];
        if (billingMode == BillingMode.PayPerRequest)
        {
            bool changesNothing = update is { OnDemandThroughput: null or { MaxReadRequestUnits: null, MaxWriteRequestUnits: null }, WarmThroughput: null };
            if (update.ProvisionedThroughput is not null || changesNothing)
                throw DynamoDbErrors.Validation(UpdateErrorText.OnDemandIndexWithThroughput(name));
            throughput = throughput.ToOnDemand();
        }
        else if (update.ProvisionedThroughput is { } requested)
        {
            ThroughputRules.CheckBounds(requested, name);
            if (throughput.Provisioned is { } current && current == requested)
                throw DynamoDbErrors.Validation(UpdateErrorText.SameThroughput(current, requested, name));
            throughput = throughput.Provision(requested, now);
        }
        else if (update.OnDemandThroughput is null && update.WarmThroughput is null)
        {
            throw DynamoDbErrors.Validation(UpdateErrorText.IndexWithoutThroughput(name));
        }

        ThroughputRules.CheckLimits(update.OnDemandThroughput, billingMode, name);
        ThroughputRules.CheckWarm(update.WarmThroughput, throughput.Warm, name);
        _throughput[name] = throughput.Limit(update.OnDemandThroughput).WarmUp(update.WarmThroughput);
        _updated.Add(name);
    }

    // Provisioned indexes get their throughput in the request that makes the table provisioned; on-demand ones lose theirs.
    private void FollowBillingMode()
    {
        if (billingMode == table.BillingMode) return;
        foreach (IndexDefinition index in _indexes.Where(static index => index.IsGlobal))
        {
            ThroughputSettings throughput = _throughput[index.Name];
            if (billingMode == BillingMode.PayPerRequest) _throughput[index.Name] = throughput.ToOnDemand();
            else if (throughput.Provisioned is null) throw DynamoDbErrors.Validation(UpdateErrorText.IndexWithoutThroughput(index.Name));
            _updated.Add(index.Name);
        }
    }

    private IndexDefinition Find(string name, string verb)
    {
        IndexDefinition index = _indexes.Find(index => index.Name == name) ?? throw TableStateErrors.IndexNotFound(table.Name, name);
        return index.IsGlobal ? index : throw DynamoDbErrors.Validation(UpdateErrorText.NotGlobal(verb, name));
    }
}
