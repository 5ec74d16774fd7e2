using RustStack.Core.Errors;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Tags;

/// <summary>Finds the table whose ARN an operation on tags names.</summary>
internal static class TaggedTable
{
    private const int ArnParts = 6;
    private const string TablePrefix = "table/";

    /// <summary>Finds the table.</summary>
    /// <param name="tables">Where.</param>
    /// <param name="name">The table's place and name, of <see cref="Read"/>.</param>
    /// <param name="context">Who asks, where and when.</param>
    /// <returns>The table.</returns>
    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static Table Find(TableCatalog tables, TableName name, RequestContext context) =>
        tables.Find(name, context.Time) ?? throw DynamoDbErrors.ResourceNotFound(TagErrorText.NotFound(name.Arn));

    /// <summary>Reads the ARN of a table of the caller's account and region.</summary>
    /// <param name="arn">The ARN.</param>
    /// <param name="context">Who asks, and where.</param>
    /// <param name="operation">What is asked.</param>
    /// <returns>The table's place and name.</returns>
    /// <exception cref="AwsException">ValidationException or AccessDeniedException.</exception>
    public static TableName Read(string arn, RequestContext context, string operation)
    {
        string[] parts = arn.Split(':', ArnParts);
        if (parts[0] != "arn") throw DynamoDbErrors.Validation(TagErrorText.NotAnArn(arn));
        if (parts.Length < ArnParts) throw DynamoDbErrors.Validation(TagErrorText.OtherRegion(arn));
        string resource = parts[5];
        if (parts[2] != "dynamodb") throw Denied();
        if (!resource.StartsWith(TablePrefix, StringComparison.Ordinal) || resource.Contains("/backup/", StringComparison.Ordinal))
            throw DynamoDbErrors.Validation(TagErrorText.NotDynamoDb(arn));
        if (parts[4] != context.AccountId) throw Denied();
        if (parts[3] != context.Region) throw DynamoDbErrors.Validation(TagErrorText.OtherRegion(arn));
        string name = resource[TablePrefix.Length..];
        if (name.Contains('/', StringComparison.Ordinal)) throw DynamoDbErrors.Validation(TagErrorText.NotTagged(arn));
        return TableNameRules.Read(name, context);

        AwsException Denied() => new("AccessDeniedException", 400, TagErrorText.Denied(context.AccountId, operation, arn));
    }
}
