using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Requests;
using RustStack.DynamoDb.Tables;
using RustStack.Expressions.Conditions;

namespace RustStack.DynamoDb.Writes;

/// <summary>What must hold for a write to happen.</summary>
/// <param name="Condition">The condition; null when the write is unconditional.</param>
/// <param name="ReturnsItem">Whether the error shows the item as it is.</param>
internal readonly record struct WriteCondition(Condition? Condition, bool ReturnsItem)
{
    /// <summary>Checks the condition's paths against a table.</summary>
    /// <param name="table">The table.</param>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public void CheckPaths(TableDefinition table) => KeyPathRules.Check(table, Condition?.FindAttributes());

    /// <summary>Checks the condition.</summary>
    /// <param name="before">The item as it is; null when there is none.</param>
    /// <returns>ConditionalCheckFailedException, or null when the condition holds.</returns>
    public ConditionalCheckFailedException? Check(Item? before) => Condition is { } condition && !condition.Matches(before ?? Item.Empty)
        ? new ConditionalCheckFailedException(ReturnsItem ? before : null)
        : null;
}
