using Microsoft.Extensions.Logging;
using RustStack.Core.Routing;
using RustStack.DynamoDb.Operations;
using RustStack.DynamoDb.Protocol;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Transactions;
using RustStack.Expressions;

namespace RustStack.DynamoDb;

/// <summary>Amazon DynamoDB and DynamoDB Streams.</summary>
public static partial class DynamoDbService
{
    /// <summary>Makes the service.</summary>
    /// <param name="options">Its settings.</param>
    /// <param name="environment">What the composition root gives it.</param>
    /// <returns>The router that answers the service's requests.</returns>
    public static IServiceRouter Create(DynamoDbOptions options, ServiceEnvironment environment)
    {
        ILogger logger = environment.Loggers.CreateLogger("RustStack.DynamoDb");
        if (!options.SkipSignatureValidation) LogUnverified(logger);
        var tables = new TableCatalog();
        var compiler = new ExpressionCompiler();
        DynamoDbOperation[] operations =
        [
            new BatchGetItem(tables, compiler),
            new BatchWriteItem(tables),
            new CreateTable(tables, environment.Ids),
            new DeleteItem(tables, compiler),
            new DeleteTable(tables),
            new DescribeTable(tables),
            new GetItem(tables, compiler),
            new ListTables(tables),
            new PutItem(tables, compiler),
            new Query(tables, compiler),
            new Scan(tables, compiler),
            new TransactGetItems(tables, compiler),
            new TransactWriteItems(tables, compiler, new TransactionTokens()),
            new UpdateItem(tables, compiler),
        ];
        return new DynamoDbRouter(operations, environment.Ids, logger);
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "DYNAMODB_SKIP_SIGNATURE_VALIDATION=false has no effect yet: DynamoDB signatures are not verified")]
    private static partial void LogUnverified(ILogger logger);
}
