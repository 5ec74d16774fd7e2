using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.Requests;
using RustStack.DynamoDb.Tables;
using RustStack.Expressions;

namespace RustStack.DynamoDb.Transactions;

/// <summary>One read of TransactGetItems.</summary>
/// <param name="TableName">The table's name or ARN as the request has it.</param>
/// <param name="Table">The table.</param>
/// <param name="Key">The item's key.</param>
/// <param name="Projection">What is returned of the item; null for all.</param>
internal sealed record TransactionRead(string TableName, Table Table, Item Key, ItemProjection? Projection)
{
    /// <summary>Compiles a read's projection, before its table is looked for.</summary>
    /// <param name="get">The read.</param>
    /// <param name="compiler">Compiles it.</param>
    /// <returns>The projection; null for whole items.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public static ItemProjection? ReadProjection(Get get, ExpressionCompiler compiler)
    {
        ItemRules.Check(get.Key);
        var expressions = new RequestExpressions(compiler, get.ExpressionAttributeNames, values: null);
        ItemProjection? projection = expressions.Projection(get.ProjectionExpression, attributesToGet: null);
        // Without an expression, names may be there and be used by nothing.
        if (projection is not null) expressions.End();
        return projection;
    }

    /// <summary>Checks the read against the key of its table, which is a reason to cancel the transaction.</summary>
    /// <returns>What is wrong in AWS's words, or null.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException: a value of the key is empty or too long.</exception>
    public string? CheckSchema()
    {
        KeyLayout layout = Table.Definition.Key;
        string? mismatch = KeyRules.CheckKeySchema(layout, Key);
        if (mismatch is null && KeyRules.CheckValues(layout, Key) is { } error) throw DynamoDbErrors.Validation(error);
        KeyPathRules.Check(Table.Definition, Projection?.Attributes);
        return mismatch;
    }
}
