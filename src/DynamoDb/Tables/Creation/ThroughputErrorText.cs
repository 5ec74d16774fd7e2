using System.Globalization;

namespace RustStack.DynamoDb.Tables.Creation;

/// <summary>AWS's texts for throughput settings that it refuses, of tables and (where an index is named) of indexes.</summary>
internal static class ThroughputErrorText
{
    private const string InitialThroughput =
        "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html#on-demand-capacity-mode-initial";

    public static string OutOfBounds(long value, string member, string? index) =>
        string.Create(CultureInfo.InvariantCulture, $"Given value {value} for {member} is out of bounds")
        + (index is null ? "" : $" for index {index}");

    public static string NewLimitOfProvisioned(string member, string? index) =>
        $"{CreationErrorText.Invalid}{member} for OnDemandThroughput{(index is null ? "" : $" for index: {index}")} "
        + "cannot be specified when table BillingMode is PROVISIONED.";

    public static string LimitOfProvisioned(string member, string? index) =>
        $"{CreationErrorText.Invalid}{member} for OnDemandThroughput{(index is null ? "" : $" for index : {index}")} "
        + "cannot be specified when the table BillingMode is PROVISIONED";

    public static string LimitOutOfRange(string member, string? index) =>
        $"{CreationErrorText.Invalid}Requested {member} for OnDemandThroughput for {(index is null ? "table" : $"index : {index}")} "
        + "is outside of valid range";

    public static string WarmBelowInitial(string member, string? index) =>
        $"{Warm(member, index)} is lower than initial throughput for OnDemand. See: {InitialThroughput}";

    public static string WarmBelowProvisioned(string member, string provisionedMember, string? index) =>
        $"{Warm(member, index)} is lower than {provisionedMember} of ProvisionedThroughput";

    public static string WarmBelowCurrent(string member, string? index) =>
        $"{Warm(member, index)} is lower than current WarmThroughput, decreasing WarmThroughput is not supported";

    private static string Warm(string member, string? index) =>
        $"{CreationErrorText.Invalid}Requested {member} for WarmThroughput for {(index is null ? "table" : $"index {index}")}";
}
