using System.Globalization;

namespace RustStack.DynamoDb.Policies;

/// <summary>AWS's texts for resource-based policies that it refuses.</summary>
internal static class PolicyErrorText
{
    public const string OtherAccount = "This action is only supported by accounts that match the resource owner’s account.";
    public const string InvalidJson = Document + "This policy contains invalid Json";
    public const string NoStatement = Document + "Could not parse the policy: Statement is empty!";
    public const string InvalidVersion = Document + "The policy must contain a valid version string";
    public const string DuplicateSids = Document + "The Statement Ids in the policy are not unique";
    public const string LocksOut = "The new resource policy will not allow you to update the resource policy in the future.";

    public const string Unbounded = "Resource-based policy grants unbounded access in one or more elements. "
        + "Please revise the policy to ensure least-privilege form of access";

    private const string Invalid = "One or more parameter values were invalid: ";
    private const string Document = Invalid + "Invalid policy document: ";
    private const string NotFound = "Resource-based policy not found for the provided ResourceArn: ";

    public static string TooLarge(int mostBytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{Invalid}Maximum policy size of {mostBytes} bytes exceeded");

    public static string InvalidArn(string arn) => $"{Invalid}Invalid resource Arn: {arn}";

    public static string MissingField(string field) => $"{Document}Missing required field {field}";

    public static string UnknownField(string field) => $"{Document}Unknown field {field}";

    public static string InvalidEffect(string effect) => $"{Document}Invalid effect: {effect}";

    public static string Syntax(int line, int column) =>
        string.Create(CultureInfo.InvariantCulture, $"{Document}Syntax error at position ({line},{column})");

    public static string InvalidActions(IEnumerable<string> actions) =>
        $"{Document}The following action names are invalid: {string.Join(", ", actions.Select(static action => $"\"{action}\""))}";

    public static string NotInArnFormat(string resource) => $"{Document}Resource {resource} must be in ARN format or \"*\".";

    public static string InvalidRelativeId(string relativeId, string arn) =>
        $"{Document}The relative-id \"{relativeId}\" is invalid for ARN \"{arn}\"";

    public static string NoPolicy(string arn) => NotFound + arn;

    public static string NoPolicyToUpdate(string expected, string table) =>
        $"{NotFound}Requested update for policy with revision id {expected}, but table {table} has no associated policy.";

    public static string OtherRevision(string expected, string table, string current) =>
        $"{NotFound}Requested update for policy with revision id {expected}, "
        + $"but the policy associated to target table {table} has revision id {current}.";

    public static string PolicyExists(string table, string current) =>
        $"{NotFound}Requested policy update expecting none to be present for table {table}, "
        + $"but a policy exists with revision id {current}.";

    public static string StreamNotFound(string label, string table) =>
        $"Requested resource not found: Stream: {label} not found for Table: {table}";
}
