namespace RustStack.DynamoDb.Tables;

/// <summary>Names of KMS keys. There is no KMS here: a name is taken as given.</summary>
internal static class KmsKeys
{
    private const string Default = "alias/aws/dynamodb";

    /// <summary>The ARN of a key.</summary>
    /// <param name="key">A key's id, alias or ARN; null for the account's key for DynamoDB.</param>
    /// <param name="table">The table that it encrypts.</param>
    /// <returns>The ARN.</returns>
    public static string Arn(string? key, TableName table)
    {
        string name = key ?? Default;
        if (name.StartsWith("arn:", StringComparison.Ordinal)) return name;
        string resource = name.StartsWith("alias/", StringComparison.Ordinal) ? name : $"key/{name}";
        return $"arn:aws:kms:{table.Region}:{table.AccountId}:{resource}";
    }
}
