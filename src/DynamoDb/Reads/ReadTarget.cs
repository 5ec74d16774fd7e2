using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Reads;

/// <summary>The table or index that a query or scan reads.</summary>
/// <param name="Table">The table.</param>
/// <param name="Index">The index; null for the table itself.</param>
/// <param name="TableName">The table's name or ARN as the request has it.</param>
internal sealed record ReadTarget(Table Table, TableIndex? Index, string TableName)
{
    /// <summary>The key of what is read.</summary>
    public KeyLayout Key => Index?.Definition.Key ?? Table.Definition.Key;

    /// <summary>Finds what a request reads.</summary>
    /// <param name="table">The table.</param>
    /// <param name="tableName">Its name or ARN as the request has it.</param>
    /// <param name="indexName">The index, or null.</param>
    /// <param name="isConsistent">Whether the read is to be strongly consistent.</param>
    /// <returns>The target.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public static ReadTarget Of(Table table, string tableName, string? indexName, bool isConsistent)
    {
        if (indexName is null) return new(table, null, tableName);
        TableIndex index = table.FindIndex(indexName) ?? throw DynamoDbErrors.Validation(ReadErrorText.NoIndex(indexName));
        if (index.IsBackfilling is not null) throw DynamoDbErrors.Validation(ReadErrorText.BackfillingIndex(indexName));
        return isConsistent && index.Definition.IsGlobal
            ? throw DynamoDbErrors.Validation(ReadErrorText.ConsistentOnGlobalIndex)
            : new(table, index, tableName);
    }

    /// <summary>Encodes the key at which the page before ended. The item need not be there any more.</summary>
    /// <param name="startKey">The request's <c>ExclusiveStartKey</c>.</param>
    /// <returns>The key bytes.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException: it is no key of the target.</exception>
    public byte[] EncodeStartKey(Item startKey)
    {
        if (!KeyRules.MatchesSchema(Key.All, startKey)) throw DynamoDbErrors.Validation(ReadErrorText.StartKeyInvalid);
        if ((KeyRules.CheckValues(Table.Definition.Key, startKey) ?? KeyRules.CheckValues(Key, startKey)) is { } error)
            throw DynamoDbErrors.Validation(ReadErrorText.InvalidStartKey(error));
        return Key.Encode(startKey).ToArray();
    }

    /// <summary>The key of an entry, as <c>LastEvaluatedKey</c> shows it.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>The key attributes of index and table.</returns>
    public Item KeyOf(Item entry) => ItemEdit.Only(entry, Key.WireNames);
}
