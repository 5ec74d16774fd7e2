using System.Security.Cryptography;
using System.Text;

namespace RustStack.S3.Tests.Operations;

public sealed class ObjectLockTests
{
    private const string Denied = "Access Denied because object protected by object lock.";
    private const string Malformed = "The XML you provided was not well-formed or did not validate against our published schema";
    private const string MissingLock = "Bucket is missing Object Lock Configuration";
    private const string BothOrNone = "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied";
    private const string Mode = "x-amz-object-lock-mode";
    private const string Until = "x-amz-object-lock-retain-until-date";
    private const string LegalHold = "x-amz-object-lock-legal-hold";
    private const string Later = "2024-06-01T00:00:00Z";
    private static readonly (string, string) Bypass = ("x-amz-bypass-governance-retention", "true");

    [Fact]
    public async Task BucketWithLock_IsVersionedAndStaysSo()
    {
        await using S3Harness s3 = await LockedAsync();
        Assert.Equal("Enabled", (await s3.GetAsync("/bucket?versioning"))["Status"]);
        S3Reply configuration = await s3.GetAsync("/bucket?object-lock");
        Assert.Equal(("Enabled", null), (configuration["ObjectLockEnabled"], configuration["Rule"]));
        (await s3.PutAsync("/bucket?versioning", Versioning("Suspended"))).AssertError(
            409,
            "InvalidBucketState",
            "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.");
        Assert.Equal(200, (await s3.PutAsync("/bucket?versioning", Versioning("Enabled"))).Status);
    }

    [Fact]
    public async Task BucketWithoutLock_HasNoConfigurationUntilItIsVersioned()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        S3Reply absent = await s3.GetAsync("/bucket?object-lock");
        absent.AssertError(
            404, "ObjectLockConfigurationNotFoundError", "Object Lock configuration does not exist for this bucket");
        Assert.Equal("bucket", absent["BucketName"]);
        (await s3.PutAsync("/bucket?object-lock", Configuration(""))).AssertError(
            409, "InvalidBucketState", "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration");
        await s3.PutAsync("/bucket?versioning", Versioning("Enabled"));
        Assert.Equal(200, (await s3.PutAsync("/bucket?object-lock", Configuration(""))).Status);
        Assert.Equal("Enabled", (await s3.GetAsync("/bucket?object-lock"))["ObjectLockEnabled"]);
    }

    [Theory]
    [InlineData("<ObjectLockConfiguration></ObjectLockConfiguration>", "MalformedXML", Malformed)]
    [InlineData("<ObjectLockConfiguration><ObjectLockEnabled>On</ObjectLockEnabled></ObjectLockConfiguration>", "MalformedXML", Malformed)]
    [InlineData("<Rule></Rule>", "MalformedXML", Malformed)]
    [InlineData("<Rule><DefaultRetention><Mode>GOVERNANCE</Mode></DefaultRetention></Rule>", "MalformedXML", Malformed)]
    [InlineData("<Rule><DefaultRetention><Days>1</Days></DefaultRetention></Rule>", "MalformedXML", Malformed)]
    [InlineData("<Rule><DefaultRetention><Mode>STRICT</Mode><Days>1</Days></DefaultRetention></Rule>", "MalformedXML", Malformed)]
    [InlineData(
        "<Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Days>1</Days><Years>1</Years></DefaultRetention></Rule>",
        "MalformedXML",
        Malformed)]
    [InlineData(
        "<Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Days>0</Days></DefaultRetention></Rule>",
        "InvalidArgument",
        "Default retention period must be a positive integer value.")]
    [InlineData(
        "<Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Years>101</Years></DefaultRetention></Rule>",
        "InvalidArgument",
        "Default retention period too large.")]
    public async Task WrongConfiguration_IsRefused(string content, string code, string message)
    {
        await using S3Harness s3 = await LockedAsync();
        bool isWhole = content.StartsWith("<ObjectLockConfiguration>", StringComparison.Ordinal);
        (await s3.PutAsync("/bucket?object-lock", isWhole ? content : Configuration(content))).AssertError(400, code, message);
        Assert.Null((await s3.GetAsync("/bucket?object-lock"))["Rule"]);
    }

    [Theory]
    [InlineData("COMPLIANCE", "<Days>3</Days>", "2024-05-09T07:08:09.123Z")]
    [InlineData("GOVERNANCE", "<Years>2</Years>", "2026-05-06T07:08:09.123Z")]
    public async Task DefaultRetention_IsAppliedToEveryWrite(string mode, string period, string until)
    {
        await using S3Harness s3 = await LockedAsync();
        string rule = $"<Rule><DefaultRetention><Mode>{mode}</Mode>{period}</DefaultRetention></Rule>";
        Assert.Equal(200, (await s3.PutAsync("/bucket?object-lock", Configuration(rule))).Status);
        Assert.Equal(mode, (await s3.GetAsync("/bucket?object-lock"))["Mode"]);
        await PutAsync(s3, "/bucket/put");
        await s3.SendAsync("PUT", "/bucket/copy", null, ("x-amz-copy-source", "bucket/put"));
        await MultipartAsync(s3, "/bucket/multipart");
        await PutAsync(s3, "/bucket/own", (Mode, "GOVERNANCE"), (Until, Later));
        foreach (string key in new[] { "put", "copy", "multipart" })
        {
            S3Reply head = await s3.SendAsync("HEAD", "/bucket/" + key);
            Assert.Equal((key, mode, until), (key, head.Header(Mode), head.Header(Until)));
        }

        S3Reply own = await s3.GetAsync("/bucket/own");
        Assert.Equal(("GOVERNANCE", "2024-06-01T00:00:00.000Z", null), (own.Header(Mode), own.Header(Until), own.Header(LegalHold)));
        await s3.PutAsync("/bucket?object-lock", Configuration(""));
        await PutAsync(s3, "/bucket/free");
        Assert.Null((await s3.GetAsync("/bucket/free")).Header(Mode));
    }

    [Theory]
    [InlineData(Mode, "GOVERNANCE", null, null, "InvalidArgument", BothOrNone, Until)]
    [InlineData(Until, Later, null, null, "InvalidArgument", BothOrNone, Mode)]
    [InlineData(Mode, "governance", Until, Later, "InvalidArgument", "Unknown wormMode directive.", Mode)]
    [InlineData(
        Mode, "GOVERNANCE", Until, "2024-05-06T07:08:09Z", "InvalidArgument", "The retain until date must be in the future!", Until)]
    [InlineData(
        Mode, "GOVERNANCE", Until, "tomorrow", "InvalidArgument", "The retain until date must be provided in ISO 8601 format", Until)]
    [InlineData(LegalHold, "on", null, null, "InvalidArgument", "Legal Hold must be either of 'ON' or 'OFF'", LegalHold)]
    public async Task WrongHeaders_AreRefused(
        string first, string value, string? second, string? secondValue, string code, string message, string argument)
    {
        await using S3Harness s3 = await LockedAsync();
        List<(string, string)> headers = [(first, value), Md5("body")];
        if (second is not null) headers.Add((second, secondValue!));
        S3Reply reply = await s3.PutAsync("/bucket/key", "body", [.. headers]);
        reply.AssertError(400, code, message);
        Assert.Equal(argument, reply["ArgumentName"]);
        Assert.Equal(404, (await s3.SendAsync("HEAD", "/bucket/key")).Status);
    }

    [Theory]
    [InlineData(Mode)]
    [InlineData(LegalHold)]
    public async Task LockedUpload_MustStateADigest(string header)
    {
        await using S3Harness s3 = await LockedAsync();
        (string, string)[] headers = header == Mode ? [(Mode, "GOVERNANCE"), (Until, Later)] : [(LegalHold, "ON")];
        (await s3.PutAsync("/bucket/key", "body", headers)).AssertError(
            400,
            "InvalidRequest",
            "Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters");
        string crc = (await s3.PutAsync("/bucket/other", "body")).Header("x-amz-checksum-crc64nvme")!;
        Assert.Equal(200, (await s3.PutAsync("/bucket/key", "body", [.. headers, ("x-amz-checksum-crc64nvme", crc)])).Status);

        string upload = (await s3.SendAsync("POST", "/bucket/multi?uploads", null, headers))["UploadId"]!;
        (await s3.PutAsync($"/bucket/multi?partNumber=1&uploadId={upload}", "body")).AssertError(
            400,
            "InvalidRequest",
            "Content-MD5 OR x-amz-checksum- HTTP header is required for Put Part requests with Object Lock parameters");
    }

    [Theory]
    [InlineData("GET", "?retention", "")]
    [InlineData("PUT", "?retention", "<Retention></Retention>")]
    [InlineData("GET", "?legal-hold", "")]
    [InlineData("PUT", "?legal-hold", "<LegalHold><Status>ON</Status></LegalHold>")]
    public async Task BucketWithoutLock_RefusesLocksOfObjects(string method, string subResource, string body)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "body");
        (await s3.SendAsync(method, "/bucket/key" + subResource, Encoding.UTF8.GetBytes(body))).AssertError(
            400, "InvalidRequest", MissingLock);
    }

    [Theory]
    [InlineData("?retention")]
    [InlineData("?legal-hold")]
    public async Task ObjectWithoutLock_HasNoConfiguration(string subResource)
    {
        await using S3Harness s3 = await LockedAsync();
        await PutAsync(s3, "/bucket/key");
        (await s3.GetAsync("/bucket/key" + subResource)).AssertError(
            404, "NoSuchObjectLockConfiguration", "The specified object does not have a ObjectLock configuration");
        (await s3.GetAsync("/bucket/absent" + subResource)).AssertError(404, "NoSuchKey", "The specified key does not exist.");
    }

    [Theory]
    [InlineData("?retention", "<Retention><Mode>GOVERNANCE</Mode></Retention>", "MalformedXML", Malformed)]
    [InlineData("?retention", "<Retention><RetainUntilDate>2030-01-01T00:00:00Z</RetainUntilDate></Retention>", "MalformedXML", Malformed)]
    [InlineData(
        "?retention",
        "<Retention><Mode>SOFT</Mode><RetainUntilDate>2030-01-01T00:00:00Z</RetainUntilDate></Retention>",
        "MalformedXML",
        Malformed)]
    [InlineData(
        "?retention",
        "<Retention><Mode>GOVERNANCE</Mode><RetainUntilDate>2020-01-01T00:00:00Z</RetainUntilDate></Retention>",
        "InvalidArgument",
        "The retain until date must be in the future!")]
    [InlineData("?legal-hold", "<LegalHold></LegalHold>", "MalformedXML", Malformed)]
    [InlineData("?legal-hold", "<LegalHold><Status>on</Status></LegalHold>", "MalformedXML", Malformed)]
    public async Task WrongLockOfAnObject_IsRefused(string subResource, string body, string code, string message)
    {
        await using S3Harness s3 = await LockedAsync();
        await PutAsync(s3, "/bucket/key");
        (await s3.PutAsync("/bucket/key" + subResource, body)).AssertError(400, code, message);
    }

    [Theory]
    [InlineData("GOVERNANCE", false, "GOVERNANCE", "2024-07-01T00:00:00Z", true)]
    [InlineData("GOVERNANCE", false, "GOVERNANCE", "2024-05-20T00:00:00Z", false)]
    [InlineData("GOVERNANCE", true, "GOVERNANCE", "2024-05-20T00:00:00Z", true)]
    [InlineData("GOVERNANCE", false, "COMPLIANCE", "2024-07-01T00:00:00Z", false)]
    [InlineData("GOVERNANCE", true, "COMPLIANCE", "2024-07-01T00:00:00Z", true)]
    [InlineData("GOVERNANCE", false, null, null, false)]
    [InlineData("GOVERNANCE", true, null, null, true)]
    [InlineData("COMPLIANCE", true, "COMPLIANCE", "2024-07-01T00:00:00Z", true)]
    [InlineData("COMPLIANCE", true, "COMPLIANCE", "2024-05-20T00:00:00Z", false)]
    [InlineData("COMPLIANCE", true, "GOVERNANCE", "2024-07-01T00:00:00Z", false)]
    [InlineData("COMPLIANCE", true, null, null, false)]
    public async Task Retention_MayBeLengthenedNotWeakened(string mode, bool bypasses, string? next, string? until, bool isAllowed)
    {
        await using S3Harness s3 = await LockedAsync();
        string id = await PutAsync(s3, "/bucket/key", (Mode, mode), (Until, Later));
        string document = next is null ? "<Retention/>" : Retention(next, until!);
        S3Reply reply = await s3.PutAsync($"/bucket/key?retention&versionId={id}", document, bypasses ? [Bypass] : []);
        if (isAllowed) Assert.Equal((200, ""), (reply.Status, reply.Text));
        else reply.AssertError(403, "AccessDenied", Denied);
        S3Reply now = await s3.GetAsync("/bucket/key?retention");
        string? expected = isAllowed ? until : Later;
        Assert.Equal(expected?.Replace("Z", ".000Z", StringComparison.Ordinal), now.Status == 404 ? null : now["RetainUntilDate"]);
        Assert.Equal(isAllowed ? next : mode, now.Status == 404 ? null : now["Mode"]);
    }

    [Fact]
    public async Task Retention_EndsWithItsTime()
    {
        await using S3Harness s3 = await LockedAsync();
        string id = await PutAsync(s3, "/bucket/key", (Mode, "COMPLIANCE"), (Until, Later));
        string path = $"/bucket/key?versionId={id}";
        (await s3.SendAsync("DELETE", path, null, Bypass)).AssertError(403, "AccessDenied", Denied);
        s3.Time.SetUtcNow(new DateTimeOffset(2024, 6, 1, 0, 0, 1, TimeSpan.Zero));
        Assert.Equal(200, (await s3.PutAsync("/bucket/key?retention", Retention("GOVERNANCE", "2024-07-01T00:00:00Z"))).Status);
        (await s3.SendAsync("DELETE", path)).AssertError(403, "AccessDenied", Denied);
        Assert.Equal(204, (await s3.SendAsync("DELETE", path, null, Bypass)).Status);
    }

    [Fact]
    public async Task LegalHold_ProtectsUntilItIsLifted()
    {
        await using S3Harness s3 = await LockedAsync();
        string id = await PutAsync(s3, "/bucket/key", (LegalHold, "ON"));
        Assert.Equal("ON", (await s3.GetAsync("/bucket/key?legal-hold"))["Status"]);
        Assert.Equal("ON", (await s3.SendAsync("HEAD", "/bucket/key")).Header(LegalHold));
        (await s3.SendAsync("DELETE", $"/bucket/key?versionId={id}", null, Bypass)).AssertError(403, "AccessDenied", Denied);
        Assert.Equal(200, (await s3.PutAsync("/bucket/key?legal-hold", "<LegalHold><Status>OFF</Status></LegalHold>")).Status);
        Assert.Equal("OFF", (await s3.GetAsync("/bucket/key?legal-hold"))["Status"]);
        Assert.Equal(204, (await s3.SendAsync("DELETE", $"/bucket/key?versionId={id}")).Status);
    }

    [Fact]
    public async Task DeleteWithoutVersion_HidesALockedObject()
    {
        await using S3Harness s3 = await LockedAsync();
        string id = await PutAsync(s3, "/bucket/key", (Mode, "COMPLIANCE"), (Until, Later));
        Assert.Equal((204, "true"), ((await s3.SendAsync("DELETE", "/bucket/key")).Status, (await s3.GetAsync("/bucket/key")).Header("x-amz-delete-marker")));
        Assert.Equal("body", (await s3.GetAsync($"/bucket/key?versionId={id}")).Text);
    }

    [Fact]
    public async Task DeleteObjects_TellsWhatIsProtected()
    {
        await using S3Harness s3 = await LockedAsync();
        string locked = await PutAsync(s3, "/bucket/locked", (Mode, "GOVERNANCE"), (Until, Later));
        string free = await PutAsync(s3, "/bucket/free");
        byte[] body = Encoding.UTF8.GetBytes(
            $"<Delete><Object><Key>locked</Key><VersionId>{locked}</VersionId></Object>"
            + $"<Object><Key>free</Key><VersionId>{free}</VersionId></Object></Delete>");
        (string, string) md5 = ("Content-MD5", Convert.ToBase64String(MD5.HashData(body)));
        S3Reply reply = await s3.SendAsync("POST", "/bucket?delete", body, md5);
        Assert.Equal(["free", "locked"], reply.All("Key").Order(StringComparer.Ordinal));
        Assert.Equal(("AccessDenied", Denied), (reply["Code"], reply["Message"]));
        Assert.Equal(locked, (await s3.GetAsync("/bucket?versions"))["VersionId"]);
        Assert.Null((await s3.SendAsync("POST", "/bucket?delete", body, md5, Bypass))["Code"]);
        Assert.Equal(204, (await s3.SendAsync("DELETE", "/bucket")).Status);
    }

    [Fact]
    public async Task Copy_TakesNoLockFromItsSource()
    {
        await using S3Harness s3 = await LockedAsync();
        await PutAsync(s3, "/bucket/source", (Mode, "COMPLIANCE"), (Until, Later), (LegalHold, "ON"));
        await s3.SendAsync("PUT", "/bucket/plain", null, ("x-amz-copy-source", "bucket/source"));
        await s3.SendAsync("PUT", "/bucket/held", null, ("x-amz-copy-source", "bucket/source"), (LegalHold, "ON"));
        S3Reply plain = await s3.SendAsync("HEAD", "/bucket/plain");
        Assert.Equal((200, null, null), (plain.Status, plain.Header(Mode), plain.Header(LegalHold)));
        Assert.Equal("ON", (await s3.SendAsync("HEAD", "/bucket/held")).Header(LegalHold));
    }

    [Fact]
    public async Task Bypass_NeedsALock()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        (await s3.SendAsync("DELETE", "/bucket/key", null, Bypass)).AssertError(
            400, "InvalidArgument", "x-amz-bypass-governance-retention is only applicable to Object Lock enabled buckets.");
    }

    private static async Task<S3Harness> LockedAsync()
    {
        var s3 = new S3Harness();
        Assert.Equal(200, (await s3.SendAsync("PUT", "/bucket", null, ("x-amz-bucket-object-lock-enabled", "true"))).Status);
        return s3;
    }

    private static async Task<string> PutAsync(S3Harness s3, string path, params (string, string)[] headers)
    {
        S3Reply reply = await s3.PutAsync(path, "body", [.. headers, Md5("body")]);
        Assert.True(reply.Status == 200, reply.Text);
        return reply.Header("x-amz-version-id")!;
    }

    private static async Task MultipartAsync(S3Harness s3, string path)
    {
        string upload = (await s3.SendAsync("POST", path + "?uploads"))["UploadId"]!;
        S3Reply part = await s3.PutAsync($"{path}?partNumber=1&uploadId={upload}", "body", Md5("body"));
        string document = $"<Part><PartNumber>1</PartNumber><ETag>{part.Header("ETag")}</ETag></Part>";
        S3Reply done = await s3.SendAsync(
            "POST",
            $"{path}?uploadId={upload}",
            Encoding.UTF8.GetBytes($"<CompleteMultipartUpload>{document}</CompleteMultipartUpload>"));
        Assert.True(done.Status == 200, done.Text);
    }

    private static (string, string) Md5(string body) => ("Content-MD5", Convert.ToBase64String(MD5.HashData(Encoding.UTF8.GetBytes(body))));

    private static string Versioning(string status) => $"<VersioningConfiguration><Status>{status}</Status></VersioningConfiguration>";

    private static string Configuration(string rule) =>
        $"<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled>{rule}</ObjectLockConfiguration>";

    private static string Retention(string mode, string until) =>
        $"<Retention><Mode>{mode}</Mode><RetainUntilDate>{until}</RetainUntilDate></Retention>";
}
