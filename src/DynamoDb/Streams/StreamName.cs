using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Streams;

/// <summary>Which stream: that of a table, enabled at a time.</summary>
/// <param name="Table">The table.</param>
/// <param name="Label">The stream's label.</param>
internal readonly record struct StreamName(TableName Table, string Label)
{
    private const string Separator = "/stream/";
    private const string ArnStart = "arn:";

    /// <summary>The stream's ARN.</summary>
    public string Arn => Table.Arn + Separator + Label;

    /// <summary>Reads an ARN.</summary>
    /// <param name="text"><c>arn:aws:dynamodb:REGION:ACCOUNT:table/NAME/stream/LABEL</c>.</param>
    /// <returns>The name; null for anything else.</returns>
    public static StreamName? Parse(string text)
    {
        int separator = text.IndexOf(Separator, StringComparison.Ordinal);
        if (separator < 0 || !text.StartsWith(ArnStart, StringComparison.Ordinal)) return null;
        var table = TableName.Parse(text[..separator], "", "");
        string label = text[(separator + Separator.Length)..];
        return table.AccountId.Length == 0 || label.Length == 0 ? null : new(table, label);
    }
}
