using RustStack.Core.Requests;
using RustStack.DynamoDb.Generated.Streams;
using RustStack.DynamoDb.Streams;

namespace RustStack.DynamoDb.Operations.Streams;

/// <summary>GetShardIterator.</summary>
internal sealed class GetShardIterator(StreamCatalog streams) : GetShardIteratorOperation
{
    /// <inheritdoc/>
    protected override ValueTask<GetShardIteratorOutput> HandleAsync(
        GetShardIteratorInput input, RequestContext context, CancellationToken cancellationToken)
    {
        long? number = ReadNumber(input);
        StreamName name = StreamName.Parse(input.StreamArn) ?? throw StreamErrors.InvalidArn(input.StreamArn);
        TableStream stream = streams.Find(name, context.Time) ?? throw StreamErrors.StreamNotFound(input.StreamArn);
        long position = stream.Position(input.ShardId, input.ShardIteratorType, number, context.Time);
        return new(new GetShardIteratorOutput { ShardIterator = new ShardPosition(name, input.ShardId, position, context.Time).ToText() });
    }

    private static long? ReadNumber(GetShardIteratorInput input)
    {
        bool needsNumber = input.ShardIteratorType is ShardIteratorType.AtSequenceNumber or ShardIteratorType.AfterSequenceNumber;
        if (input.SequenceNumber is not { } text) return needsNumber ? throw StreamErrors.NumberMissing(input.ShardIteratorType) : null;
        if (!needsNumber) throw StreamErrors.NumberNotAllowed(input.ShardIteratorType);
        return SequenceNumbers.Parse(text) ?? throw StreamErrors.InvalidNumber(text);
    }
}
