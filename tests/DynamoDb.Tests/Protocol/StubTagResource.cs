using RustStack.Core.Requests;
using RustStack.DynamoDb.Generated;

namespace RustStack.DynamoDb.Tests.Protocol;

/// <summary>An operation without output.</summary>
internal sealed class StubTagResource : TagResourceOperation
{
    protected override ValueTask HandleAsync(TagResourceInput input, RequestContext context, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
