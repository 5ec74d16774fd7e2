using RustStack.Core.Errors;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Tags;

namespace RustStack.DynamoDb.Policies;

/// <summary>What a resource-based policy is attached to.</summary>
/// <param name="Table">The table.</param>
/// <param name="StreamLabel">The label of the table's stream; null for the table itself.</param>
internal readonly record struct PolicyResource(TableName Table, string? StreamLabel)
{
    private const int ArnParts = 6;
    private const string TablePrefix = "table/";
    private const string StreamInfix = "/stream/";

    /// <summary>The resource's ARN.</summary>
    public string Arn => StreamLabel is null ? Table.Arn : $"{Table.Arn}{StreamInfix}{StreamLabel}";

    /// <summary>Reads the ARN of a table or stream of the caller's account and region.</summary>
    /// <param name="arn">The ARN.</param>
    /// <param name="context">Who asks, and where.</param>
    /// <returns>The resource; whether it is there is another question.</returns>
    /// <exception cref="AwsException">ValidationException.</exception>
    public static PolicyResource Read(string arn, RequestContext context)
    {
        string[] parts = arn.Split(':', ArnParts);
        if (parts[0] != "arn") throw DynamoDbErrors.Validation(TagErrorText.NotAnArn(arn));
        if (parts.Length < ArnParts || parts[1] != "aws") throw DynamoDbErrors.Validation(PolicyErrorText.InvalidArn(arn));
        string resource = parts[5];
        bool isTable = parts[2] == "dynamodb" && resource.StartsWith(TablePrefix, StringComparison.Ordinal);
        if (!isTable || resource.Contains("/backup/", StringComparison.Ordinal))
            throw DynamoDbErrors.Validation(TagErrorText.NotDynamoDb(arn));
        if (parts[4] != context.AccountId) throw DynamoDbErrors.Validation(PolicyErrorText.OtherAccount);
        if (parts[3] != context.Region) throw DynamoDbErrors.Validation(PolicyErrorText.InvalidArn(arn));
        (string name, string? label) = Split(resource[TablePrefix.Length..]);
        if (name.Contains('/', StringComparison.Ordinal)) throw DynamoDbErrors.Validation(TagErrorText.NotTagged(arn));
        return new(TableNameRules.Read(name, context), label);
    }

    /// <summary>Finds the resource's table.</summary>
    /// <param name="tables">Where.</param>
    /// <param name="now">The time.</param>
    /// <returns>The table; a table that is being created counts as one that is not there yet.</returns>
    /// <exception cref="AwsException">ResourceNotFoundException, for a stream that the table never had or has no longer too.</exception>
    public Table Find(TableCatalog tables, DateTimeOffset now)
    {
        Table? table = tables.Find(Table, now);
        if (table is null || table.Lifecycle.Status == TableStatus.Creating) throw DynamoDbErrors.TableNotFound(Table.Name);
        bool isThere = StreamLabel is null || StreamLabel == table.Definition.StreamLabel;
        return isThere ? table : throw DynamoDbErrors.ResourceNotFound(PolicyErrorText.StreamNotFound(StreamLabel!, Table.Name));
    }

    private static (string Name, string? Label) Split(string resource)
    {
        int at = resource.IndexOf(StreamInfix, StringComparison.Ordinal);
        return at < 0 ? (resource, null) : (resource[..at], resource[(at + StreamInfix.Length)..]);
    }
}
