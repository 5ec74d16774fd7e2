namespace RustStack.Storage.Sqlite.Tables;

/// <summary>A row of <c>dynamodb_table</c>.</summary>
internal sealed class TableRow
{
    public long Id { get; set; }

    public byte[] Definition { get; set; } = [];
}
