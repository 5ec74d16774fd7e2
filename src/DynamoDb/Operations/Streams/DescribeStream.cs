using RustStack.Core.Requests;
using RustStack.DynamoDb.Generated.Streams;
using RustStack.DynamoDb.Streams;

namespace RustStack.DynamoDb.Operations.Streams;

/// <summary>DescribeStream. Shards come in the order in which they were opened.</summary>
internal sealed class DescribeStream(StreamCatalog streams) : DescribeStreamOperation
{
    private const int MostShards = 100;

    /// <inheritdoc/>
    protected override ValueTask<DescribeStreamOutput> HandleAsync(
        DescribeStreamInput input, RequestContext context, CancellationToken cancellationToken)
    {
        if (input.Limit is { } limit and > MostShards) throw StreamErrors.LimitTooHigh(limit, MostShards);
        if (input.ShardFilter is { } filter) Check(filter);
        StreamName name = StreamName.Parse(input.StreamArn) ?? throw StreamErrors.InvalidArn(input.StreamArn);
        TableStream stream = streams.Find(name, context.Time) ?? throw StreamErrors.StreamNotFound(input.StreamArn);

        StreamDefinition definition = stream.Definition;
        List<ShardSummary> shards = [.. stream.Shards(context.Time).Where(shard => IsWanted(shard, input))];
        int count = Math.Min(shards.Count, input.Limit ?? MostShards);
        return new(new DescribeStreamOutput
        {
            StreamDescription = new()
            {
                StreamArn = name.Arn,
                StreamLabel = name.Label,
                StreamStatus = definition.StatusAt(context.Time, streams.Settings.StatusDelay),
                StreamViewType = definition.ViewType,
                CreationRequestDateTime = definition.CreatedAt,
                TableName = name.Table.Name,
                KeySchema =
                [
                    .. definition.KeySchema.Select(static key => new KeySchemaElement { AttributeName = key.AttributeName, KeyType = key.KeyType }),
                ],
                Shards = [.. shards.Take(count).Select(Describe)],
                LastEvaluatedShardId = count < shards.Count ? shards[count - 1].ShardId : null,
            },
        });
    }

    private static void Check(ShardFilter filter)
    {
        if (filter.Type is null) throw StreamErrors.FilterIncomplete(nameof(filter.Type));
        if (filter.ShardId is null) throw StreamErrors.FilterIncomplete(nameof(filter.ShardId));
    }

    // The one type of filter asks for the children of a shard. Ids are in the order of the shards, that of a shard that is gone too.
    private static bool IsWanted(ShardSummary shard, DescribeStreamInput input) =>
        (input.ExclusiveStartShardId is not { } start || string.CompareOrdinal(shard.ShardId, start) > 0)
        && (input.ShardFilter is not { } filter || shard.ParentId == filter.ShardId);

    private static Shard Describe(ShardSummary shard) => new()
    {
        ShardId = shard.ShardId,
        ParentShardId = shard.ParentId,
        SequenceNumberRange = new()
        {
            StartingSequenceNumber = SequenceNumbers.ToText(shard.Start),
            EndingSequenceNumber = shard.End is { } end ? SequenceNumbers.ToText(end) : null,
        },
    };
}
