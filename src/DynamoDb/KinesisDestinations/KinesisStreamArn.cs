using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.KinesisDestinations;

/// <summary>ARNs of Kinesis data streams. There is no Kinesis here: a stream of the table's own account and region counts as there.</summary>
internal static class KinesisStreamArn
{
    /// <summary>Why a table cannot stream to an ARN.</summary>
    /// <param name="arn">The ARN.</param>
    /// <param name="table">The table.</param>
    /// <returns>The description of the failure, as AWS gives it; null when it can.</returns>
    public static string? Failure(string arn, TableName table)
    {
        string[] parts = arn.Split(':', 6);
        bool isStream = parts is ["arn", _, "kinesis", _, _, { } resource]
            && resource.StartsWith("stream/", StringComparison.Ordinal)
            && resource.IndexOf('/', "stream/".Length) < 0;
        if (!isStream) return DestinationErrorText.NoPermission;
        if (parts[3] != table.Region) return DestinationErrorText.OtherRegion;
        return parts[4] == table.AccountId ? null : DestinationErrorText.OtherAccount;
    }
}
