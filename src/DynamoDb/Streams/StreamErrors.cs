using System.Globalization;
using RustStack.Core.Errors;
using RustStack.DynamoDb.Errors;

namespace RustStack.DynamoDb.Streams;

/// <summary>The errors of DynamoDB Streams.</summary>
internal static class StreamErrors
{
    private const int BadRequest = 400;

    /// <summary>No such stream.</summary>
    /// <param name="arn">The ARN that was asked for.</param>
    public static AwsException StreamNotFound(string arn) =>
        DynamoDbErrors.ResourceNotFound($"Requested resource not found: Stream: {arn} not found");

    /// <summary>The stream has no such shard, or has it no longer.</summary>
    public static AwsException ShardNotFound() => DynamoDbErrors.ResourceNotFound("Requested resource not found: Shard does not exist");

    /// <summary>What was asked for is older than streams are kept.</summary>
    public static AwsException Trimmed() => new(
        "TrimmedDataAccessException", BadRequest, "The data you are trying to access has been trimmed");

    /// <summary>The iterator is too old.</summary>
    public static AwsException IteratorExpired() => new(
        "ExpiredIteratorException", BadRequest, "The provided iterator exceeds the maximum age allowed.");

    /// <summary>More records are wanted than GetRecords gives.</summary>
    /// <param name="limit">How many.</param>
    /// <param name="most">The most.</param>
    public static AwsException TooManyRecords(int limit, int most) => DynamoDbErrors.LimitExceeded(string.Create(
        CultureInfo.InvariantCulture, $"Limit must not be greater than {most}: {limit}"));

    /// <summary>More is wanted than a page has.</summary>
    /// <param name="limit">How many.</param>
    /// <param name="most">The most.</param>
    public static AwsException LimitTooHigh(int limit, int most) => DynamoDbErrors.Constraints([string.Create(
        CultureInfo.InvariantCulture,
        $"Value '{limit}' at 'limit' failed to satisfy constraint: Member must have value less than or equal to {most}")]);

    /// <summary>The text is no stream's ARN.</summary>
    /// <param name="text">The text.</param>
    public static AwsException InvalidArn(string text) => DynamoDbErrors.Validation($"Invalid StreamArn: {text}");

    /// <summary>The text is no iterator of ours.</summary>
    public static AwsException InvalidIterator() => DynamoDbErrors.Validation("Invalid ShardIterator");

    /// <summary>The text is no sequence number of ours.</summary>
    /// <param name="text">The text.</param>
    public static AwsException InvalidNumber(string text) => DynamoDbErrors.Validation($"Invalid SequenceNumber: {text}");

    /// <summary>The sequence number is not one of the shard.</summary>
    /// <param name="number">The number.</param>
    /// <param name="shardId">The shard.</param>
    public static AwsException NumberOfAnotherShard(long number, string shardId) =>
        DynamoDbErrors.Validation($"Invalid SequenceNumber: {SequenceNumbers.ToText(number)} is not in the range of {shardId}");

    /// <summary>The iterator's type needs a sequence number.</summary>
    /// <param name="type">The type.</param>
    public static AwsException NumberMissing(string type) =>
        DynamoDbErrors.Validation($"SequenceNumber is required for ShardIteratorType {type}");

    /// <summary>The iterator's type has no sequence number.</summary>
    /// <param name="type">The type.</param>
    public static AwsException NumberNotAllowed(string type) =>
        DynamoDbErrors.Validation($"SequenceNumber must not be specified for ShardIteratorType {type}");

    /// <summary>A filter of shards says too little.</summary>
    /// <param name="member">The member that is missing.</param>
    public static AwsException FilterIncomplete(string member) => DynamoDbErrors.Validation($"ShardFilter must have {member}");
}
