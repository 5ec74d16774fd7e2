namespace RustStack.DynamoDb.Tags;

/// <summary>AWS's texts for tags that it refuses.</summary>
internal static class TagErrorText
{
    public const string NoTags = "Atleast one Tag needs to be provided as Input.";
    public const string NoTagKeys = "Atleast one Tag Key needs to be provided as Input.";
    public const string TooMany = "Number of Tags exceed the current limit for the provided ResourceArn";
    public const string UnknownToken = "Invalid NextToken";

    private const string Invalid = "One or more parameter values were invalid: ";

    public static string Key(string? key) => $"The Tag Key provided is invalid, Key: {key ?? "null"}";

    public static string Value(string? value) => $"The Tag Value provided is invalid, Value: {value ?? "null"}";

    public static string Reserved(string key) => $"Tag Key cannot be prefixed with aws:, Key: {key}";

    public static string Duplicate(string key) => $"Duplicate Tag Keys provided as input: Duplicate Tag Key found {key}";

    public static string NotAnArn(string text) => $"{Invalid}ARNs must start with 'arn:': {text}";

    public static string NotDynamoDb(string arn) => $"{Invalid}Provided Arn is not a DynamoDB resource arn: {arn}";

    public static string NotTagged(string arn) =>
        $"{Invalid}Invalid resource arn provided, only table or stream is accepted. Provided resource arn: {arn}";

    public static string OtherRegion(string arn) => $"Invalid TableArn: Invalid ResourceArn provided as input {arn}";

    public static string NotFound(string arn) => $"Requested resource not found: ResourceArn: {arn} not found";

    public static string Denied(string accountId, string operation, string arn) =>
        $"User: arn:aws:iam::{accountId}:root is not authorized to perform: dynamodb:{operation} on resource: {arn}";
}
