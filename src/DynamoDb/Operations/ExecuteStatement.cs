using RustStack.Core.Requests;
using RustStack.DynamoDb.Capacity;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Reads;
using RustStack.DynamoDb.Statements;
using RustStack.DynamoDb.Tables;
using RustStack.Expressions.PartiQl;

namespace RustStack.DynamoDb.Operations;

/// <summary>ExecuteStatement.</summary>
internal sealed class ExecuteStatement(TableCatalog tables, StatementReader reader) : ExecuteStatementOperation
{
    /// <inheritdoc/>
    protected override async ValueTask<ExecuteStatementOutput> HandleAsync(
        ExecuteStatementInput input, RequestContext context, CancellationToken cancellationToken)
    {
        Statement statement = reader.Read(input.Statement, input.Parameters);
        if (statement is ExistsStatement) throw DynamoDbErrors.Validation(StatementErrorText.ExistsOutsideTransaction);
        if (!statement.IsRead && input is not { Limit: null, NextToken: null })
            throw DynamoDbErrors.Validation(StatementErrorText.ReadParametersOnWrite);
        Table table = tables.Get(statement.TableName, context);
        return statement is SelectStatement select ? Read(select, table, input) : await WriteAsync(statement, table, input);
    }

    private static ExecuteStatementOutput Read(SelectStatement select, Table table, ExecuteStatementInput input)
    {
        var parameterized = new ParameterizedStatement { Statement = input.Statement, Parameters = input.Parameters };
        Item? startKey = ReadToken.Read(parameterized, input.NextToken);
        SelectRead read = SelectRead.Of(select, table, input.ConsistentRead ?? false);

        PageAnswer page = read.Execute(startKey, input.Limit, input.ReturnConsumedCapacity);

        return new()
        {
            Items = page.Items,
            LastEvaluatedKey = page.LastEvaluatedKey,
            NextToken = ReadToken.Write(parameterized, page.LastEvaluatedKey),
            ConsumedCapacity = page.ConsumedCapacity,
        };
    }

    private static async ValueTask<ExecuteStatementOutput> WriteAsync(Statement statement, Table table, ExecuteStatementInput input)
    {
        CompletedWrite write = await StatementWrites
            .ActionOf(statement, table, input.Parameters, input.ReturnValuesOnConditionCheckFailure)
            .Bind(table).ExecuteAsync();

        var capacity = new CapacityReport(table.Definition, statement.TableName);
        capacity.AddWrite(write.Units);
        return new()
        {
            Items = StatementWrites.Returned(statement, write.Change) is { } item ? [item] : [],
            ConsumedCapacity = capacity.ToOutput(input.ReturnConsumedCapacity),
        };
    }
}
