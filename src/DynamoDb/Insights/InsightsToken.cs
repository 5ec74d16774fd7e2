using System.Text;
using RustStack.DynamoDb.Errors;

namespace RustStack.DynamoDb.Insights;

/// <summary>Where a page of ListContributorInsights goes on: behind a table, or behind one of its indexes.</summary>
/// <param name="TableName">The last table of the page before.</param>
/// <param name="IndexName">The last index; null for the table itself.</param>
internal readonly record struct InsightsToken(string TableName, string? IndexName)
{
    private const char Separator = '/';

    /// <summary>Reads a token.</summary>
    /// <param name="text">The token as the request has it.</param>
    /// <returns>The token.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException: it was not given out.</exception>
    public static InsightsToken Read(string text)
    {
        Span<byte> bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out int length) || length == 0) throw Invalid();
        string[] parts = Encoding.UTF8.GetString(bytes[..length]).Split(Separator);
        return parts switch
        {
            [var table] => new(table, IndexName: null),
            [var table, var index] => new(table, index),
            _ => throw Invalid(),
        };
    }

    /// <summary>The token as an answer has it.</summary>
    /// <returns>Base 64.</returns>
    public override string ToString() =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(IndexName is null ? TableName : TableName + Separator + IndexName));

    /// <summary>Whether a target comes after the place that the token stands for.</summary>
    /// <param name="target">The target.</param>
    /// <returns>True when it does.</returns>
    public bool IsBefore(InsightsTarget target)
    {
        int order = string.CompareOrdinal(target.Table.Definition.Name.Name, TableName);
        return order == 0 ? string.CompareOrdinal(target.IndexName ?? "", IndexName ?? "") > 0 : order > 0;
    }

    private static Core.Errors.AwsException Invalid() => DynamoDbErrors.Validation("Invalid NextToken");
}
