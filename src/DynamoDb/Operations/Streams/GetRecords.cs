using RustStack.Core.Requests;
using RustStack.DynamoDb.Generated.Streams;
using RustStack.DynamoDb.Streams;

namespace RustStack.DynamoDb.Operations.Streams;

/// <summary>GetRecords. A record is there once the write that it tells of is saved.</summary>
internal sealed class GetRecords(StreamCatalog streams) : GetRecordsOperation
{
    private const int MostRecords = 1000;

    /// <inheritdoc/>
    protected override ValueTask<GetRecordsOutput> HandleAsync(
        GetRecordsInput input, RequestContext context, CancellationToken cancellationToken)
    {
        if (input.Limit is { } limit and > MostRecords) throw StreamErrors.TooManyRecords(limit, MostRecords);
        ShardPosition position = ShardPosition.Parse(input.ShardIterator) ?? throw StreamErrors.InvalidIterator();
        if (position.IsExpiredAt(context.Time)) throw StreamErrors.IteratorExpired();
        TableStream stream = streams.Find(position.Stream, context.Time) ?? throw StreamErrors.StreamNotFound(position.Stream.Arn);

        ShardPage page = stream.Read(position.ShardId, position.Number, input.Limit ?? MostRecords, context.Time);
        StreamDefinition definition = stream.Definition;
        return new(new GetRecordsOutput
        {
            Records = [.. page.Entries.Select(entry => StreamRecords.Of(entry, definition))],
            NextShardIterator = page.Next is { } next ? (position with { Number = next, IssuedAt = context.Time }).ToText() : null,
        });
    }
}
