using System.Globalization;

namespace RustStack.DynamoDb.Reads;

/// <summary>AWS's texts for queries and scans that it refuses.</summary>
internal static class ReadErrorText
{
    public const string ConsistentOnGlobalIndex = "Consistent reads are not supported on global secondary indexes";
    public const string NoKeyCondition =
        "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.";
    public const string KeyConditionType = Invalid + "Condition parameter type does not match schema type";
    public const string StartKeyInvalid = "The provided starting key is invalid";
    public const string StartKeyOfOneRow = "The query can return at most one row and cannot be restarted";
    public const string StartKeyOutsidePartition =
        "The provided starting key is outside query boundaries based on provided conditions";
    public const string StartKeyOutsideRange = "The provided starting key does not match the range key predicate";
    public const string ProjectedWithoutIndex = "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName";
    public const string SpecificWithoutNames =
        "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES";

    public const string SegmentWithoutTotal =
        "The TotalSegments parameter is required but was not present in the request when Segment parameter is present";

    public const string TotalWithoutSegment =
        "The Segment parameter is required but was not present in the request when parameter TotalSegments is present";

    private const string Invalid = "One or more parameter values were invalid: ";

    public static string BackfillingIndex(string index) => $"Cannot read from backfilling global secondary index: {index}";

    public static string NoIndex(string name) => $"The table does not have the specified index: {name}";

    public static string NamesWithOtherSelect(string parameter, string choice) =>
        $"Cannot specify the {parameter} when choosing to get {choice}";

    public static string InvalidStartKey(string reason) => $"{StartKeyInvalid}: {reason}";

    public static string KeyInFilter(string parameter, string name) =>
        $"{parameter} can only contain non-primary key attributes: Primary key attribute: {name}";

    public static string NotProjected(string index, IEnumerable<string> names) =>
        $"{Invalid}Global secondary index {index} does not project [{string.Join(", ", names)}]";

    public static string AllOfPartialIndex(string index) =>
        $"{Invalid}Select type ALL_ATTRIBUTES is not supported for global secondary index {index} because its projection type is not ALL";

    public static string SegmentTooLarge(int segment, int total) => string.Create(
        CultureInfo.InvariantCulture,
        $"The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: {segment} is not less than "
        + $"TotalSegments: {total}");

    public static string StartKeyOfOtherSegment(int segment, int total) => string.Create(
        CultureInfo.InvariantCulture,
        $"{StartKeyInvalid}: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. "
        + $"TotalSegments: {total} Segment: {segment}");
}
