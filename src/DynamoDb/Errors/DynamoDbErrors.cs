using System.Globalization;
using RustStack.Core.Errors;

namespace RustStack.DynamoDb.Errors;

/// <summary>The service's errors, each with its code, status and text.</summary>
internal static class DynamoDbErrors
{
    private const int BadRequest = 400;

    /// <summary>The request is refused for a reason of its own.</summary>
    /// <param name="message">The reason in AWS's words.</param>
    public static AwsException Validation(string message) => new("ValidationException", BadRequest, message);

    /// <summary>There is too much to do at once; SDKs try again.</summary>
    public static AwsException Throttled() => new("ThrottlingException", BadRequest, "Rate of requests exceeds the allowed throughput.");

    /// <summary>The request violates constraints of the model.</summary>
    /// <param name="violations">Each violation in AWS's words; at least one.</param>
    public static AwsException Constraints(IReadOnlyList<string> violations) => Validation(string.Create(
        CultureInfo.InvariantCulture,
        $"{violations.Count} validation error{(violations.Count == 1 ? "" : "s")} detected: {string.Join("; ", violations)}"));

    /// <summary>No such table, as the operations on items say it.</summary>
    public static AwsException ResourceNotFound() => ResourceNotFound("Requested resource not found");

    /// <summary>No such table, as the operations on tables say it.</summary>
    /// <param name="tableName">The name that was asked for.</param>
    public static AwsException TableNotFound(string tableName) =>
        ResourceNotFound($"Requested resource not found: Table: {tableName} not found");

    /// <summary>Something that the request names is not there.</summary>
    /// <param name="message">What, in AWS's words.</param>
    public static AwsException ResourceNotFound(string message) => new("ResourceNotFoundException", BadRequest, message);

    /// <summary>There is a table of this name.</summary>
    public static AwsException TableExists(string tableName) => ResourceInUse($"Table already exists: {tableName}");

    /// <summary>Something that the request names is in another state than it needs.</summary>
    /// <param name="message">What, in AWS's words.</param>
    public static AwsException ResourceInUse(string message) => new("ResourceInUseException", BadRequest, message);

    /// <summary>Too many of something at once.</summary>
    /// <param name="message">What, in AWS's words.</param>
    public static AwsException LimitExceeded(string message) => new("LimitExceededException", BadRequest, message);

    /// <summary>The items of one partition key are too large for a table with local indexes.</summary>
    public static AwsException ItemCollectionTooLarge() => new(
        "ItemCollectionSizeLimitExceededException", BadRequest, "Collection size exceeded.");

    /// <summary>An item that is inserted is there already.</summary>
    public static AwsException DuplicateItem() => new("DuplicateItemException", BadRequest, "Duplicate primary key exists in table");

    /// <summary>Another transaction works on the item.</summary>
    public static AwsException TransactionConflict() => new(
        "TransactionConflictException", BadRequest, "Transaction is ongoing for the item");

    /// <summary>A transaction with the same request token has not ended yet.</summary>
    public static AwsException TransactionInProgress() => new(
        "TransactionInProgressException", BadRequest, "Transaction from previous request is still in progress");

    /// <summary>A request token was used before with another transaction.</summary>
    public static AwsException IdempotentParameterMismatch() => new(
        "IdempotentParameterMismatchException",
        BadRequest,
        "DynamoDB rejected the request because you retried a request with a different payload but with an idempotent token that was "
        + "already used.");

    /// <summary>The target names no operation. AWS gives no text.</summary>
    public static AwsException UnknownOperation() => new("UnknownOperationException", BadRequest, "");

    /// <summary>The target names an operation of the model that is not there.</summary>
    /// <param name="operation">The operation's name.</param>
    public static AwsException UnsupportedOperation(string operation) => new(
        "UnknownOperationException", BadRequest, $"The operation {operation} is not supported.");

    /// <summary>The request is not a POST.</summary>
    /// <param name="method">The method that it has.</param>
    public static AwsException UnsupportedMethod(string method) => new(
        "UnknownOperationException", BadRequest, $"The method {method} is not supported: send a POST.");

    /// <summary>The body is too large.</summary>
    /// <param name="maxSizeBytes">The limit.</param>
    public static AwsException RequestTooLarge(int maxSizeBytes) => new(
        "RequestEntityTooLargeException",
        413,
        string.Create(CultureInfo.InvariantCulture, $"Request size exceeds the limit of {maxSizeBytes} bytes"));

    /// <summary>A defect of ours.</summary>
    /// <param name="requestId">The request's id, under which the log tells more.</param>
    public static AwsException Internal(string requestId) =>
        new("InternalServerError", 500, $"Internal server error (request id {requestId})");
}
