namespace RustStack.DynamoDb.Tables;

/// <summary>Where a table is and what it is called.</summary>
/// <param name="AccountId">The account that owns it.</param>
/// <param name="Region">The region that it is in.</param>
/// <param name="Name">Its name.</param>
internal readonly record struct TableName(string AccountId, string Region, string Name)
{
    private const string ArnStart = "arn:aws:dynamodb:";
    private const string ArnTable = "table/";

    /// <summary>The table's ARN.</summary>
    public string Arn => $"{ArnStart}{Region}:{AccountId}:{ArnTable}{Name}";

    /// <summary>Reads a name or an ARN.</summary>
    /// <param name="text">The name, or <c>arn:aws:dynamodb:REGION:ACCOUNT:table/NAME</c>.</param>
    /// <param name="accountId">The account of a plain name.</param>
    /// <param name="region">The region of a plain name.</param>
    /// <returns>What the text means; text that is no table's ARN is taken as a name.</returns>
    public static TableName Parse(string text, string accountId, string region)
    {
        if (!text.StartsWith("arn:", StringComparison.Ordinal)) return new(accountId, region, text);
        string[] parts = text.Split(':');
        return parts is [_, _, "dynamodb", { } arnRegion, { } arnAccount, { } resource]
            && resource.StartsWith(ArnTable, StringComparison.Ordinal)
            ? new(arnAccount, arnRegion, resource[ArnTable.Length..])
            : new(accountId, region, text);
    }
}
