using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.Requests;
using RustStack.DynamoDb.Tables;
using RustStack.Expressions.PartiQl;
using Condition = RustStack.Expressions.Conditions.Condition;

namespace RustStack.DynamoDb.Statements;

/// <summary>A SELECT of one item by its key, as batches and transactions have it.</summary>
internal sealed class ItemSelect
{
    private readonly ItemProjection? _columns;
    private readonly Condition? _filter;

    private ItemSelect(SelectStatement select, Table table, byte[] key, Condition? filter)
    {
        TableName = select.TableName;
        Table = table;
        Key = key;
        _columns = select.Columns is null ? null : new(select.Columns);
        _filter = filter;
    }

    /// <summary>The table's name or ARN as the statement has it.</summary>
    public string TableName { get; }

    /// <summary>The table.</summary>
    public Table Table { get; }

    /// <summary>The item's key bytes.</summary>
    public byte[] Key { get; }

    /// <summary>Validates a SELECT.</summary>
    /// <param name="select">The statement.</param>
    /// <param name="table">Its table.</param>
    /// <param name="otherwise">What is said of one that does not name one item.</param>
    /// <returns>The SELECT.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public static ItemSelect Of(SelectStatement select, Table table, string otherwise)
    {
        KeyLayout layout = table.Definition.Key;
        ItemMatch? match = select is { IndexName: null, Order: [] }
            ? select.Where?.FindItem([.. layout.Declared.Select(static attribute => attribute.Name)])
            : null;
        if (match is null) throw DynamoDbErrors.Validation(otherwise);
        Item key = ItemEdit.Of(match.Key);
        if (KeyRules.CheckKey(layout, key) is { } error) throw DynamoDbErrors.Validation(error);
        KeyPathRules.Check(table.Definition, select.Columns?.Attributes);
        KeyPathRules.Check(table.Definition, match.Rest?.FindAttributes());
        return new(select, table, layout.Encode(key).ToArray(), match.Rest);
    }

    /// <summary>What the statement returns of its item.</summary>
    /// <param name="item">The item as it is; null when there is none.</param>
    /// <returns>Its columns; null when there is no such item.</returns>
    public Item? Apply(Item? item)
    {
        if (item is null || _filter?.Matches(item) == false) return null;
        return _columns is null ? item : _columns.Apply(item);
    }
}
