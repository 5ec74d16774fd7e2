using RustStack.Core.Requests;
using RustStack.DynamoDb.Generated.Streams;
using RustStack.DynamoDb.Streams;

namespace RustStack.DynamoDb.Operations.Streams;

/// <summary>ListStreams. Streams of deleted tables, and those that were disabled, are listed for a day.</summary>
internal sealed class ListStreams(StreamCatalog streams) : ListStreamsOperation
{
    private const int MostStreams = 100;

    /// <inheritdoc/>
    protected override ValueTask<ListStreamsOutput> HandleAsync(
        ListStreamsInput input, RequestContext context, CancellationToken cancellationToken)
    {
        if (input.Limit is { } limit and > MostStreams) throw StreamErrors.LimitTooHigh(limit, MostStreams);
        StreamName? after = input.ExclusiveStartStreamArn is { } arn ? StreamName.Parse(arn) ?? throw StreamErrors.InvalidArn(arn) : null;
        List<StreamName> names =
        [
            .. streams.Names(context.AccountId, context.Region, context.Time)
                .Where(name => (input.TableName is null || name.Table.Name == input.TableName) && (after is not { } start || IsAfter(name, start))),
        ];
        int count = Math.Min(names.Count, input.Limit ?? MostStreams);
        return new(new ListStreamsOutput
        {
            Streams = [.. names.Take(count).Select(static name => new Generated.Streams.Stream
            {
                StreamArn = name.Arn,
                TableName = name.Table.Name,
                StreamLabel = name.Label,
            })],
            LastEvaluatedStreamArn = count < names.Count ? names[count - 1].Arn : null,
        });
    }

    private static bool IsAfter(StreamName name, StreamName start)
    {
        int order = string.CompareOrdinal(name.Table.Name, start.Table.Name);
        return order > 0 || (order == 0 && string.CompareOrdinal(name.Label, start.Label) > 0);
    }
}
