using RustStack.Core.Requests;
using RustStack.DynamoDb.Generated;

namespace RustStack.DynamoDb.Tests.Protocol;

/// <summary>Answers as a test says.</summary>
internal sealed class StubPutItem(Func<PutItemInput, PutItemOutput> answer) : PutItemOperation
{
    protected override ValueTask<PutItemOutput> HandleAsync(PutItemInput input, RequestContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(answer(input));
    }
}
