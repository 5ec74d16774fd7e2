using Microsoft.Extensions.Logging;
using RustStack.Core.Background;
using RustStack.Core.Routing;
using RustStack.DynamoDb.Expiry;
using RustStack.DynamoDb.Operations;
using RustStack.DynamoDb.Operations.Streams;
using RustStack.DynamoDb.Persistence;
using RustStack.DynamoDb.Protocol;
using RustStack.DynamoDb.Statements;
using RustStack.DynamoDb.Streams;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Transactions;
using RustStack.Expressions;

namespace RustStack.DynamoDb;

/// <summary>Amazon DynamoDB and DynamoDB Streams.</summary>
public static partial class DynamoDbService
{
    private static readonly TimeSpan StreamSweepPeriod = TimeSpan.FromMinutes(1);

    /// <summary>Makes the service.</summary>
    /// <param name="options">Its settings.</param>
    /// <param name="environment">What the composition root gives it.</param>
    /// <param name="storage">Where tables are saved, and loaded from; null to keep everything in memory.</param>
    /// <returns>The router that answers the service's requests.</returns>
    /// <exception cref="Core.Persistence.StateException">What was saved cannot be read.</exception>
    public static IServiceRouter Create(DynamoDbOptions options, ServiceEnvironment environment, ITableStorage? storage = null)
    {
        ILogger logger = environment.Loggers.CreateLogger("RustStack.DynamoDb");
        var streams = new StreamCatalog(environment.Time, Settings(options), storage);
        var tables = new TableCatalog(options.StatusDelay, storage, streams);
        var compiler = new ExpressionCompiler();
        var statements = new StatementReader(new());
        var tokens = new TransactionTokens(storage?.Tokens());
        DynamoDbOperation[] operations =
        [
            new BatchExecuteStatement(tables, statements),
            new BatchGetItem(tables, compiler),
            new BatchWriteItem(tables),
            new CreateTable(tables, environment.Ids),
            new DeleteItem(tables, compiler),
            new DeleteResourcePolicy(tables),
            new DeleteTable(tables),
            new DescribeContinuousBackups(tables),
            new DescribeContributorInsights(tables),
            new DescribeEndpoints(),
            new DescribeKinesisStreamingDestination(tables),
            new DescribeLimits(),
            new DescribeStream(streams),
            new DescribeTable(tables),
            new DescribeTimeToLive(tables),
            new DisableKinesisStreamingDestination(tables),
            new EnableKinesisStreamingDestination(tables),
            new ExecuteStatement(tables, statements),
            new ExecuteTransaction(tables, statements, tokens),
            new GetItem(tables, compiler),
            new GetRecords(streams),
            new GetResourcePolicy(tables),
            new GetShardIterator(streams),
            new ListContributorInsights(tables),
            new ListStreams(streams),
            new ListTables(tables),
            new ListTagsOfResource(tables),
            new PutItem(tables, compiler),
            new PutResourcePolicy(tables),
            new Query(tables, compiler),
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
        return new DynamoDbRouter(operations, environment.Ids, logger, StartSweeps(options, environment.Time, tables, streams, logger))
        {
            Authentication = options.SkipSignatureValidation ? null : new(environment.Credentials),
        };
    }

    private static StreamSettings Settings(DynamoDbOptions options) => new()
    {
        OpenShards = options.StreamShards,
        ShardLifetime = options.StreamShardLifetime,
        MostRetainedBytes = options.StreamMemoryBytes,
        StatusDelay = options.StatusDelay,
    };

    private static SweepGroup StartSweeps(
        DynamoDbOptions options, TimeProvider time, TableCatalog tables, StreamCatalog streams, ILogger logger)
    {
        List<PeriodicSweep> sweeps = [new(time, StreamSweepPeriod, streams.Sweep, exception => LogTrimFailed(logger, exception))];
        if (options.ExpirySweepPeriod > TimeSpan.Zero)
            sweeps.Add(new(time, options.ExpirySweepPeriod, new ExpirySweep(tables, time).Pass, exception => LogSweepFailed(logger, exception)));
        return new(sweeps);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A sweep for expired items failed")]
    private static partial void LogSweepFailed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Trimming streams failed")]
    private static partial void LogTrimFailed(ILogger logger, Exception exception);
}
