namespace RustStack.Storage.Sqlite.Tables;

/// <summary>A row of <c>dynamodb_backup</c>.</summary>
internal sealed class BackupRow
{
    public long Id { get; set; }

    public byte[] Document { get; set; } = [];

    public long IsComplete { get; set; }
}
