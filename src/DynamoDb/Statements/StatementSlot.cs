using RustStack.Core.Errors;
using RustStack.Core.Persistence;
using RustStack.DynamoDb.Capacity;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.Expressions.PartiQl;

namespace RustStack.DynamoDb.Statements;

/// <summary>A statement of a batch, from the request to its own part of the answer.</summary>
/// <param name="request">The statement as it was sent.</param>
internal sealed class StatementSlot(BatchStatementRequest request)
{
    /// <summary>The statement as it was sent.</summary>
    public BatchStatementRequest Request { get; } = request;

    /// <summary>The statement, once it is read; null when it cannot be.</summary>
    public Statement? Statement { get; set; }

    /// <summary>The name of the table, once it is found.</summary>
    public string? TableName { get; set; }

    /// <summary>What the statement returns.</summary>
    public Item? Item { get; set; }

    /// <summary>What the statement consumed, once it is done.</summary>
    public CapacityReport? Capacity { get; set; }

    /// <summary>What the answer waits for.</summary>
    public JournalReceipt Saved { get; set; }

    /// <summary>Why the statement failed; null as long as it has not.</summary>
    public AwsException? Error { get; set; }

    /// <summary>Takes a step; when it fails, that is the statement's answer.</summary>
    /// <param name="step">The step.</param>
    public void Try(Action step)
    {
        try
        {
            step();
        }
        catch (AwsException error)
        {
            Error = error;
        }
    }

    /// <summary>Makes the statement's part of the answer.</summary>
    /// <returns>The part.</returns>
    public BatchStatementResponse ToResponse() => new()
    {
        TableName = TableName,
        Item = Item,
        Error = Error is null ? null : new()
        {
            Code = ShortErrorCode.Of(Error),
            Message = Error.Message,
            Item = (Error as ConditionalCheckFailedException)?.Item,
        },
    };
}
