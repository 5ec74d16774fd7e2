using System.Text;

namespace RustStack.S3.Tests.Operations;

/// <summary>A form as a browser sends it, field by field.</summary>
internal sealed class FormUpload
{
    public const string Boundary = "----formBoundary7MA4YWxk";

    private readonly MemoryStream _body = new();

    public string ContentType { get; init; } = $"multipart/form-data; boundary={Boundary}";

    public FormUpload Field(string name, string value) => Part($"form-data; name=\"{name}\"", value);

    /// <summary>The policy that allows until 2024-05-06T08:00:00Z what the conditions say, and the fields of a version 2 signature.</summary>
    public FormUpload Policy(string conditions) => Signed(
        $$"""{"expiration": "2024-05-06T08:00:00.000Z", "conditions": [{{conditions}}]}""");

    public FormUpload Signed(string policy) => Field("policy", Convert.ToBase64String(Encoding.UTF8.GetBytes(policy)))
        .Field("AWSAccessKeyId", "test")
        .Field("signature", "c2lnbmF0dXJl");

    public FormUpload File(string content, string? fileName = "file.txt") =>
        Part("form-data; name=\"file\"" + (fileName is null ? "" : $"; filename=\"{fileName}\""), content);

    public FormUpload Part(string disposition, string content) => Raw(
        $"--{Boundary}\r\nContent-Disposition: {disposition}\r\n\r\n{content}\r\n");

    public FormUpload Raw(string text)
    {
        _body.Write(Encoding.UTF8.GetBytes(text));
        return this;
    }

    public byte[] End() => Raw($"--{Boundary}--\r\n")._body.ToArray();

    public Task<S3Reply> SendAsync(S3Harness s3, string path = "/bucket") => SendAsync(s3, End(), path);

    public Task<S3Reply> SendAsync(S3Harness s3, byte[] body, string path = "/bucket") =>
        s3.SendAsync("POST", path, body, ("Content-Type", ContentType));

    public byte[] Unended() => _body.ToArray();
}
