namespace RustStack.Storage.Sqlite.Buckets;

/// <summary>A row of <c>s3_bucket</c>.</summary>
internal sealed class BucketRow
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    public string OwnerAccountId { get; set; } = "";

    public string Region { get; set; } = "";

    public long CreatedAt { get; set; }

    public byte[] Configuration { get; set; } = [];
}
