using Microsoft.Extensions.Logging;
using RustStack.Core.Background;
using RustStack.Core.Routing;
using RustStack.DynamoDb.Backups;
using RustStack.DynamoDb.Expiry;
using RustStack.DynamoDb.Operations;
using RustStack.DynamoDb.Persistence;
using RustStack.DynamoDb.Protocol;
using RustStack.DynamoDb.Statements;
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
    /// <param name="storage">Where tables are saved, and loaded from; null to keep everything in memory.</param>
    /// <returns>The router that answers the service's requests.</returns>
    /// <exception cref="Core.Persistence.StateException">What was saved cannot be read.</exception>
    public static IServiceRouter Create(DynamoDbOptions options, ServiceEnvironment environment, ITableStorage? storage = null)
    {
        ILogger logger = environment.Loggers.CreateLogger("RustStack.DynamoDb");
        var tables = new TableCatalog(options.StatusDelay, storage, environment.Time);
        var backups = new BackupCatalog(environment.Ids, storage);
        var compiler = new ExpressionCompiler();
        var statements = new StatementReader(new());
        var tokens = new TransactionTokens(storage?.Tokens());
        DynamoDbOperation[] operations =
        [
            new BatchExecuteStatement(tables, statements),
            new BatchGetItem(tables, compiler),
            new BatchWriteItem(tables),
            new CreateBackup(tables, backups),
            new CreateTable(tables, environment.Ids),
            new DeleteBackup(tables, backups),
            new DeleteItem(tables, compiler),
            new DeleteResourcePolicy(tables),
            new DeleteTable(tables, backups),
            new DescribeBackup(backups),
            new DescribeContinuousBackups(tables),
            new DescribeContributorInsights(tables),
            new DescribeEndpoints(),
            new DescribeKinesisStreamingDestination(tables),
            new DescribeLimits(),
            new DescribeTable(tables),
            new DescribeTimeToLive(tables),
            new DisableKinesisStreamingDestination(tables),
            new EnableKinesisStreamingDestination(tables),
            new ExecuteStatement(tables, statements),
            new ExecuteTransaction(tables, statements, tokens),
            new GetItem(tables, compiler),
            new GetResourcePolicy(tables),
            new ListBackups(backups),
            new ListContributorInsights(tables),
            new ListTables(tables),
            new ListTagsOfResource(tables),
            new PutItem(tables, compiler),
            new PutResourcePolicy(tables),
            new Query(tables, compiler),
            new RestoreTableFromBackup(tables, backups, environment.Ids),
            new RestoreTableToPointInTime(tables, environment.Ids),
            new Scan(tables, compiler),
            new TagResource(tables),
            new TransactGetItems(tables, compiler),
            new TransactWriteItems(tables, compiler, tokens),
            new UntagResource(tables),
            new UpdateContinuousBackups(tables),
            new UpdateContributorInsights(tables),
            new UpdateItem(tables, compiler),
            new UpdateKinesisStreamingDestination(tables),
            new UpdateTable(tables),
            new UpdateTimeToLive(tables),
        ];
        return new DynamoDbRouter(operations, environment.Ids, logger, StartSweep(options, environment.Time, tables, logger))
        {
            Authentication = options.SkipSignatureValidation ? null : new(environment.Credentials),
        };
    }

    private static PeriodicSweep? StartSweep(DynamoDbOptions options, TimeProvider time, TableCatalog tables, ILogger logger)
    {
        if (options.ExpirySweepPeriod == TimeSpan.Zero) return null;
        var sweep = new ExpirySweep(tables, time);
        return new(time, options.ExpirySweepPeriod, sweep.Pass, exception => LogSweepFailed(logger, exception));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A sweep for expired items failed")]
    private static partial void LogSweepFailed(ILogger logger, Exception exception);
}
