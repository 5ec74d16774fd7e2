using System.Security.Cryptography;
using System.Text;
using RustStack.S3.Tests.Uploads;

namespace RustStack.S3.Tests.Operations;

public sealed class ObjectOperationTests
{
    private const string Precondition = "At least one of the pre-conditions you specified did not hold";
    private const string ETagOfBody = "\"841a2d689ad86bd1611447453c22c6fc\"";

    [Fact]
    public async Task Put_ComesBackWithEverythingThatWasSaidOfIt()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        S3Reply put = await s3.PutAsync(
            "/bucket/a//b/../%C3%BC%20",
            "body",
            ("Content-Type", "text/plain"),
            ("Cache-Control", "no-cache"),
            ("Content-Disposition", "inline"),
            ("Content-Encoding", "aws-chunked,gzip"),
            ("Content-Language", "de"),
            ("Expires", "Thu, 01 Jan 2032 00:00:00 GMT"),
            ("x-amz-meta-Colour", "red"),
            ("x-amz-storage-class", "STANDARD_IA"),
            ("x-amz-website-redirect-location", "/other"),
            ("x-amz-tagging", "a=1&b=%C3%BC"));
        Assert.Equal((200, ETagOfBody, "AES256"), (put.Status, put.Header("ETag"), put.Header("x-amz-server-side-encryption")));
        Assert.Equal("FULL_OBJECT", put.Header("x-amz-checksum-type"));
        Assert.NotNull(put.Header("x-amz-checksum-crc64nvme"));

        foreach (string method in new[] { "GET", "HEAD" })
        {
            S3Reply reply = await s3.SendAsync(method, "/bucket/a//b/../%C3%BC%20");
            Assert.Equal((200, method == "GET" ? "body" : ""), (reply.Status, reply.Text));
            Assert.Equal(
                ("text/plain", "no-cache", "inline"),
                (reply.Header("Content-Type"), reply.Header("Cache-Control"), reply.Header("Content-Disposition")));
            Assert.Equal(("gzip", "de"), (reply.Header("Content-Encoding"), reply.Header("Content-Language")));
            Assert.Equal("Thu, 01 Jan 2032 00:00:00 GMT", reply.Header("Expires"));
            Assert.Equal(
                ("red", "STANDARD_IA", "/other"),
                (reply.Header("x-amz-meta-colour"), reply.Header("x-amz-storage-class"), reply.Header("x-amz-website-redirect-location")));
            Assert.Equal(
                ("2", "4", "bytes"), (reply.Header("x-amz-tagging-count"), reply.Header("Content-Length"), reply.Header("accept-ranges")));
            Assert.Equal(("Mon, 06 May 2024 07:08:09 GMT", ETagOfBody), (reply.Header("Last-Modified"), reply.Header("ETag")));
            Assert.Null(reply.Header("x-amz-checksum-crc64nvme"));
        }
    }

    [Fact]
    public async Task ChecksumMode_TellsTheChecksumOfTheWholeObjectOnly()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        string sha256 = Convert.ToBase64String(SHA256.HashData("body"u8));
        await s3.PutAsync("/bucket/key", "body", ("x-amz-checksum-sha256", sha256));
        S3Reply whole = await s3.GetAsync("/bucket/key", ("x-amz-checksum-mode", "ENABLED"));
        Assert.Equal((sha256, "FULL_OBJECT"), (whole.Header("x-amz-checksum-sha256"), whole.Header("x-amz-checksum-type")));
        Assert.Null(
            (await s3.GetAsync("/bucket/key", ("x-amz-checksum-mode", "ENABLED"), ("Range", "bytes=0-1"))).Header("x-amz-checksum-sha256"));
    }

    [Theory]
    [InlineData("bytes=0-0", 206, "a", "bytes 0-0/10")]
    [InlineData("bytes=2-4", 206, "cde", "bytes 2-4/10")]
    [InlineData("bytes=8-", 206, "ij", "bytes 8-9/10")]
    [InlineData("bytes=8-99999999999999999999", 206, "ij", "bytes 8-9/10")]
    [InlineData("bytes=-3", 206, "hij", "bytes 7-9/10")]
    [InlineData("bytes=-99", 206, "abcdefghij", "bytes 0-9/10")]
    [InlineData("bytes=5-2", 200, "abcdefghij", null)]
    [InlineData("bytes=0-1,4-5", 200, "abcdefghij", null)]
    [InlineData("lines=0-1", 200, "abcdefghij", null)]
    [InlineData("bytes=-", 200, "abcdefghij", null)]
    public async Task Range_IsRead(string range, int status, string text, string? contentRange)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "abcdefghij");
        S3Reply reply = await s3.GetAsync("/bucket/key", ("Range", range));
        Assert.Equal((status, text, contentRange), (reply.Status, reply.Text, reply.Header("Content-Range")));
        Assert.Equal(text.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), reply.Header("Content-Length"));
    }

    [Theory]
    [InlineData("bytes=10-")]
    [InlineData("bytes=-0")]
    public async Task RangeOutside_IsRefused(string range)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "abcdefghij");
        S3Reply reply = await s3.GetAsync("/bucket/key", ("Range", range));
        reply.AssertError(416, "InvalidRange", "The requested range is not satisfiable");
        Assert.Equal(("10", range), (reply["ActualObjectSize"], reply["RangeRequested"]));
    }

    [Theory]
    [InlineData("If-Match", ETagOfBody, 200)]
    [InlineData("If-Match", "841a2d689ad86bd1611447453c22c6fc", 200)]
    [InlineData("If-Match", "\"other\", " + ETagOfBody, 200)]
    [InlineData("If-Match", "\"other\"", 412)]
    [InlineData("If-None-Match", ETagOfBody, 304)]
    [InlineData("If-None-Match", "\"other\"", 200)]
    [InlineData("If-Modified-Since", "Mon, 06 May 2024 07:08:09 GMT", 304)]
    [InlineData("If-Modified-Since", "Mon, 06 May 2024 07:08:08 GMT", 200)]
    [InlineData("If-Unmodified-Since", "Mon, 06 May 2024 07:08:09 GMT", 200)]
    [InlineData("If-Unmodified-Since", "Mon, 06 May 2024 07:08:08 GMT", 412)]
    public async Task ReadCondition_IsHonoured(string header, string value, int status)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "body");
        S3Reply reply = await s3.GetAsync("/bucket/key", (header, value));
        Assert.Equal(status, reply.Status);
        Assert.Equal(status, (await s3.SendAsync("HEAD", "/bucket/key", null, (header, value))).Status);
        if (status == 412) reply.AssertError(412, "PreconditionFailed", Precondition);
        if (status == 412) Assert.Equal(header, reply["Condition"]);
        if (status == 304) Assert.Equal((ETagOfBody, ""), (reply.Header("ETag"), reply.Text));
    }

    [Theory]
    [InlineData("If-Match", ETagOfBody, "If-Unmodified-Since", "Mon, 06 May 2024 07:08:08 GMT", 200)]
    [InlineData("If-None-Match", ETagOfBody, "If-Modified-Since", "Mon, 06 May 2024 07:08:08 GMT", 304)]
    [InlineData("If-None-Match", "\"other\"", "If-Modified-Since", "Mon, 06 May 2024 07:08:09 GMT", 200)]
    public async Task TwoReadConditions_HaveS3sPrecedence(string header, string value, string header2, string value2, int status)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "body");
        Assert.Equal(status, (await s3.GetAsync("/bucket/key", (header, value), (header2, value2))).Status);
    }

    [Theory]
    [InlineData("If-None-Match", "*", "key", 412, "PreconditionFailed", Precondition)]
    [InlineData("If-None-Match", "*", "absent", 200, null, null)]
    [InlineData("If-Match", ETagOfBody, "key", 200, null, null)]
    [InlineData("If-Match", "\"other\"", "key", 412, "PreconditionFailed", Precondition)]
    [InlineData("If-Match", ETagOfBody, "absent", 404, "NoSuchKey", "The specified key does not exist.")]
    [InlineData(
        "If-None-Match", "\"etag\"", "key", 501, "NotImplemented", "A header you provided implies functionality that is not implemented")]
    [InlineData("If-Match", "*", "key", 501, "NotImplemented", "A header you provided implies functionality that is not implemented")]
    public async Task WriteCondition_IsHonoured(string header, string value, string key, int status, string? code, string? message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "body");
        await s3.PutAsync("/bucket/source", "source");
        S3Reply put = await s3.PutAsync("/bucket/" + key, "new", (header, value));
        S3Reply copy = await s3.SendAsync("PUT", "/bucket/" + key, null, ("x-amz-copy-source", "/bucket/source"), (header, value));
        if (code is null)
        {
            Assert.Equal(200, put.Status);
            return;
        }

        put.AssertError(status, code, message!);
        copy.AssertError(status, code, message!);
        Assert.Equal("body", (await s3.GetAsync("/bucket/key")).Text);
    }

    [Fact]
    public async Task ResponseParameters_OverrideHeaders()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "body");
        const string Target =
            "/bucket/key?response-content-type=text/x&response-cache-control=c&response-content-disposition=d&response-content-encoding=e"
            + "&response-content-language=l&response-expires=Thu,%2001%20Jan%202032%2000:00:00%20GMT";
        S3Reply reply = await s3.GetAsync(Target, ("Authorization", "AWS4-HMAC-SHA256 Credential=test"));
        Assert.Equal(
            ("text/x", "c", "d"), (reply.Header("Content-Type"), reply.Header("Cache-Control"), reply.Header("Content-Disposition")));
        Assert.Equal(
            ("e", "l", "Thu, 01 Jan 2032 00:00:00 GMT"),
            (reply.Header("Content-Encoding"), reply.Header("Content-Language"), reply.Header("Expires")));
        (await s3.GetAsync(Target)).AssertError(
            400, "InvalidRequest", "Request specific response headers cannot be used for anonymous GET requests.");
        S3Reply presigned = await s3.GetAsync("/bucket/key?response-content-type=text/y&X-Amz-Signature=0&X-Amz-Credential=test");
        Assert.Equal((200, "text/y"), (presigned.Status, presigned.Header("Content-Type")));
    }

    [Fact]
    public async Task KeyOf1024Bytes_IsKeptAndListed()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        string key = string.Concat(Enumerable.Repeat("\U0001F600", 256));
        string path = "/bucket/" + Uri.EscapeDataString(key);
        Assert.Equal(200, (await s3.PutAsync(path, "body")).Status);
        Assert.Equal("body", (await s3.GetAsync(path)).Text);
        Assert.Equal(key, (await s3.GetAsync("/bucket"))["Key"]);
        (await s3.PutAsync(path + "x", "body")).AssertError(400, "KeyTooLongError", "Your key is too long");
    }

    [Fact]
    public async Task EmptyObject_IsReadCopiedAndHasNoRange()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        const string EmptyETag = "\"d41d8cd98f00b204e9800998ecf8427e\"";
        Assert.Equal(EmptyETag, (await s3.PutAsync("/bucket/key", "")).Header("ETag"));
        Assert.Equal(200, (await s3.SendAsync("PUT", "/bucket/copy", null, ("x-amz-copy-source", "bucket/key"))).Status);
        S3Reply copy = await s3.GetAsync("/bucket/copy");
        Assert.Equal((200, "", "0", EmptyETag), (copy.Status, copy.Text, copy.Header("Content-Length"), copy.Header("ETag")));
        (await s3.GetAsync("/bucket/key", ("Range", "bytes=0-"))).AssertError(
            416, "InvalidRange", "The requested range is not satisfiable");
    }

    [Fact]
    public async Task NotModified_TellsWhatCachesNeed()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "body", ("Cache-Control", "max-age=1"), ("Expires", "Thu, 01 Jan 2032 00:00:00 GMT"));
        S3Reply reply = await s3.GetAsync("/bucket/key", ("If-None-Match", ETagOfBody));
        Assert.Equal((304, "", null), (reply.Status, reply.Text, reply.Header("Content-Type")));
        Assert.Equal(
            (ETagOfBody, "Mon, 06 May 2024 07:08:09 GMT", "max-age=1", "Thu, 01 Jan 2032 00:00:00 GMT"),
            (reply.Header("ETag"), reply.Header("Last-Modified"), reply.Header("Cache-Control"), reply.Header("Expires")));
    }

    [Theory]
    [InlineData("x-amz-storage-class", "WARM", 400, "InvalidStorageClass", "The storage class you specified is not valid")]
    [InlineData("x-amz-storage-class", "OUTPOSTS", 400, "InvalidStorageClass", "The storage class you specified is not valid")]
    [InlineData("x-amz-acl", "public-read", 400, "AccessControlListNotSupported", "The bucket does not allow ACLs")]
    [InlineData("x-amz-grant-read", "id=1", 400, "InvalidArgument", "Invalid id")]
    [InlineData(
        "x-amz-write-offset-bytes", "1", 501, "NotImplemented", "A header you provided implies functionality that is not implemented")]
    [InlineData("x-amz-object-lock-mode", "GOVERNANCE", 400, "InvalidRequest", "Bucket is missing Object Lock Configuration")]
    [InlineData(
        "x-amz-website-redirect-location",
        "ftp://x",
        400,
        "InvalidRedirectLocation",
        "The website redirect location must have a prefix of 'http://' or 'https://' or '/'.")]
    [InlineData(
        "x-amz-server-side-encryption",
        "rot13",
        400,
        "InvalidEncryptionAlgorithmError",
        "The Encryption request you specified is not valid. Supported value: AES256.")]
    [InlineData(
        "x-amz-tagging",
        "a=1&a=2",
        400,
        "InvalidArgument",
        "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.")]
    [InlineData("x-amz-tagging", "a=1&b&c&d&e&f&g&h&i&j&k", 400, "BadRequest", "Object tags cannot be greater than 10")]
    [InlineData("x-amz-tagging", "aws:x=1", 400, "InvalidTag", "Your TagKey cannot be prefixed with aws:")]
    [InlineData("x-amz-checksum-crc32", "AAAAAA==", 400, "BadDigest", "The CRC32 you specified did not match the calculated checksum.")]
    public async Task WrongHeader_IsRefusedAndTheOldObjectStays(string name, string value, int status, string code, string message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "old");
        (await s3.PutAsync("/bucket/key", "new", (name, value))).AssertError(status, code, message);
        Assert.Equal("old", (await s3.GetAsync("/bucket/key")).Text);
    }

    [Fact]
    public async Task LargeMetadata_IsRefused()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        S3Reply reply = await s3.PutAsync("/bucket/key", "new", ("x-amz-meta-a", new string('x', 2048)));
        reply.AssertError(400, "MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size");
        Assert.Equal(("2049", "2048"), (reply["Size"], reply["MaxSizeAllowed"]));
        Assert.Equal(200, (await s3.PutAsync("/bucket/key", "new", ("x-amz-meta-a", new string('x', 2047)))).Status);
    }

    [Fact]
    public async Task BrokenUpload_LeavesTheOldObject()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "old");
        await s3.SendAsync("PUT", "/bucket/key", new BreakingStream(500_000), 1_000_000);
        Assert.Equal("old", (await s3.GetAsync("/bucket/key")).Text);
    }

    [Fact]
    public async Task KmsEncryption_IsKeptAndTold()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        const string Arn = "arn:aws:kms:us-east-1:000000000000:key/abc";
        await s3.PutAsync(
            "/bucket/key",
            "body",
            ("x-amz-server-side-encryption", "aws:kms"),
            ("x-amz-server-side-encryption-aws-kms-key-id", "abc"),
            ("x-amz-server-side-encryption-bucket-key-enabled", "true"));
        S3Reply reply = await s3.GetAsync("/bucket/key");
        Assert.Equal(
            ("aws:kms", Arn), (reply.Header("x-amz-server-side-encryption"), reply.Header("x-amz-server-side-encryption-aws-kms-key-id")));
        Assert.Equal("true", reply.Header("x-amz-server-side-encryption-bucket-key-enabled"));
    }

    [Fact]
    public async Task CustomerKey_IsCheckedOnEveryRead()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        (string Name, string Value)[] right = CustomerKey(1), wrong = CustomerKey(2);
        S3Reply put = await s3.PutAsync("/bucket/key", "body", right);
        Assert.Equal(
            (200, "AES256", null),
            (put.Status, put.Header("x-amz-server-side-encryption-customer-algorithm"), put.Header("x-amz-server-side-encryption")));
        Assert.Equal("body", (await s3.GetAsync("/bucket/key", right)).Text);
        (await s3.GetAsync("/bucket/key", wrong)).AssertError(
            403,
            "AccessDenied",
            "Requests specifying Server Side Encryption with Customer provided keys must provide the correct secret key.");
        (await s3.GetAsync("/bucket/key")).AssertError(
            400,
            "InvalidRequest",
            "The object was stored using a form of Server Side Encryption. The correct parameters must be provided to retrieve the "
            + "object.");
        await s3.PutAsync("/bucket/plain", "body");
        (await s3.GetAsync("/bucket/plain", right)).AssertError(
            400, "InvalidRequest", "The encryption parameters are not applicable to this object.");
        (await s3.PutAsync("/bucket/key", "body", right[0], right[1], wrong[2])).AssertError(
            400, "InvalidArgument", "The calculated MD5 hash of the key did not match the hash that was provided.");
    }

    [Fact]
    public async Task ArchivedObject_IsNotRead()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "body", ("x-amz-storage-class", "GLACIER"));
        (await s3.GetAsync("/bucket/key")).AssertError(
            403, "InvalidObjectState", "The operation is not valid for the object's storage class");
        S3Reply head = await s3.SendAsync("HEAD", "/bucket/key");
        Assert.Equal((200, "GLACIER"), (head.Status, head.Header("x-amz-storage-class")));
    }

    [Theory]
    [InlineData("/bucket/absent", 404, "NoSuchKey", "The specified key does not exist.")]
    [InlineData("/bucket/absent?versionId=J8Qy3sXoEoMwrmH4sWPZp8r1cKq_x.9A", 404, "NoSuchVersion", "The specified version does not exist.")]
    [InlineData("/bucket/key?versionId=J8Qy3sXoEoMwrmH4sWPZp8r1cKq_x.9A", 404, "NoSuchVersion", "The specified version does not exist.")]
    [InlineData("/bucket/key?versionId=abc", 400, "InvalidArgument", "Invalid version id specified")]
    [InlineData("/bucket/key?versionId=", 400, "InvalidArgument", "Version id cannot be the empty string")]
    [InlineData("/absent/key", 404, "NoSuchBucket", "The specified bucket does not exist")]
    [InlineData("/bucket/key?partNumber=2", 416, "InvalidPartNumber", "The requested partnumber is not satisfiable")]
    [InlineData("/bucket/key?partNumber=0", 400, "InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive")]
    public async Task Absent_IsRefused(string path, int status, string code, string message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "body");
        (await s3.GetAsync(path)).AssertError(status, code, message);
        Assert.Equal((status, ""), ((await s3.SendAsync("HEAD", path)).Status, (await s3.SendAsync("HEAD", path)).Text));
    }

    [Fact]
    public async Task NullVersion_IsTheObject()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "body");
        Assert.Equal("body", (await s3.GetAsync("/bucket/key?versionId=null")).Text);
        Assert.Equal(204, (await s3.SendAsync("DELETE", "/bucket/key?versionId=null")).Status);
        Assert.Equal(404, (await s3.GetAsync("/bucket/key")).Status);
    }

    [Theory]
    [InlineData("If-Match", "\"other\"", 412)]
    [InlineData("If-Match", ETagOfBody, 204)]
    [InlineData("If-Match", "*", 204)]
    [InlineData("x-amz-if-match-size", "5", 412)]
    [InlineData("x-amz-if-match-size", "4", 204)]
    public async Task DeleteCondition_IsHonoured(string header, string value, int status)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "body");
        Assert.Equal(status, (await s3.SendAsync("DELETE", "/bucket/key", null, (header, value))).Status);
        Assert.Equal(status == 204 ? 404 : 200, (await s3.GetAsync("/bucket/key")).Status);
    }

    [Fact]
    public async Task Delete_OfWhatIsAbsentIsFine()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        Assert.Equal(204, (await s3.SendAsync("DELETE", "/bucket/absent")).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DeleteObjects_AnswersPerKey(bool quiet)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/a", "body");
        await s3.PutAsync("/bucket/b", "body");
        string xml = $"<Delete><Quiet>{(quiet ? "true" : "false")}</Quiet><Object><Key>a</Key></Object><Object><Key>absent</Key></Object>"
            + "<Object><Key>b</Key><VersionId>nope</VersionId></Object></Delete>";
        S3Reply reply = await DeleteAsync(s3, xml);
        Assert.Equal(
            quiet ? [] : new[] { "a", "absent" }, reply.Xml.Elements().Where(e => e.Name.LocalName == "Deleted").Select(e => e.Value));
        Assert.Equal(
            "bnopeNoSuchVersionThe specified version does not exist.",
            Assert.Single(reply.Xml.Elements(), e => e.Name.LocalName == "Error").Value);
        Assert.Equal((404, 200), ((await s3.GetAsync("/bucket/a")).Status, (await s3.GetAsync("/bucket/b")).Status));
    }

    [Fact]
    public async Task DeleteObjects_TakesAThousandAndADigest()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        string many = string.Concat(Enumerable.Repeat("<Object><Key>a</Key></Object>", 1000));
        S3Reply most = await DeleteAsync(s3, $"<Delete>{many}</Delete>");
        Assert.Equal((200, 1000), (most.Status, most.All("Deleted").Count));
        many += "<Object><Key>a</Key></Object>";
        (await DeleteAsync(s3, $"<Delete>{many}</Delete>")).AssertError(
            400, "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");
        S3Reply bare = await s3.SendAsync("POST", "/bucket?delete", "<Delete><Object><Key>a</Key></Object></Delete>"u8.ToArray());
        bare.AssertError(400, "InvalidRequest", "Missing required header for this request: Content-MD5");
    }

    [Fact]
    public async Task Tags_AreReplacedWithoutTouchingTheObject()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "body", ("x-amz-tagging", "a=1"));
        Assert.Equal(["1"], (await s3.GetAsync("/bucket/key?tagging")).All("Value"));
        const string Xml = "<Tagging><TagSet><Tag><Key>x</Key><Value>2</Value></Tag>"
            + "<Tag><Key>y</Key><Value></Value></Tag></TagSet></Tagging>";
        Assert.Equal(200, (await s3.PutAsync("/bucket/key?tagging", Xml)).Status);
        Assert.Equal(["x", "y"], (await s3.GetAsync("/bucket/key?tagging")).All("Key"));
        Assert.Equal(204, (await s3.SendAsync("DELETE", "/bucket/key?tagging")).Status);
        Assert.Empty((await s3.GetAsync("/bucket/key?tagging")).All("Key"));
        Assert.Equal("body", (await s3.GetAsync("/bucket/key")).Text);
        Assert.Single((await s3.GetAsync("/bucket")).All("Contents"));
    }

    private static Task<S3Reply> DeleteAsync(S3Harness s3, string xml)
    {
        byte[] body = Encoding.UTF8.GetBytes(xml);
        return s3.SendAsync("POST", "/bucket?delete", body, ("Content-MD5", Convert.ToBase64String(MD5.HashData(body))));
    }

    private static (string Name, string Value)[] CustomerKey(byte fill)
    {
        byte[] key = new byte[32];
        Array.Fill(key, fill);
        return
        [
            ("x-amz-server-side-encryption-customer-algorithm", "AES256"),
            ("x-amz-server-side-encryption-customer-key", Convert.ToBase64String(key)),
            ("x-amz-server-side-encryption-customer-key-MD5", Convert.ToBase64String(MD5.HashData(key))),
        ];
    }
}
