using System.Text.Json;
using RustStack.Core.Errors;
using RustStack.DynamoDb.Generated;

namespace RustStack.DynamoDb.Errors;

/// <summary>A transaction that did not happen.</summary>
/// <param name="reasons">One reason for each action, in the request's order; <c>None</c> where the action is not the cause.</param>
internal sealed class TransactionCanceledException(IReadOnlyList<CancellationReason> reasons)
    : AwsException("TransactionCanceledException", 400, Text(reasons)), IErrorMembers
{
    /// <inheritdoc/>
    public void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("CancellationReasons"u8);
        foreach (CancellationReason reason in reasons) reason.Write(writer);
        writer.WriteEndArray();
    }

    private static string Text(IReadOnlyList<CancellationReason> reasons) =>
        "Transaction cancelled, please refer cancellation reasons for specific reasons "
        + $"[{string.Join(", ", reasons.Select(static reason => reason.Code))}]";
}
