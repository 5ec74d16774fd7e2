using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace RustStack.S3.Tests.Operations;

public sealed class ObjectAttributesTests
{
    private const string Names = "x-amz-object-attributes";
    private const int PartBytes = 5 * 1024 * 1024;

    [Fact]
    public async Task Attributes_AreThoseAskedFor()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        string sha256 = Convert.ToBase64String(SHA256.HashData("body"u8));
        await s3.PutAsync("/bucket/key", "body", ("x-amz-checksum-sha256", sha256));
        S3Reply all = await s3.GetAsync("/bucket/key?attributes", (Names, "ETag,Checksum,ObjectParts, StorageClass,ObjectSize"));
        Assert.Equal(
            ["ETag", "Checksum", "StorageClass", "ObjectSize"], all.Xml.Elements().Select(element => element.Name.LocalName));
        Assert.Equal(("841a2d689ad86bd1611447453c22c6fc", "STANDARD", "4"), (all["ETag"], all["StorageClass"], all["ObjectSize"]));
        Assert.Equal((sha256, "FULL_OBJECT"), (all["ChecksumSHA256"], all["ChecksumType"]));
        Assert.Equal("GetObjectAttributesResponse", all.Xml.Name.LocalName);
        Assert.Equal("Mon, 06 May 2024 07:08:09 GMT", all.Header("Last-Modified"));
        S3Reply size = await s3.GetAsync("/bucket/key?attributes", (Names, "ObjectSize"));
        Assert.Equal("ObjectSize", Assert.Single(size.Xml.Elements()).Name.LocalName);
    }

    [Fact]
    public async Task PartsOfACompositeUpload_AreToldPageByPage()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await UploadAsync(s3, "SHA256", "COMPOSITE");
        S3Reply all = await s3.GetAsync("/bucket/key?attributes", (Names, "ObjectParts,Checksum"));
        Assert.Equal(
            ["PartsCount", "PartNumberMarker", "NextPartNumberMarker", "MaxParts", "IsTruncated", "Part", "Part", "Part"],
            all.Xml.Elements().Single(element => element.Name.LocalName == "ObjectParts").Elements().Select(e => e.Name.LocalName));
        Assert.Equal(["2", "5", "9"], all.All("PartNumber"));
        Assert.Equal(("1000", "false"), (all["MaxParts"], all["IsTruncated"]));
        Assert.Equal([$"{PartBytes}", $"{PartBytes}", "3"], all.All("Size"));
        Assert.Equal(4, all.All("ChecksumSHA256").Count);
        Assert.EndsWith("-3", all["ChecksumSHA256"]!, StringComparison.Ordinal);

        S3Reply first = await s3.GetAsync("/bucket/key?attributes", (Names, "ObjectParts"), ("x-amz-max-parts", "2"));
        Assert.Equal(
            ("3", "0", "5", "2", "true"),
            (first["PartsCount"], first["PartNumberMarker"], first["NextPartNumberMarker"], first["MaxParts"], first["IsTruncated"]));
        S3Reply rest = await s3.GetAsync("/bucket/key?attributes", (Names, "ObjectParts"), ("x-amz-part-number-marker", "5"));
        Assert.Equal(
            ("9", "5", "9", "false"),
            (rest["PartNumber"], rest["PartNumberMarker"], rest["NextPartNumberMarker"], rest["IsTruncated"]));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("CRC32", "FULL_OBJECT")]
    public async Task PartsWithoutChecksumsOfTheirOwn_AreCountedOnly(string? algorithm, string? type)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await UploadAsync(s3, algorithm, type);
        S3Reply reply = await s3.GetAsync("/bucket/key?attributes", (Names, "ObjectParts,Checksum"));
        XElement parts = reply.Xml.Elements().Single(element => element.Name.LocalName == "ObjectParts");
        Assert.Equal(("PartsCount", "3"), (Assert.Single(parts.Elements()).Name.LocalName, parts.Value));
        Assert.Equal("FULL_OBJECT", reply["ChecksumType"]);
    }

    [Theory]
    [InlineData(
        null,
        400,
        "InvalidRequest",
        "The x-amz-object-attributes header specifying the attributes to be retrieved is either missing or empty")]
    [InlineData(
        "",
        400,
        "InvalidRequest",
        "The x-amz-object-attributes header specifying the attributes to be retrieved is either missing or empty")]
    [InlineData("ETag,Colour", 400, "InvalidArgument", "Invalid attribute name specified.")]
    public async Task WrongNames_AreRefused(string? names, int status, string code, string message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "body");
        (await s3.GetAsync("/bucket/key?attributes", names is null ? [] : [(Names, names)])).AssertError(status, code, message);
    }

    [Theory]
    [InlineData("/bucket/absent?attributes", 404, "NoSuchKey", "The specified key does not exist.")]
    [InlineData("/bucket/key?attributes&versionId=x", 400, "InvalidArgument", "Invalid version id specified")]
    public async Task Absent_IsRefused(string path, int status, string code, string message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "body");
        (await s3.GetAsync(path, (Names, "ETag"))).AssertError(status, code, message);
    }

    private static async Task UploadAsync(S3Harness s3, string? algorithm, string? type)
    {
        (string, string)[] headers = algorithm is null ? [] : [("x-amz-checksum-algorithm", algorithm), ("x-amz-checksum-type", type!)];
        string upload = (await s3.SendAsync("POST", "/bucket/key?uploads", null, headers))["UploadId"]!;
        string header = "x-amz-checksum-" + (algorithm ?? "CRC64NVME").ToLowerInvariant();
        StringBuilder parts = new();
        foreach (int number in new[] { 2, 5, 9 })
        {
            byte[] body = new byte[number == 9 ? 3 : PartBytes];
            string? claim = algorithm == "SHA256" ? Convert.ToBase64String(SHA256.HashData(body)) : null;
            if (algorithm == "CRC32") claim = Crc32(body);
            S3Reply part = await s3.SendAsync(
                "PUT", $"/bucket/key?partNumber={number}&uploadId={upload}", body, claim is null ? [] : [(header, claim)]);
            Assert.True(part.Status == 200, part.Text);
            string checksum = algorithm is null ? "" : $"<Checksum{algorithm}>{part.Header(header)}</Checksum{algorithm}>";
            parts.Append($"<Part><PartNumber>{number}</PartNumber><ETag>{part.Header("ETag")}</ETag>{checksum}</Part>");
        }

        S3Reply done = await s3.SendAsync(
            "POST",
            $"/bucket/key?uploadId={upload}",
            Encoding.UTF8.GetBytes($"<CompleteMultipartUpload>{parts}</CompleteMultipartUpload>"));
        Assert.True(done.Status == 200, done.Text);
    }

    private static string Crc32(byte[] body)
    {
        byte[] value = System.IO.Hashing.Crc32.Hash(body);
        Array.Reverse(value);
        return Convert.ToBase64String(value);
    }
}
