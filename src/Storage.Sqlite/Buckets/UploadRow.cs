namespace RustStack.Storage.Sqlite.Buckets;

/// <summary>A row of <c>s3_upload</c>, <c>s3_part</c> or <c>s3_completion</c>.</summary>
internal sealed class UploadRow
{
    public byte[] Key { get; set; } = [];

    public string UploadId { get; set; } = "";

    /// <summary>A part's number, or the place of the object that a completed upload became.</summary>
    public long Number { get; set; }

    public byte[] Document { get; set; } = [];
}
