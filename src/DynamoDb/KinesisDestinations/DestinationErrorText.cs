namespace RustStack.DynamoDb.KinesisDestinations;

/// <summary>AWS's texts for destinations that it refuses, or cannot enable.</summary>
internal static class DestinationErrorText
{
    public const string NotDisabled =
        InvalidState + "EnableKinesisStreamingDestination must be DISABLED or ENABLE_FAILED to perform ENABLE operation.";

    public const string NotActive = InvalidState + "KinesisStreamingDestination must be ACTIVE to perform DISABLE operation.";
    public const string ConfigurationOfDisable = "Stream cannot be disabled using EnableKinesisStreamingConfiguration parameters";
    public const string NoPermission = "User does not have a permission to use kinesis stream";
    public const string OtherRegion = StreamOf + "is not in the current region";
    public const string OtherAccount = StreamOf + "is not in Active state";

    public const string NothingToUpdate = "Streaming destination cannot be updated with given parameters: "
        + "UpdateKinesisStreamingConfiguration cannot be null or contain only null values";

    private const string InvalidState = "Table is not in a valid state to enable Kinesis Streaming Destination: ";
    private const string StreamOf = "The kinesis Arn used to enable kinesis replication belongs to a stream which ";

    public static string NotUpdatable(string table, string stream) =>
        $"{InvalidState}Kinesis streaming is not in ACTIVE state. Updates are only allowed in ACTIVE state. TableName: {table}, kdsArn: {stream}";

    public static string SamePrecision(string precision, string tableId, string stream) =>
        $"Invalid Request: Precision is already set to the desired value of {precision} for tableId: {tableId}, kdsArn: {stream}";
}
