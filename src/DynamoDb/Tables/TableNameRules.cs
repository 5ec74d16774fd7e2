using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;

namespace RustStack.DynamoDb.Tables;

/// <summary>Reads the names of tables as requests give them, ARNs included, and checks them.</summary>
internal static class TableNameRules
{
    private const int MinLength = 3;
    private const int MaxLength = 255;

    /// <summary>Reads a table name of a request.</summary>
    /// <param name="text">A name or an ARN.</param>
    /// <param name="context">Whose name it is, and where.</param>
    /// <returns>The name.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException: it cannot be the name of a table.</exception>
    public static TableName Read(string text, RequestContext context)
    {
        TableName name = TableName.Parse(text, context.AccountId, context.Region);
        if (!IsWellFormed(name.Name))
        {
            throw DynamoDbErrors.Validation(
                $"1 validation error detected: Value '{name.Name}' at 'tableName' failed to satisfy constraint: "
                + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
        }

        return name.Name.Length is >= MinLength and <= MaxLength
            ? name
            : throw DynamoDbErrors.Validation("TableName must be at least 3 characters long and at most 255 characters long");
    }

    private static bool IsWellFormed(string name)
    {
        foreach (char character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '.' or '-')) return false;
        }

        return true;
    }
}
