namespace RustStack.DynamoDb.Tables.Creation;

/// <summary>AWS's texts for tables and indexes that it refuses to create.</summary>
internal static class CreationErrorText
{
    public const string KeyWithoutDefinition = "Invalid KeySchema: Some index key attribute have no definition";
    public const string FirstNotHash = "Invalid KeySchema: The first KeySchemaElement is not a HASH key type";
    public const string SecondNotRange = "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type";
    public const string HashAndRangeSame = "Both the Hash Key and the Range Key element in the KeySchema have the same name";
    public const string SameKeyTwice = "The KeySchema contains multiple key attributes with the same name";
    public const string HashAfterRange = Invalid + "All HASH key attributes must precede RANGE key attributes in the KeySchema";
    public const string EmptyLocalIndexes = Invalid + "List of LocalSecondaryIndexes is empty";
    public const string EmptyGlobalIndexes = Invalid + "List of GlobalSecondaryIndexes is empty";
    public const string TooManyLocalIndexes = Invalid + "Number of LocalSecondaryIndexes exceeds per-table limit of 5";
    public const string TooManyGlobalIndexes = Invalid + "GlobalSecondaryIndex count exceeds the per-table limit of 20";
    public const string NoProjectionType = Invalid + "Unknown ProjectionType: null";
    public const string IncludeWithoutNames = Invalid + "ProjectionType is INCLUDE, but NonKeyAttributes is not specified";

    public const string LocalIndexWithoutTableRange =
        Invalid + "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex";

    public const string AttributeCountMismatch = Invalid
        + "Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions";

    public const string ProvisionedWithoutUnits =
        Invalid + "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED";

    public const string OnDemandWithUnits =
        Invalid + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST";

    public const string StreamWithoutView = Invalid + "Table is being created with a stream enabled, UpdateViewType is required";

    public const string ViewWithoutStream =
        Invalid + "Table is being created with a stream disabled, UpdateViewType should not be specified";

    public const string TooManyProjected = Invalid + "Number of projected attributes in all secondary indexes exceeds per-table limit of 100";

    internal const string Invalid = "One or more parameter values were invalid: ";

    public static string MissingMember(string member) =>
        $"Value null at '{member}' failed to satisfy constraint: Member must not be null";

    public static string DuplicateAttribute(string name) => $"Attribute Name is duplicated: {name}";

    public static string TooManyKeys(string keyType) => $"{Invalid}The KeySchema exceeds the maximum allowed number of {keyType} key attributes";

    public static string UndefinedKeys(IEnumerable<string> keys, IEnumerable<string> definitions) =>
        $"{Invalid}Some index key attributes are not defined in AttributeDefinitions. "
        + $"Keys: [{string.Join(", ", keys)}], AttributeDefinitions: [{string.Join(", ", definitions)}]";

    public static string UnusedDefinitions(IEnumerable<string> definitions, IEnumerable<string> keys) =>
        $"{Invalid}Some AttributeDefinitions are not used. "
        + $"AttributeDefinitions: [{string.Join(", ", definitions)}], keys used: [{string.Join(", ", keys)}]";

    public static string LocalIndexWithoutRange(string index) => $"{Invalid}Index KeySchema does not have a range key for index: {index}";

    public static string LocalIndexWithOtherHash(string index, string indexHash, string tableHash) =>
        $"{Invalid}Index KeySchema does not have the same leading hash key as table KeySchema for index: {index}. "
        + $"index hash key: {indexHash}, table hash key: {tableHash}";

    public static string NamesWithoutInclude(string projectionType) =>
        $"{Invalid}ProjectionType is {projectionType}, but NonKeyAttributes is specified";

    public static string DuplicateProjected(string name) => $"{Invalid}Duplicate element in NonKeyAttributes: {name}";

    public static string DuplicateIndex(string index) => $"{Invalid}Duplicate index name: {index}";

    public static string IndexWithoutThroughput(string index) => $"{Invalid}ProvisionedThroughput is not specified for index: {index}";

    public static string OnDemandIndexWithThroughput(string index) =>
        $"{Invalid}ProvisionedThroughput should not be specified for index: {index} when BillingMode is PAY_PER_REQUEST";

    public static string NotSupported(string parameter) => $"{Invalid}{parameter} is not supported";
}
