using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Keys;

namespace RustStack.DynamoDb.Tables.Creation;

/// <summary>Reads the secondary indexes of a table that is created.</summary>
/// <param name="keys">Reads their key schemas.</param>
/// <param name="table">The table's key.</param>
/// <param name="billingMode">The table's billing mode.</param>
internal sealed class IndexRules(KeySchemaRules keys, KeyLayout table, string billingMode)
{
    private const int MostLocalIndexes = 5;
    private const int MostGlobalIndexes = 20;
    private const int MostAttributesOfGlobalKeys = 4;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Reads the local indexes.</summary>
    /// <param name="indexes">The indexes, or null.</param>
    /// <returns>What they are.</returns>
    public IReadOnlyList<IndexDefinition> ReadLocal(IReadOnlyList<LocalSecondaryIndex>? indexes)
    {
        if (indexes is null) return [];
        if (indexes.Count == 0) throw DynamoDbErrors.Validation(CreationErrorText.EmptyLocalIndexes);
        if (table.Sort.Length == 0) throw DynamoDbErrors.Validation(CreationErrorText.LocalIndexWithoutTableRange);
        List<IndexDefinition> definitions = [.. indexes.Select(ReadLocal)];
        if (indexes.Count > MostLocalIndexes) throw DynamoDbErrors.Validation(CreationErrorText.TooManyLocalIndexes);
        return definitions;
    }

    /// <summary>Reads the global indexes.</summary>
    /// <param name="indexes">The indexes, or null.</param>
    /// <returns>What they are.</returns>
    public IReadOnlyList<IndexDefinition> ReadGlobal(IReadOnlyList<GlobalSecondaryIndex>? indexes)
    {
        if (indexes is null) return [];
        if (indexes.Count == 0) throw DynamoDbErrors.Validation(CreationErrorText.EmptyGlobalIndexes);
        List<IndexDefinition> definitions = [.. indexes.Select(ReadGlobal)];
        if (indexes.Count > MostGlobalIndexes) throw DynamoDbErrors.Validation(CreationErrorText.TooManyGlobalIndexes);
        return definitions;
    }

    private static void CheckProjection(Projection projection)
    {
        if (projection.ProjectionType is not { } type) throw DynamoDbErrors.Validation(CreationErrorText.NoProjectionType);
        if (type == ProjectionType.Include && projection.NonKeyAttributes is null)
            throw DynamoDbErrors.Validation(CreationErrorText.IncludeWithoutNames);
        if (type != ProjectionType.Include && projection.NonKeyAttributes is not null)
            throw DynamoDbErrors.Validation(CreationErrorText.NamesWithoutInclude(type));
    }

    private IndexDefinition ReadLocal(LocalSecondaryIndex index)
    {
        KeyLayout key = keys.ReadIndex(index.KeySchema, table, mostOfEach: 1);
        string hash = key.Partition[0].Name;
        if (key.Sort.Length == 0) throw DynamoDbErrors.Validation(CreationErrorText.LocalIndexWithoutRange(index.IndexName));
        if (hash != table.Partition[0].Name)
            throw DynamoDbErrors.Validation(CreationErrorText.LocalIndexWithOtherHash(index.IndexName, hash, table.Partition[0].Name));
        CheckProjection(index.Projection);
        CheckName(index.IndexName);
        return new() { Name = index.IndexName, IsGlobal = false, KeySchema = index.KeySchema, Key = key, Projection = index.Projection };
    }

    private IndexDefinition ReadGlobal(GlobalSecondaryIndex index)
    {
        string name = index.IndexName!;
        KeyLayout key = keys.ReadIndex(index.KeySchema!, table, MostAttributesOfGlobalKeys);
        CheckProjection(index.Projection!);
        CheckName(name);
        if (billingMode == BillingMode.PayPerRequest && index.ProvisionedThroughput is not null)
            throw DynamoDbErrors.Validation(CreationErrorText.OnDemandIndexWithThroughput(name));
        if (billingMode == BillingMode.Provisioned && index.ProvisionedThroughput is null)
            throw DynamoDbErrors.Validation(CreationErrorText.IndexWithoutThroughput(name));
        ThroughputRules.CheckBounds(index.ProvisionedThroughput, name);
        return new()
        {
            Name = name,
            IsGlobal = true,
            KeySchema = index.KeySchema!,
            Key = key,
            Projection = index.Projection!,
            ProvisionedThroughput = index.ProvisionedThroughput,
            OnDemandThroughput = index.OnDemandThroughput,
            WarmThroughput = index.WarmThroughput,
        };
    }

    private void CheckName(string name)
    {
        if (!_names.Add(name)) throw DynamoDbErrors.Validation(CreationErrorText.DuplicateIndex(name));
    }
}
