using RustStack.Core.Errors;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;

namespace RustStack.DynamoDb.Transactions;

/// <summary>Makes the reasons of a cancelled transaction.</summary>
internal static class CancellationReasons
{
    private static readonly CancellationReason None = new() { Code = "None" };

    /// <summary>The error of a transaction that is cancelled.</summary>
    /// <param name="refusals">Why each action is refused, in the request's order; null where it is not.</param>
    /// <returns>The error to throw.</returns>
    public static TransactionCanceledException Of(IReadOnlyList<AwsException?> refusals)
    {
        CancellationReason[] reasons = new CancellationReason[refusals.Count];
        for (int i = 0; i < reasons.Length; i++) reasons[i] = refusals[i] is { } refusal ? Of(refusal) : None;
        return new(reasons);
    }

    private static CancellationReason Of(AwsException refusal) => new()
    {
        Code = ShortErrorCode.Of(refusal),
        Message = refusal.Message,
        Item = (refusal as ConditionalCheckFailedException)?.Item,
    };
}
