using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Requests;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Transactions;
using RustStack.Expressions.PartiQl;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Statements;

/// <summary>Makes the actions that INSERT, UPDATE, DELETE and EXISTS are, and what they answer with.</summary>
internal static class StatementWrites
{
    /// <summary>Makes the action of a statement.</summary>
    /// <param name="statement">The statement, no SELECT.</param>
    /// <param name="table">Its table.</param>
    /// <param name="parameters">Its parameters, or null; they count for the size of a transaction.</param>
    /// <param name="returnValuesOnFailure">The request's <c>ReturnValuesOnConditionCheckFailure</c>.</param>
    /// <returns>The action.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public static TransactionAction ActionOf(
        Statement statement, Table table, IReadOnlyList<AttributeValue>? parameters, string? returnValuesOnFailure)
    {
        bool returnsItem = returnValuesOnFailure == ReturnValuesOnConditionCheckFailure.AllOld;
        int bytes = 0;
        foreach (AttributeValue parameter in parameters ?? []) bytes += AttributeSize.Of(parameter);
        return statement switch
        {
            InsertStatement insert => new(TransactionActionKind.Insert, insert.TableName, ItemOf(insert.Item), null, default, ValueBytes: 0),
            UpdateStatement update => OfUpdate(update, Match(update.Where, table), returnsItem) with { ValueBytes = bytes },
            DeleteStatement delete => OfDelete(delete, Match(delete.Where, table), returnsItem),
            ExistsStatement exists => OfExists(exists.Select, table, returnsItem),
            _ => throw new ArgumentException("A SELECT changes nothing.", nameof(statement)),
        };
    }

    /// <summary>What a statement shows of the item that it changed.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="change">The change.</param>
    /// <returns>The item, or what changed of it; null when nothing is asked for, or there is nothing.</returns>
    public static Item? Returned(Statement statement, in ItemChange change) => statement switch
    {
        DeleteStatement { Returning: Returning.AllOld } or UpdateStatement { Returning: Returning.AllOld } => change.Before,
        UpdateStatement { Returning: Returning.AllNew } => change.After,
        UpdateStatement { Returning: Returning.ModifiedOld } update => Modified(update, change.Before),
        UpdateStatement { Returning: Returning.ModifiedNew } update => Modified(update, change.After),
        _ => null,
    };

    private static TransactionAction OfUpdate(UpdateStatement update, ItemMatch match, bool returnsItem) => new(
        TransactionActionKind.Update,
        update.TableName,
        ItemEdit.Of(match.Key),
        update.Update,
        new(match.RequireItem(), returnsItem),
        ValueBytes: 0);

    private static TransactionAction OfDelete(DeleteStatement delete, ItemMatch match, bool returnsItem) => new(
        TransactionActionKind.Delete,
        delete.TableName,
        ItemEdit.Of(match.Key),
        Update: null,
        new(match.AllowNoItem(), returnsItem),
        ValueBytes: 0);

    private static TransactionAction OfExists(SelectStatement select, Table table, bool returnsItem)
    {
        ItemMatch? match = select.IndexName is null ? select.Where?.FindItem(KeyNames(table)) : null;
        return match is { Rest: { } rest }
            ? new(TransactionActionKind.Check, select.TableName, ItemEdit.Of(match.Key), null, new(rest, returnsItem), ValueBytes: 0)
            : throw DynamoDbErrors.Validation(StatementErrorText.ExistsNotOneItem);
    }

    private static ItemMatch Match(WhereClause? where, Table table) =>
        where?.FindItem(KeyNames(table)) ?? throw DynamoDbErrors.Validation(StatementErrorText.NotOneItem);

    private static string[] KeyNames(Table table) => [.. table.Definition.Key.Declared.Select(static attribute => attribute.Name)];

    private static Item ItemOf(MapValue map)
    {
        foreach ((string name, AttributeValue value) in map.Values)
        {
            if (name.Length == 0) throw DynamoDbErrors.Validation(ItemErrorText.EmptyName);
            if (AttributeDepth.IsExceeded(value)) throw DynamoDbErrors.Validation(ItemErrorText.NestedTooDeep);
        }

        Item item = ItemEdit.Of(map.Values);
        ItemRules.CheckPut(item);
        return item;
    }

    private static Item? Modified(UpdateStatement update, Item? item)
    {
        Item? modified = item is null ? null : new ItemProjection(update.Update.UpdatedPaths).Apply(item);
        return modified is { Count: > 0 } ? modified : null;
    }
}
