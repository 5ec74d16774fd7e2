using System.Security.Cryptography;
using System.Text;

namespace RustStack.S3.Tests.Operations;

/// <summary>Reading the parts of objects that came by multipart upload.</summary>
public sealed class PartReadTests
{
    private const int PartBytes = 5 * 1024 * 1024;

    [Theory]
    [InlineData("COMPOSITE", true)]
    [InlineData("FULL_OBJECT", false)]
    public async Task Part_HasItsChecksumIfTheObjectsIsComposite(string type, bool hasChecksum)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        string algorithm = hasChecksum ? "SHA256" : "CRC64NVME";
        string header = "x-amz-checksum-" + algorithm.ToLowerInvariant();
        string upload = (await s3.SendAsync(
            "POST", "/bucket/key?uploads", null, ("x-amz-checksum-algorithm", algorithm), ("x-amz-checksum-type", type)))["UploadId"]!;
        List<string> checksums = [];
        StringBuilder parts = new();
        foreach (byte number in new byte[] { 1, 2 })
        {
            byte[] body = new byte[number == 1 ? PartBytes : 10];
            (string, string)[] claim = hasChecksum
                ? [(header, Convert.ToBase64String(SHA256.HashData(body)))]
                : [(header, (await s3.SendAsync("PUT", "/bucket/scratch", body)).Header(header)!)];
            S3Reply part = await s3.SendAsync("PUT", $"/bucket/key?partNumber={number}&uploadId={upload}", body, claim);
            Assert.True(part.Status == 200, part.Text);
            checksums.Add(part.Header(header)!);
            parts.Append(
                $"<Part><PartNumber>{number}</PartNumber><ETag>{part.Header("ETag")}</ETag>"
                + $"<Checksum{algorithm}>{part.Header(header)}</Checksum{algorithm}></Part>");
        }

        byte[] document = Encoding.UTF8.GetBytes($"<CompleteMultipartUpload>{parts}</CompleteMultipartUpload>");
        Assert.Equal(200, (await s3.SendAsync("POST", $"/bucket/key?uploadId={upload}", document)).Status);

        foreach (string method in new[] { "GET", "HEAD" })
        {
            S3Reply part = await s3.SendAsync(method, "/bucket/key?partNumber=2", null, ("x-amz-checksum-mode", "ENABLED"));
            Assert.Equal((206, "10", "2"), (part.Status, part.Header("Content-Length"), part.Header("x-amz-mp-parts-count")));
            Assert.Equal($"bytes {PartBytes}-{PartBytes + 9}/{PartBytes + 10}", part.Header("Content-Range"));
            Assert.Equal(hasChecksum ? checksums[1] : null, part.Header(header));
            Assert.Equal(hasChecksum ? type : null, part.Header("x-amz-checksum-type"));
            S3Reply whole = await s3.SendAsync(method, "/bucket/key", null, ("x-amz-checksum-mode", "ENABLED"));
            Assert.Equal((200, type, null), (whole.Status, whole.Header("x-amz-checksum-type"), whole.Header("x-amz-mp-parts-count")));
        }
    }

    [Fact]
    public async Task ObjectOfOnePiece_IsItsFirstPart()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "body");
        S3Reply part = await s3.GetAsync("/bucket/key?partNumber=1");
        Assert.Equal((206, "body", "bytes 0-3/4"), (part.Status, part.Text, part.Header("Content-Range")));
        Assert.Null(part.Header("x-amz-mp-parts-count"));
        (await s3.GetAsync("/bucket/key?partNumber=1", ("Range", "bytes=0-1"))).AssertError(
            400, "InvalidRequest", "Cannot specify both Range header and partNumber query parameter");
    }

    [Fact]
    public async Task PartsWithGapsBetweenTheirNumbers_AreReadByTheirNumbers()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        string upload = (await s3.SendAsync("POST", "/bucket/key?uploads"))["UploadId"]!;
        StringBuilder parts = new();
        foreach (int number in new[] { 2, 7 })
        {
            byte[] body = new byte[number == 2 ? PartBytes : 10];
            S3Reply part = await s3.SendAsync("PUT", $"/bucket/key?partNumber={number}&uploadId={upload}", body);
            parts.Append($"<Part><PartNumber>{number}</PartNumber><ETag>{part.Header("ETag")}</ETag></Part>");
        }

        byte[] document = Encoding.UTF8.GetBytes($"<CompleteMultipartUpload>{parts}</CompleteMultipartUpload>");
        Assert.Equal(200, (await s3.SendAsync("POST", $"/bucket/key?uploadId={upload}", document)).Status);
        S3Reply last = await s3.GetAsync("/bucket/key?partNumber=7");
        Assert.Equal((206, 10, "2"), (last.Status, last.Body.Length, last.Header("x-amz-mp-parts-count")));
        Assert.Equal($"bytes {PartBytes}-{PartBytes + 9}/{PartBytes + 10}", last.Header("Content-Range"));
        foreach (int absent in new[] { 1, 3, 8 })
        {
            S3Reply reply = await s3.GetAsync($"/bucket/key?partNumber={absent}");
            reply.AssertError(416, "InvalidPartNumber", "The requested partnumber is not satisfiable");
            Assert.Equal("2", reply["ActualPartCount"]);
        }
    }

    [Fact]
    public async Task PartWithoutETag_IsMalformed()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        string upload = (await s3.SendAsync("POST", "/bucket/key?uploads"))["UploadId"]!;
        await s3.PutAsync($"/bucket/key?partNumber=1&uploadId={upload}", "body");
        byte[] document = "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber></Part></CompleteMultipartUpload>"u8.ToArray();
        (await s3.SendAsync("POST", $"/bucket/key?uploadId={upload}", document)).AssertError(
            400, "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");
    }
}
