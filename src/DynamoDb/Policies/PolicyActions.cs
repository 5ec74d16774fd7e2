using System.IO.Enumeration;

namespace RustStack.DynamoDb.Policies;

/// <summary>
/// The actions that resource-based policies may name: those of the developer guide's page "DynamoDB API operations supported by
/// resource-based policies", and PartiQL's.
/// </summary>
internal static class PolicyActions
{
    private const string Prefix = "dynamodb:";

    private static readonly string[] OfTables =
    [
        "BatchGetItem", "BatchWriteItem", "ConditionCheckItem", "CreateBackup", "DeleteItem", "DeleteResourcePolicy", "DeleteTable",
        "DescribeContinuousBackups", "DescribeContributorInsights", "DescribeKinesisStreamingDestination", "DescribeTable",
        "DescribeTableReplicaAutoScaling", "DescribeTimeToLive", "DisableKinesisStreamingDestination", "EnableKinesisStreamingDestination",
        "ExportTableToPointInTime", "GetItem", "GetResourcePolicy", "ListTagsOfResource", "PartiQLDelete", "PartiQLInsert", "PartiQLSelect",
        "PartiQLUpdate", "PutItem", "PutResourcePolicy", "Query", "RestoreTableToPointInTime", "Scan", "TagResource", "TransactGetItems",
        "TransactWriteItems", "UntagResource", "UpdateContinuousBackups", "UpdateContributorInsights", "UpdateItem",
        "UpdateKinesisStreamingDestination", "UpdateTable", "UpdateTableReplicaAutoScaling", "UpdateTimeToLive",
    ];

    private static readonly string[] OfStreams =
        ["DeleteResourcePolicy", "DescribeStream", "GetRecords", "GetResourcePolicy", "GetShardIterator", "PutResourcePolicy"];

    /// <summary>Whether a policy may name an action.</summary>
    /// <param name="action">The action as the policy has it: in any case, with wildcards.</param>
    /// <param name="isStream">Whether it is the policy of a stream.</param>
    /// <returns>True when the name stands for at least one action.</returns>
    public static bool IsKnown(string action, bool isStream) =>
        Array.Exists(isStream ? OfStreams : OfTables, known => Matches(action, known));

    /// <summary>Whether an action of a policy stands for an operation.</summary>
    /// <param name="action">The action as the policy has it.</param>
    /// <param name="operation">The operation's name, such as <c>PutItem</c>.</param>
    /// <returns>True when it does.</returns>
    public static bool Matches(string action, string operation) => MatchesText(action, Prefix + operation, ignoreCase: true);

    /// <summary>Whether a resource of a policy stands for an ARN.</summary>
    /// <param name="pattern">The resource as the policy has it.</param>
    /// <param name="arn">The ARN.</param>
    /// <returns>True when it does.</returns>
    public static bool CoversArn(string pattern, string arn) => MatchesText(pattern, arn, ignoreCase: false);

    private static bool MatchesText(string pattern, string text, bool ignoreCase) =>
        FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase);
}
