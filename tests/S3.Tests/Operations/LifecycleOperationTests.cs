namespace RustStack.S3.Tests.Operations;

public sealed class LifecycleOperationTests
{
    private const string Malformed = "The XML you provided was not well-formed or did not validate against our published schema";
    private const string Days1 = "<Expiration><Days>1</Days></Expiration>";

    [Fact]
    public async Task Configuration_IsGivenBackAndDeleted()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        S3Reply none = await s3.GetAsync("/bucket?lifecycle");
        none.AssertError(404, "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist");
        Assert.Equal("bucket", none["BucketName"]);
        S3Reply put = await ConfigureAsync(s3, Rule("<Filter><Prefix>a/</Prefix></Filter>", Days1, "one") + Rule("<Filter/>", Days1, null));
        Assert.Equal((200, "all_storage_classes_128K"), (put.Status, put.Header("x-amz-transition-default-minimum-object-size")));
        S3Reply got = await s3.GetAsync("/bucket?lifecycle");
        Assert.Equal("all_storage_classes_128K", got.Header("x-amz-transition-default-minimum-object-size"));
        Assert.Equal("LifecycleConfiguration", got.Xml.Name.LocalName);
        Assert.Equal("one", got.All("ID")[0]);
        Assert.Equal(48, got.All("ID")[1].Length);
        Assert.Equal(["a/", ""], got.All("Filter"));
        Assert.Equal(204, (await s3.SendAsync("DELETE", "/bucket?lifecycle")).Status);
        Assert.Equal(404, (await s3.GetAsync("/bucket?lifecycle")).Status);
    }

    [Fact]
    public async Task MinimumObjectSize_IsKeptOrRefused()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        const string Header = "x-amz-transition-default-minimum-object-size";
        string document = Document(Rule("<Filter/>", Days1, "one"));
        Assert.Equal(200, (await s3.PutAsync("/bucket?lifecycle", document, (Header, "varies_by_storage_class"))).Status);
        Assert.Equal("varies_by_storage_class", (await s3.GetAsync("/bucket?lifecycle")).Header(Header));
        (await s3.PutAsync("/bucket?lifecycle", document, (Header, "value"))).AssertError(
            400, "InvalidRequest", "Invalid TransitionDefaultMinimumObjectSize found: value");
    }

    [Theory]
    [InlineData("<Filter/>", "", "InvalidRequest", "At least one action needs to be specified in a rule")]
    [InlineData("", Days1, "MalformedXML", Malformed)]
    [InlineData("<Prefix>a</Prefix><Filter/>", Days1, "MalformedXML", Malformed)]
    [InlineData("<Filter><Prefix>a</Prefix><ObjectSizeLessThan>5</ObjectSizeLessThan></Filter>", Days1, "MalformedXML", Malformed)]
    [InlineData("<Filter><And/></Filter>", Days1, "MalformedXML", Malformed)]
    [InlineData(
        "<Filter><And><Tag><Key>k</Key><Value>1</Value></Tag><Tag><Key>k</Key><Value>2</Value></Tag></And></Filter>",
        Days1,
        "InvalidRequest",
        "Duplicate Tag Keys are not allowed.")]
    [InlineData(
        "<Filter><And><ObjectSizeGreaterThan>9</ObjectSizeGreaterThan><ObjectSizeLessThan>9</ObjectSizeLessThan></And></Filter>",
        Days1,
        "InvalidRequest",
        "'ObjectSizeLessThan' has to be a value greater than 'ObjectSizeGreaterThan'.")]
    [InlineData("<Filter/>", "<Expiration><Days>0</Days></Expiration>", "InvalidArgument", "'Days' for Expiration action must be a positive integer")]
    [InlineData("<Filter/>", "<Expiration/>", "MalformedXML", Malformed)]
    [InlineData("<Filter/>", "<Expiration><Days>1</Days><Date>2030-01-01T00:00:00Z</Date></Expiration>", "MalformedXML", Malformed)]
    [InlineData(
        "<Filter/>",
        "<Expiration><Days>1</Days><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration>",
        "MalformedXML",
        Malformed)]
    [InlineData("<Filter/>", "<Expiration><Date>2030-01-01T01:00:00Z</Date></Expiration>", "InvalidArgument", "'Date' must be at midnight GMT")]
    [InlineData(
        "<Filter><Tag><Key>k</Key><Value>v</Value></Tag></Filter>",
        "<Expiration><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration>",
        "InvalidRequest",
        "ExpiredObjectDeleteMarker cannot be specified with Tags.")]
    [InlineData(
        "<Filter><ObjectSizeGreaterThan>9</ObjectSizeGreaterThan></Filter>",
        "<AbortIncompleteMultipartUpload><DaysAfterInitiation>1</DaysAfterInitiation></AbortIncompleteMultipartUpload>",
        "InvalidRequest",
        "AbortIncompleteMultipartUpload cannot be specified with Object Size.")]
    [InlineData(
        "<Filter/>",
        "<AbortIncompleteMultipartUpload><DaysAfterInitiation>0</DaysAfterInitiation></AbortIncompleteMultipartUpload>",
        "InvalidArgument",
        "'DaysAfterInitiation' for AbortIncompleteMultipartUpload action must be a positive integer")]
    [InlineData("<Filter/>", "<NoncurrentVersionExpiration/>", "MalformedXML", Malformed)]
    [InlineData(
        "<Filter/>",
        "<NoncurrentVersionExpiration><NoncurrentDays>0</NoncurrentDays></NoncurrentVersionExpiration>",
        "InvalidArgument",
        "'NoncurrentDays' for NoncurrentVersionExpiration action must be a positive integer")]
    [InlineData(
        "<Filter/>",
        "<NoncurrentVersionExpiration><NoncurrentDays>1</NoncurrentDays><NewerNoncurrentVersions>101</NewerNoncurrentVersions></NoncurrentVersionExpiration>",
        "InvalidArgument",
        "'NewerNoncurrentVersions' must be an integer between 1 and 100")]
    public async Task InvalidRule_IsRefused(string filter, string actions, string code, string message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        (await ConfigureAsync(s3, Rule(filter, actions, "one"))).AssertError(400, code, message);
        Assert.Equal(404, (await s3.GetAsync("/bucket?lifecycle")).Status);
    }

    [Theory]
    [InlineData("<Transition><Days>30</Days><StorageClass>STANDARD</StorageClass></Transition>", "MalformedXML", Malformed)]
    [InlineData("<Transition><StorageClass>GLACIER</StorageClass></Transition>", "MalformedXML", Malformed)]
    [InlineData(
        "<Transition><Days>-1</Days><StorageClass>GLACIER</StorageClass></Transition>",
        "InvalidArgument",
        "'Days' in Transition action must be nonnegative")]
    [InlineData(
        "<Transition><Days>29</Days><StorageClass>STANDARD_IA</StorageClass></Transition>",
        "InvalidArgument",
        "'Days' in Transition action must be greater than or equal to 30 for storageClass 'STANDARD_IA'")]
    [InlineData(
        "<Transition><Days>1</Days><StorageClass>GLACIER</StorageClass></Transition><Transition><Days>2</Days><StorageClass>GLACIER</StorageClass></Transition>",
        "InvalidRequest",
        "'StorageClass' must be different for 'Transition' actions in same 'Rule' with filter '(prefix=p/)'")]
    [InlineData(
        "<Transition><Days>1</Days><StorageClass>GLACIER</StorageClass></Transition>"
        + "<Transition><Date>2030-01-01T00:00:00Z</Date><StorageClass>DEEP_ARCHIVE</StorageClass></Transition>",
        "InvalidRequest",
        "Found mixed 'Date' and 'Days' based Transition actions in lifecycle rule for filter '(prefix=p/)'")]
    [InlineData(
        "<Transition><Days>5</Days><StorageClass>DEEP_ARCHIVE</StorageClass></Transition><Transition><Days>5</Days><StorageClass>GLACIER</StorageClass></Transition>",
        "InvalidArgument",
        "'Days' in the 'Transition' action for StorageClass 'DEEP_ARCHIVE' for filter '(prefix=p/)' must be greater than 'Days' in the 'Transition' action for StorageClass 'GLACIER'")]
    [InlineData(
        "<Transition><Days>5</Days><StorageClass>GLACIER</StorageClass></Transition><Expiration><Days>5</Days></Expiration>",
        "InvalidArgument",
        "'Days' in the Expiration action for filter '(prefix=p/)' must be greater than 'Days' in the Transition action")]
    [InlineData(
        "<Transition><Days>5</Days><StorageClass>GLACIER</StorageClass></Transition><Expiration><Date>2030-01-01T00:00:00Z</Date></Expiration>",
        "InvalidRequest",
        "Found mixed 'Date' and 'Days' based Expiration and Transition actions in lifecycle rule for filter '(prefix=p/)'")]
    [InlineData(
        "<NoncurrentVersionTransition><NoncurrentDays>29</NoncurrentDays><StorageClass>ONEZONE_IA</StorageClass></NoncurrentVersionTransition>",
        "InvalidArgument",
        "'NoncurrentDays' in NoncurrentVersionTransition action must be greater than or equal to 30 for storageClass 'ONEZONE_IA'")]
    public async Task InvalidTransition_IsRefused(string actions, string code, string message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        (await ConfigureAsync(s3, Rule("<Filter><Prefix>p/</Prefix></Filter>", actions, "one"))).AssertError(400, code, message);
    }

    [Fact]
    public async Task ValidTransitions_AreGivenBack()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        const string Actions =
            "<Transition><Days>90</Days><StorageClass>GLACIER</StorageClass></Transition>"
            + "<Transition><Days>30</Days><StorageClass>STANDARD_IA</StorageClass></Transition><Expiration><Days>365</Days></Expiration>"
            + "<NoncurrentVersionTransition><NoncurrentDays>30</NoncurrentDays><StorageClass>STANDARD_IA</StorageClass>"
            + "<NewerNoncurrentVersions>2</NewerNoncurrentVersions></NoncurrentVersionTransition>";
        Assert.Equal(200, (await ConfigureAsync(s3, Rule("<Prefix></Prefix>", Actions, "one"))).Status);
        S3Reply got = await s3.GetAsync("/bucket?lifecycle");
        Assert.Equal(["GLACIER", "STANDARD_IA", "STANDARD_IA"], got.All("StorageClass"));
        Assert.Equal(["90", "30", "365"], got.All("Days").OrderBy(static days => days == "365" ? 1 : 0));
    }

    [Fact]
    public async Task Rules_AreCountedAndNamedOnce()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        (await ConfigureAsync(s3, Rule("<Filter/>", Days1, "one") + Rule("<Filter/>", Days1, "one"))).AssertError(
            400, "InvalidArgument", "Rule ID must be unique. Found same ID for more than one rule");
        (await ConfigureAsync(s3, Rule("<Filter/>", Days1, new string('i', 256)))).AssertError(
            400, "InvalidArgument", "ID length should not exceed allowed limit of 255");
        (await ConfigureAsync(s3, "")).AssertError(400, "MalformedXML", Malformed);
        (await s3.SendAsync("PUT", "/bucket?lifecycle")).AssertError(400, "MissingRequestBodyError", "Request Body is empty");
        string many = string.Concat(Enumerable.Range(0, 1000).Select(static i => Rule("<Filter/>", Days1, $"rule-{i}")));
        Assert.Equal(200, (await ConfigureAsync(s3, many)).Status);
        (await ConfigureAsync(s3, many + Rule("<Filter/>", Days1, "more"))).AssertError(400, "MalformedXML", Malformed);
    }

    [Fact]
    public async Task Expiration_IsToldInAHeader()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await ConfigureAsync(
            s3,
            Rule("<Filter><Prefix>a/</Prefix></Filter>", "<Expiration><Days>3</Days></Expiration>", "three days")
            + Rule("<Filter><Tag><Key>k</Key><Value>v</Value></Tag></Filter>", Days1, "tagged")
            + Rule("<Filter><ObjectSizeGreaterThan>4</ObjectSizeGreaterThan></Filter>", "<Expiration><Date>2024-05-07T00:00:00Z</Date></Expiration>", "big")
            + Rule("<Filter/>", Days1, "off", "Disabled"));
        const string Days3 = "expiry-date=\"Fri, 10 May 2024 00:00:00 GMT\", rule-id=\"three%20days\"";
        const string Tagged = "expiry-date=\"Wed, 08 May 2024 00:00:00 GMT\", rule-id=\"tagged\"";
        const string Big = "expiry-date=\"Tue, 07 May 2024 00:00:00 GMT\", rule-id=\"big\"";
        Assert.Equal(Days3, (await s3.PutAsync("/bucket/a/1", "body")).Header("x-amz-expiration"));
        Assert.Equal(Days3, (await s3.GetAsync("/bucket/a/1")).Header("x-amz-expiration"));
        Assert.Equal(Tagged, (await s3.PutAsync("/bucket/a/2", "body", ("x-amz-tagging", "k=v"))).Header("x-amz-expiration"));
        Assert.Equal(Tagged, (await s3.SendAsync("HEAD", "/bucket/a/2")).Header("x-amz-expiration"));
        Assert.Equal(Big, (await s3.PutAsync("/bucket/b", "bodies")).Header("x-amz-expiration"));
        Assert.Equal(Big, (await s3.SendAsync("PUT", "/bucket/c", null, ("x-amz-copy-source", "/bucket/b"))).Header("x-amz-expiration"));
        Assert.Null((await s3.PutAsync("/bucket/d", "body")).Header("x-amz-expiration"));
    }

    [Fact]
    public async Task Abort_IsToldInHeaders()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await ConfigureAsync(
            s3,
            Rule(
                "<Filter><Prefix>a/</Prefix></Filter>",
                "<AbortIncompleteMultipartUpload><DaysAfterInitiation>2</DaysAfterInitiation></AbortIncompleteMultipartUpload>",
                "stop"));
        S3Reply began = await s3.SendAsync("POST", "/bucket/a/1?uploads");
        S3Reply listed = await s3.GetAsync($"/bucket/a/1?uploadId={began["UploadId"]}");
        Assert.All([began, listed], static reply => Assert.Equal(
            ("Thu, 09 May 2024 00:00:00 GMT", "stop"), (reply.Header("x-amz-abort-date"), reply.Header("x-amz-abort-rule-id"))));
        Assert.Null((await s3.SendAsync("POST", "/bucket/b?uploads")).Header("x-amz-abort-date"));
    }

    internal static string Rule(string filter, string actions, string? id, string status = "Enabled") =>
        $"<Rule>{(id is null ? "" : $"<ID>{id}</ID>")}<Status>{status}</Status>{filter}{actions}</Rule>";

    internal static Task<S3Reply> ConfigureAsync(S3Harness s3, string rules) => s3.PutAsync("/bucket?lifecycle", Document(rules));

    private static string Document(string rules) => $"<LifecycleConfiguration>{rules}</LifecycleConfiguration>";
}
