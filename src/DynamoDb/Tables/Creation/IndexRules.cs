using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Keys;

namespace RustStack.DynamoDb.Tables.Creation;

/// <summary>Reads the secondary indexes of a table that is created: first all keys, then, when every definition has its use, the rest.</summary>
/// <param name="keys">Reads their key schemas.</param>
/// <param name="table">The table's key.</param>
/// <param name="billingMode">The table's billing mode.</param>
internal sealed class IndexRules(KeySchemaRules keys, KeyLayout table, string billingMode)
{
    /// <summary>The most global indexes that a table may have.</summary>
    public const int MostGlobalIndexes = 20;

    private const int MostLocalIndexes = 5;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<IndexDefinition> _definitions = [];
    private readonly Dictionary<string, ThroughputSettings> _throughput = new(StringComparer.Ordinal);

    /// <summary>The indexes, the local ones first.</summary>
    public IReadOnlyList<IndexDefinition> Definitions => _definitions;

    /// <summary>The throughput of the global indexes, by their names.</summary>
    public IReadOnlyDictionary<string, ThroughputSettings> Throughput => _throughput;

    /// <summary>Reads the keys of all indexes.</summary>
    /// <param name="locals">The local indexes, or null.</param>
    /// <param name="globals">The global indexes, or null.</param>
    public void ReadKeys(IReadOnlyList<LocalSecondaryIndex>? locals, IReadOnlyList<GlobalSecondaryIndex>? globals)
    {
        if (locals is { Count: 0 }) throw DynamoDbErrors.Validation(CreationErrorText.EmptyLocalIndexes);
        if (globals is { Count: 0 }) throw DynamoDbErrors.Validation(CreationErrorText.EmptyGlobalIndexes);
        if (locals is not null && table.Sort.Length == 0) throw DynamoDbErrors.Validation(CreationErrorText.LocalIndexWithoutTableRange);
        foreach (LocalSecondaryIndex index in locals ?? []) _definitions.Add(ReadKey(index));
        foreach (GlobalSecondaryIndex index in globals ?? []) _definitions.Add(ReadKey(index));
    }

    /// <summary>Checks what the indexes have beside their keys.</summary>
    /// <param name="globals">The global indexes, or null.</param>
    public void CheckRest(IReadOnlyList<GlobalSecondaryIndex>? globals)
    {
        foreach (IndexDefinition index in _definitions.Where(static index => !index.IsGlobal)) Check(index);
        if (_definitions.Count(static index => !index.IsGlobal) > MostLocalIndexes)
            throw DynamoDbErrors.Validation(CreationErrorText.TooManyLocalIndexes);

        int first = _definitions.Count - (globals?.Count ?? 0);
        for (int i = first; i < _definitions.Count; i++)
        {
            Check(_definitions[i]);
            _throughput[_definitions[i].Name] = ReadThroughput(globals![i - first]);
        }

        if (globals?.Count > MostGlobalIndexes) throw DynamoDbErrors.Validation(CreationErrorText.TooManyGlobalIndexes);
        ProjectionRules.CheckTotal(_definitions);
    }

    private IndexDefinition ReadKey(LocalSecondaryIndex index)
    {
        KeyLayout key = keys.ReadLocal(index.KeySchema, table);
        string hash = key.Partition[0].Name;
        if (key.Sort.Length == 0) throw DynamoDbErrors.Validation(CreationErrorText.LocalIndexWithoutRange(index.IndexName));
        if (hash != table.Partition[0].Name)
            throw DynamoDbErrors.Validation(CreationErrorText.LocalIndexWithOtherHash(index.IndexName, hash, table.Partition[0].Name));
        return new() { Name = index.IndexName, IsGlobal = false, KeySchema = index.KeySchema, Key = key, Projection = index.Projection };
    }

    private IndexDefinition ReadKey(GlobalSecondaryIndex index) => new()
    {
        Name = index.IndexName!,
        IsGlobal = true,
        KeySchema = index.KeySchema!,
        Key = keys.ReadGlobal(index.KeySchema!, table),
        Projection = index.Projection!,
    };

    private void Check(IndexDefinition index)
    {
        ProjectionRules.Check(index.Projection);
        if (!_names.Add(index.Name)) throw DynamoDbErrors.Validation(CreationErrorText.DuplicateIndex(index.Name));
    }

    private ThroughputSettings ReadThroughput(GlobalSecondaryIndex index)
    {
        string name = index.IndexName!;
        if (billingMode == BillingMode.PayPerRequest && index.ProvisionedThroughput is not null)
            throw DynamoDbErrors.Validation(CreationErrorText.OnDemandIndexWithThroughput(name));
        if (billingMode == BillingMode.Provisioned && index.ProvisionedThroughput is null)
            throw DynamoDbErrors.Validation(CreationErrorText.IndexWithoutThroughput(name));
        ThroughputRules.CheckBounds(index.ProvisionedThroughput, name);
        ThroughputRules.CheckNewLimits(index.OnDemandThroughput, billingMode, name);
        ThroughputRules.CheckNewWarm(index.WarmThroughput, index.ProvisionedThroughput, name);
        return ThroughputSettings.Of(index.ProvisionedThroughput, index.OnDemandThroughput, index.WarmThroughput);
    }
}
