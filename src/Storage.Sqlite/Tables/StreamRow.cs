namespace RustStack.Storage.Sqlite.Tables;

/// <summary>A row of <c>dynamodb_stream</c>.</summary>
internal sealed class StreamRow
{
    public long Id { get; set; }

    public byte[] Definition { get; set; } = [];
}
