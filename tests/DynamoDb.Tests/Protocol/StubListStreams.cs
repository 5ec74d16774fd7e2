using RustStack.Core.Requests;
using RustStack.DynamoDb.Generated.Streams;

namespace RustStack.DynamoDb.Tests.Protocol;

/// <summary>An operation of DynamoDB Streams.</summary>
internal sealed class StubListStreams : ListStreamsOperation
{
    protected override ValueTask<ListStreamsOutput> HandleAsync(ListStreamsInput input, RequestContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new ListStreamsOutput { Streams = [] });
}
