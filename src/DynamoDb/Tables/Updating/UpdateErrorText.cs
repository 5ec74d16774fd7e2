using System.Globalization;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables.Creation;

namespace RustStack.DynamoDb.Tables.Updating;

/// <summary>AWS's texts for updates of tables that it refuses.</summary>
internal static class UpdateErrorText
{
    // AWS's list names members of its own that no client can send.
    public const string NothingToUpdate =
        "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates, SSESpecification, "
        + "ReplicaUpdates, MultiAccountReplicaReady, ReplicaTransitRoleArn, MultiRegionConsistency, DeletionProtectionEnabled, "
        + "OnDemandThroughput, WarmThroughput or TableClass is required";

    public const string EmptyIndexUpdates = Invalid + "List of GlobalSecondaryIndexUpdates is empty";
    public const string EncryptionAlone = Invalid + "Server-Side Encryption modification must be the only operation in the request";
    public const string TableClassAlone = Invalid + "TableClass modification must be the only operation in the request";
    public const string ProtectionAlone = Invalid + "DeletionProtection modification must be the only operation in the request";
    public const string WarmAlone = Invalid + "WarmThroughput must be the only operation in the request";
    public const string WarmWithIndex = Invalid + "Create global secondary index cannot be specified when updating WarmThroughput";
    public const string LimitsWithOthers = Invalid + "OnDemandThroughput can only be combined with BillingMode in an UpdateTable request";
    public const string StreamWithThroughput = Invalid + "You cannot modify stream status while updating table IOPS";
    public const string IndexWithThroughput = Invalid + "You cannot create or delete index while updating table IOPS";
    public const string IndexWithStream = Invalid + "You cannot create or delete index while changing stream status";
    public const string ProvisionedWithoutThroughput = Invalid + "ProvisionedThroughput must be specified when BillingMode is PROVISIONED";
    public const string StreamWithoutView = Invalid + "If stream is being enabled then UpdateViewType is required";
    public const string ViewWithoutStream = Invalid + "If stream is being disabled, then UpdateViewType must not be specified";
    public const string EncryptedByDefault = Invalid + "Table is already encrypted by default";
    public const string IndexExists = "Attempting to create an index which already exists";

    public const string EncryptedWithKey =
        Invalid + "Table is already encrypted with given KMSMasterKeyId. Use KMSMasterKeyId parameter if you want to change Master Key";

    public const string NoIndexAction = Invalid
        + "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null";

    public const string ManyIndexActions = Invalid + "Only one global secondary index action is allowed per GlobalSecondaryIndexUpdate object";

    private const string Invalid = CreationErrorText.Invalid;

    public static string IndexTwice(string index) =>
        $"{Invalid}Only one global secondary index update per index is allowed simultaneously. Index: {index}";

    public static string WarmWithoutUnits(string index) =>
        $"{Invalid}WarmThroughput must have at least one of ReadUnitsPerSecond or WriteUnitsPerSecond specified for index: {index}";

    public static string HasStream(string table) => $"Table already has an enabled stream: TableName: {table}";

    public static string NoStream(string table) => $"Table has no stream to disable: TableName: {table}";

    public static string NotGlobal(string verb, string index) => $"Cannot {verb} an index that is not a GlobalSecondaryIndex: {index}";

    public static string NoDefinitions(string index) => $"{Invalid}AttributeDefinitions is not specified for index: {index}";

    public static string IndexWithoutThroughput(string index) => $"{Invalid}ProvisionedThroughput must be specified for index: {index}";

    public static string NewIndexWithoutThroughput(string index) =>
        $"{Invalid}Both ReadCapacityUnits and WriteCapacityUnits must be specified for index: {index}";

    public static string NewOnDemandIndexWithThroughput(string index) =>
        $"{Invalid}Neither ReadCapacityUnits nor WriteCapacityUnits can be specified for index: {index} when BillingMode is PAY_PER_REQUEST";

    public static string OnDemandIndexWithThroughput(string index) =>
        $"{Invalid}The only Updates for index: {index} when TableThroughputMode is PAY_PER_REQUEST can be to OnDemandThroughput, WarmThroughput";

    public static string SameThroughput(ProvisionedThroughput current, ProvisionedThroughput requested, string? index)
    {
        string whose = index is null ? "the table" : $"index {index}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The provisioned throughput for the {(index is null ? "table" : $"index {index}")} will not change. "
            + $"The requested value equals the current value. "
            + $"Current ReadCapacityUnits provisioned for {whose}: {current.ReadCapacityUnits}. "
            + $"Requested ReadCapacityUnits: {requested.ReadCapacityUnits}. "
            + $"Current WriteCapacityUnits provisioned for {whose}: {current.WriteCapacityUnits}. "
            + $"Requested WriteCapacityUnits: {requested.WriteCapacityUnits}. "
            + $"Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.");
    }
}
