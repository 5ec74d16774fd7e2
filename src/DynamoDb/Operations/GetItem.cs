using RustStack.Core.Requests;
using RustStack.DynamoDb.Capacity;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.Requests;
using RustStack.DynamoDb.Tables;
using RustStack.Expressions;

namespace RustStack.DynamoDb.Operations;

/// <summary>GetItem.</summary>
internal sealed class GetItem(TableCatalog tables, ExpressionCompiler compiler) : GetItemOperation
{
    /// <inheritdoc/>
    protected override ValueTask<GetItemOutput> HandleAsync(GetItemInput input, RequestContext context, CancellationToken cancellationToken)
    {
        ItemProjection? projection = ReadProjection(input);
        Table table = tables.Get(input.TableName, context);
        KeyLayout layout = table.Definition.Key;
        if (KeyRules.CheckKey(layout, input.Key) is { } error) throw DynamoDbErrors.Validation(error);
        KeyPathRules.Check(table.Definition, projection?.Attributes);

        Item? item = Find(table, layout.Encode(input.Key));

        var capacity = new CapacityReport(table.Definition, input.TableName);
        capacity.AddTableRead(ReadUnits.Of(item?.SizeBytes ?? 0, input.ConsistentRead ?? false));
        return new(new GetItemOutput
        {
            Item = item is null || projection is null ? item : projection.Apply(item),
            ConsumedCapacity = capacity.ToOutput(input.ReturnConsumedCapacity),
        });
    }

    private static Item? Find(Table table, ReadOnlySpan<byte> key)
    {
        using (table.Enter()) return table.Find(key);
    }

    private ItemProjection? ReadProjection(GetItemInput input)
    {
        var expressions = new RequestExpressions(compiler, input.ExpressionAttributeNames, values: null);
        expressions.Begin(
            [new(nameof(input.ProjectionExpression), input.ProjectionExpression)],
            [new(nameof(input.AttributesToGet), input.AttributesToGet)]);
        ItemRules.Check(input.Key);
        ItemProjection? projection = expressions.Projection(input.ProjectionExpression, input.AttributesToGet);
        expressions.End();
        return projection;
    }
}
