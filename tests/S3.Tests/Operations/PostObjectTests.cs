using System.Text;

namespace RustStack.S3.Tests.Operations;

public sealed class PostObjectTests
{
    private const string Malformed = "The body of your POST request is not well-formed multipart/form-data.";

    [Fact]
    public async Task Upload_WithoutPolicy_StoresTheFileWithItsFields()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        S3Reply reply = await new FormUpload()
            .Field("Key", "folder/a key.txt")
            .Field("Content-Type", "text/plain")
            .Field("Cache-Control", "no-cache")
            .Field("x-amz-meta-Color", "blue")
            .Field("x-amz-storage-class", "STANDARD_IA")
            .Field("tagging", "<Tagging><TagSet><Tag><Key>k</Key><Value>v</Value></Tag></TagSet></Tagging>")
            .File("content")
            .Field("after", "is ignored")
            .SendAsync(s3);
        Assert.Equal((204, ""), (reply.Status, reply.Text));
        Assert.Equal("\"9a0364b9e99bb480dd25e1f0284c8555\"", reply.Header("ETag"));
        Assert.Equal("http://localhost:4566/bucket/folder%2Fa%20key.txt", reply.Header("Location"));
        Assert.Equal("AES256", reply.Header("x-amz-server-side-encryption"));
        S3Reply got = await s3.GetAsync("/bucket/folder/a%20key.txt");
        Assert.Equal((200, "content", "text/plain", "no-cache"), (got.Status, got.Text, got.Header("Content-Type"), got.Header("Cache-Control")));
        Assert.Equal(("blue", "STANDARD_IA", "1"), (got.Header("x-amz-meta-color"), got.Header("x-amz-storage-class"), got.Header("x-amz-tagging-count")));
    }

    [Theory]
    [InlineData("form-data; name=\"file\"; filename=\"C:\\dir\\photo.jpg\"", "up/photo.jpg")]
    [InlineData("form-data; name=\"file\"; filename=\"/home/me/photo.jpg\"", "up/photo.jpg")]
    [InlineData("form-data; name=file; filename=photo.jpg", "up/photo.jpg")]
    [InlineData("form-data; filename=\"a \\\"b\\\".txt\"; name=\"file\"", "up/a%20%22b%22.txt")]
    [InlineData("form-data; name=\"file\"; filename=\"x\"; filename*=UTF-8''%C3%BC.txt", "up/%C3%BC.txt")]
    [InlineData("form-data; name=\"file\"", "up/")]
    public async Task FileName_StandsForTheVariable(string disposition, string path)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        S3Reply reply = await new FormUpload().Field("key", "up/${filename}").Part(disposition, "content").SendAsync(s3);
        Assert.Equal(204, reply.Status);
        Assert.Equal("content", (await s3.GetAsync("/bucket/" + path)).Text);
    }

    [Theory]
    [InlineData(null, 204)]
    [InlineData("200", 200)]
    [InlineData("201", 201)]
    [InlineData("204", 204)]
    [InlineData("404", 204)]
    public async Task Status_IsTheOneAskedFor(string? asked, int status)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        FormUpload form = new FormUpload().Field("key", "a/b");
        if (asked is not null) form.Field("success_action_status", asked);
        S3Reply reply = await form.File("content").SendAsync(s3);
        Assert.Equal(status, reply.Status);
        if (status != 201)
        {
            Assert.Empty(reply.Body);
            return;
        }

        Assert.Equal("PostResponse", reply.Xml.Name.ToString());
        Assert.Equal(
            ("http://localhost:4566/bucket/a%2Fb", "bucket", "a/b", "\"9a0364b9e99bb480dd25e1f0284c8555\""),
            (reply["Location"], reply["Bucket"], reply["Key"], reply["ETag"]));
    }

    [Theory]
    [InlineData("success_action_redirect", "http://site.test/done", "http://site.test/done?bucket=bucket&key=a%2Fb&etag=%229a0364b9e99bb480dd25e1f0284c8555%22")]
    [InlineData("redirect", "https://site.test/?x=1", "https://site.test/?x=1&bucket=bucket&key=a%2Fb&etag=%229a0364b9e99bb480dd25e1f0284c8555%22")]
    [InlineData("success_action_redirect", "/relative", null)]
    [InlineData("success_action_redirect", "javascript:alert(1)", null)]
    public async Task Redirect_LeadsToTheGivenUri(string field, string uri, string? location)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        S3Reply reply = await new FormUpload().Field("key", "a/b").Field(field, uri).File("content").SendAsync(s3);
        Assert.Equal(
            (location is null ? 204 : 303, location ?? "http://localhost:4566/bucket/a%2Fb"), (reply.Status, reply.Header("Location")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("\r\n--")]
    [InlineData("a\r\n------formBoundary7MA4YWx\r\n-")]
    public async Task File_MayHoldAnything(string content)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        Assert.Equal(204, (await new FormUpload().Field("key", "key").File(content).SendAsync(s3)).Status);
        Assert.Equal(content, (await s3.GetAsync("/bucket/key")).Text);
    }

    [Fact]
    public async Task File_OfManyBuffers_ArrivesWhole_HoweverTheBodyIsCut()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        StringBuilder content = new();
        for (int i = 0; i < 40_000; i++) content.Append("\r\n--").Append(i % 10 == 0 ? FormUpload.Boundary[..^1] : "-");
        byte[] body = new FormUpload().Raw("preamble\r\n").Field("key", "key").File(content.ToString()).End();
        foreach (int step in new[] { 1, 7, 1000, 65_536 })
        {
            S3Reply reply = await s3.SendAsync(
                "POST", "/bucket", new ShortReads(body, step), body.Length, ("Content-Type", $"multipart/form-data; boundary=\"{FormUpload.Boundary}\""));
            Assert.Equal(204, reply.Status);
            Assert.Equal(content.ToString(), (await s3.GetAsync("/bucket/key")).Text);
        }
    }

    [Fact]
    public async Task BrokenForm_IsRefusedAndStoresNothing()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        FormUpload form = new FormUpload().Field("key", "key").File("content");
        (await form.SendAsync(s3, form.Unended())).AssertError(400, "MalformedPOSTRequest", Malformed);
        (await form.SendAsync(s3, [])).AssertError(400, "MalformedPOSTRequest", Malformed);
        (await new FormUpload().Part("form-data", "x").SendAsync(s3)).AssertError(400, "MalformedPOSTRequest", Malformed);
        S3Reply noFile = await new FormUpload().Field("key", "key").SendAsync(s3);
        noFile.AssertError(400, "InvalidArgument", "POST requires exactly one file upload per request.");
        Assert.Equal(("file", "0"), (noFile["ArgumentName"], noFile["ArgumentValue"]));
        S3Reply noKey = await new FormUpload().File("content").Field("key", "late").SendAsync(s3);
        noKey.AssertError(
            400, "InvalidArgument", "Bucket POST must contain a field named 'key'.  If it is specified, please check the order of the fields.");
        Assert.Equal(("key", ""), (noKey["ArgumentName"], noKey["ArgumentValue"]));
        S3Reply tooLong = await new FormUpload().Field("key", "key").Field("x-ignore-a", new string('a', 21_000)).File("x").SendAsync(s3);
        tooLong.AssertError(
            400, "MaxPostPreDataLengthExceeded", "Your POST request fields preceding the upload file were too large.");
        S3Reply noForm = await new FormUpload { ContentType = "text/plain" }.Field("key", "key").File("x").SendAsync(s3);
        noForm.AssertError(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
        Assert.Equal("Bucket POST must be of the enclosure-type multipart/form-data", noForm["Condition"]);
        (await new FormUpload().Field("key", "k").File("x").SendAsync(s3, "/none")).AssertError(
            404, "NoSuchBucket", "The specified bucket does not exist");
        Assert.Empty((await s3.GetAsync("/bucket")).All("Key"));
    }

    [Theory]
    [InlineData("""{"bucket": "bucket"}, {"key": "user/a.txt"}""")]
    [InlineData("""["eq", "$bucket", "bucket"], ["eq", "$key", "user/a.txt"]""")]
    [InlineData("""{"bUcKeT": "bucket"}, ["StArTs-WiTh", "$KeY", "user/"],""")]
    [InlineData("""{"bucket": "bucket"}, ["starts-with", "$key", ""], ["content-length-range", 7, "7"]""")]
    public async Task Policy_ThatIsKept_LetsTheFileIn(string conditions)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        S3Reply reply = await new FormUpload().Field("key", "user/${filename}").Field("x-ignore-me", "x").Policy(conditions).File("content", "a.txt").SendAsync(s3);
        Assert.True(reply.Status == 204, reply.Text);
        Assert.Equal("content", (await s3.GetAsync("/bucket/user/a.txt")).Text);
    }

    [Theory]
    [InlineData("""{"bucket": "other"}, ["starts-with", "$key", ""]""", "Policy Condition failed: [\"eq\", \"$bucket\", \"other\"]")]
    [InlineData("""{"bucket": "bucket"}, ["starts-with", "$key", "other/"]""", "Policy Condition failed: [\"starts-with\", \"$key\", \"other/\"]")]
    [InlineData("""{"bucket": "bucket"}, {"key": "other"}""", "Policy Condition failed: [\"eq\", \"$key\", \"other\"]")]
    [InlineData("""{"bucket": "bucket"}, ["starts-with", "key", "user"]""", "Policy Condition failed: [\"starts-with\", \"key\", \"user\"]")]
    [InlineData("""{"bucket": "bucket"}, ["starts-with", "$Content-Type", ""]""", "Policy Condition failed: [\"starts-with\", \"$Content-Type\", \"\"]")]
    [InlineData("""{"bucket": "bucket"}, ["content-length-range", "test", "10"]""", "Policy Condition failed: [\"content-length-range\", \"test\", \"10\"]")]
    [InlineData("""{"bucket": "bucket"}""", "Extra input fields: key")]
    [InlineData("""["starts-with", "$key", ""]""", "Extra input fields: bucket")]
    public async Task Policy_ThatIsNotKept_IsDenied(string conditions, string message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        S3Reply reply = await new FormUpload().Field("key", "user/a.txt").Policy(conditions).File("content").SendAsync(s3);
        reply.AssertError(403, "AccessDenied", "Invalid according to Policy: " + message);
        Assert.Equal(404, (await s3.GetAsync("/bucket/user/a.txt")).Status);
    }

    [Theory]
    [InlineData("image/png, image/jpeg", 204)]
    [InlineData("image/png, text/html", 403)]
    [InlineData("image/png", 204)]
    public async Task ContentTypes_OfAList_MustEachStartAsAsked(string contentType, int status)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        const string Conditions = """{"bucket": "bucket"}, {"key": "key"}, ["starts-with", "$Content-Type", "image/"]""";
        S3Reply reply = await new FormUpload().Field("key", "key").Field("Content-Type", contentType).Policy(Conditions).File("x").SendAsync(s3);
        Assert.Equal(status, reply.Status);
    }

    [Theory]
    [InlineData("[\"content-length-range\", 8, 10]", "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size", "MinSizeAllowed", "8")]
    [InlineData("[\"content-length-range\", 0, 6]", "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size", "MaxSizeAllowed", "6")]
    public async Task Length_OutsideTheRange_IsRefused(string condition, string code, string message, string member, string limit)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        string conditions = """{"bucket": "bucket"}, {"key": "key"}, """ + condition;
        S3Reply reply = await new FormUpload().Field("key", "key").Policy(conditions).File("content").SendAsync(s3);
        reply.AssertError(400, code, message);
        Assert.Equal((limit, "7"), (reply[member], reply["ProposedSize"]));
        Assert.Equal(404, (await s3.GetAsync("/bucket/key")).Status);
    }

    [Theory]
    [InlineData("", "Invalid JSON.")]
    [InlineData("[]", "Invalid JSON.")]
    [InlineData("""{"expiration": "\ud800", "conditions": []}""", "Invalid JSON.")]
    [InlineData("""{"expiration": "2024-05-06T08:00:00Z", "conditions": [{"key": "\udc00"}]}""", "Invalid JSON.")]
    [InlineData("{}", "Policy missing expiration.")]
    [InlineData("""{"EXPIRATION": "2024-05-06T08:00:00Z", "conditions": []}""", "Policy missing expiration.")]
    [InlineData("""{"expiration": "tomorrow", "conditions": []}""", "Invalid 'expiration' value: 'tomorrow'")]
    [InlineData("""{"expiration": "2024-05-06T08:00:00Z"}""", "Policy missing conditions.")]
    [InlineData("""{"expiration": "2024-05-06T08:00:00Z", "conditions": {}}""", "Invalid 'conditions' value: must be a List.")]
    [InlineData("""{"expiration": "2024-05-06T08:00:00Z", "conditions": [1]}""", "Invalid condition test: must be a List or Object.")]
    [InlineData("""{"expiration": "2024-05-06T08:00:00Z", "conditions": [[]]}""", "Invalid Condition: missing operation identifier.")]
    [InlineData("""{"expiration": "2024-05-06T08:00:00Z", "conditions": [["like", "$key", ""]]}""", "Invalid Condition: unknown operation 'like'.")]
    [InlineData("""{"expiration": "2024-05-06T08:00:00Z", "conditions": [["eq", "$key"]]}""", "Invalid eq: wrong number of arguments.")]
    [InlineData("""{"expiration": "2024-05-06T08:00:00Z", "conditions": [{"key": 1}]}""", "Invalid Simple-Condition: value must be a string.")]
    [InlineData(
        """{"expiration": "2024-05-06T08:00:00Z", "conditions": [{"key": "a", "acl": "b"}]}""",
        "Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.")]
    public async Task MalformedPolicy_IsRefused(string policy, string message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        FormUpload form = new FormUpload().Field("key", "key").Signed(policy.Length == 0 ? "{" : policy);
        (await form.File("x").SendAsync(s3)).AssertError(400, "InvalidPolicyDocument", "Invalid Policy: " + message);
    }

    [Fact]
    public async Task Policy_ThatIsNoBase64OrExpired_IsRefused()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        FormUpload form = new FormUpload().Field("key", "key").Field("policy", "!").Field("AWSAccessKeyId", "a").Field("signature", "s");
        (await form.File("x").SendAsync(s3)).AssertError(400, "InvalidPolicyDocument", "Invalid Policy: invalid Base64 encoding.");
        s3.Time.Advance(TimeSpan.FromHours(1));
        form = new FormUpload().Field("key", "key").Policy("""{"bucket": "bucket"}, {"key": "key"}""");
        (await form.File("x").SendAsync(s3)).AssertError(403, "AccessDenied", "Invalid according to Policy: Policy expired.");
    }

    [Theory]
    [InlineData("", "AWSAccessKeyId")]
    [InlineData("AWSAccessKeyId", "Signature")]
    [InlineData("x-amz-algorithm x-amz-credential x-amz-date", "X-Amz-Signature")]
    [InlineData("x-amz-signature", "X-Amz-Algorithm")]
    public async Task SignatureField_Missing_IsNamed(string fields, string missing)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        FormUpload form = new FormUpload().Field("key", "key").Field("policy", "e30=");
        foreach (string field in fields.Split(' ', StringSplitOptions.RemoveEmptyEntries)) form.Field(field, "x");
        S3Reply reply = await form.File("x").SendAsync(s3);
        reply.AssertError(
            400,
            "InvalidArgument",
            $"Bucket POST must contain a field named '{missing}'.  If it is specified, please check the order of the fields.");
        Assert.Equal(missing, reply["ArgumentName"]);
    }

    [Theory]
    [InlineData("x-amz-meta-two words")]
    [InlineData("x-amz-meta-a:b")]
    [InlineData("x-amz-meta-\u00e9")]
    [InlineData("x-amz-meta-a\tb")]
    public async Task MetadataName_ThatNoHeaderCanHave_IsCountedAsMissing(string field)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        FormUpload form = new FormUpload().Field("key", "key").Field(field, "v").Field("x-amz-meta-kept", "k");
        Assert.Equal(204, (await form.File("x").SendAsync(s3)).Status);
        foreach (string method in (string[])["GET", "HEAD"])
        {
            S3Reply reply = await s3.SendAsync(method, "/bucket/key");
            Assert.Equal((200, "1", "k"), (reply.Status, reply.Header("x-amz-missing-meta"), reply.Header("x-amz-meta-kept")));
            Assert.Null(reply.Header(field));
        }
    }

    [Fact]
    public async Task Fields_AreCheckedAsPutObjectsHeaders()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        S3Reply reply = await Form("x-amz-checksum-crc32", "AAAAAA==").File("content").SendAsync(s3);
        reply.AssertError(400, "BadDigest", "The CRC32 you specified did not match the calculated checksum.");
        reply = await Form("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA==").File("content").SendAsync(s3);
        reply.AssertError(400, "BadDigest", "The Content-MD5 you specified did not match what we received.");
        reply = await Form("content-md5", "none").File("content").SendAsync(s3);
        reply.AssertError(400, "InvalidDigest", "The Content-MD5 you specified was invalid.");
        Assert.Equal(404, (await s3.SendAsync("HEAD", "/bucket/key")).Status);
        Assert.Equal(204, (await Form("Content-MD5", "mgNkuembtIDdJeHwKEyFVQ==").File("content").SendAsync(s3)).Status);
        reply = await Form("x-amz-checksum-algorithm", "SHA1").File("content").SendAsync(s3);
        Assert.Equal("BA8G/XdAkkeNRQd09bowxdp4rMg=", reply.Header("x-amz-checksum-sha1"));
        reply = await Form("x-amz-storage-class", "NONE").File("content").SendAsync(s3);
        reply.AssertError(400, "InvalidStorageClass", "The storage class you specified is not valid");
        reply = await Form("acl", "public-read").File("content").SendAsync(s3);
        reply.AssertError(400, "AccessControlListNotSupported", "The bucket does not allow ACLs");
        reply = await Form("tagging", "<Tagging/>").File("content").SendAsync(s3);
        reply.AssertError(
            400, "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");
        reply = await Form("x-amz-server-side-encryption", "aws:kms").File("content").SendAsync(s3);
        Assert.Equal("aws:kms", reply.Header("x-amz-server-side-encryption"));
        Assert.StartsWith("arn:aws:kms:us-east-1:000000000000:key/", reply.Header("x-amz-server-side-encryption-aws-kms-key-id"), StringComparison.Ordinal);
    }

    private static FormUpload Form(string name, string value) => new FormUpload().Field("key", "key").Field(name, value);
}
