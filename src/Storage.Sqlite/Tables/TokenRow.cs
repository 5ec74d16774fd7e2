namespace RustStack.Storage.Sqlite.Tables;

/// <summary>A row of <c>dynamodb_token</c>.</summary>
internal sealed class TokenRow
{
    public string AccountId { get; set; } = "";

    public string Region { get; set; } = "";

    public string Token { get; set; } = "";

    public byte[] Fingerprint { get; set; } = [];

    public long DoneAt { get; set; }
}
