namespace RustStack.Storage.Sqlite.Tables;

/// <summary>A row of <c>dynamodb_shard</c>.</summary>
internal sealed class ShardRow
{
    public long Id { get; set; }

    public long StreamId { get; set; }

    public long Horizon { get; set; }

    public byte[] Definition { get; set; } = [];
}
