namespace RustStack.S3.Tests.Operations;

/// <summary>Configurations of which a bucket has many by id: analytics, inventory, metrics and intelligent tiering.</summary>
public sealed class KeyedConfigurationTests
{
    private const string Malformed = "The XML you provided was not well-formed or did not validate against our published schema";

    [Theory]
    [InlineData("analytics")]
    [InlineData("inventory")]
    [InlineData("metrics")]
    [InlineData("intelligent-tiering")]
    public async Task Configuration_IsPutGotListedAndDeleted(string kind)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        (await s3.GetAsync($"/bucket?{kind}&id=a")).AssertError(404, "NoSuchConfiguration", "The specified configuration does not exist.");
        S3Reply empty = await s3.GetAsync($"/bucket?{kind}");
        Assert.Equal(("false", 0), (empty["IsTruncated"], empty.All("Id").Count));

        S3Reply put = await s3.PutAsync($"/bucket?{kind}&id=a", Document(kind, "a"));
        Assert.True(put.Status == 204, put.Text);
        S3Reply got = await s3.GetAsync($"/bucket?{kind}&id=a");
        Assert.Equal((Document(kind, "a"), 200), (Inner(got), got.Status));
        await s3.PutAsync($"/bucket?{kind}&id=b", Document(kind, "b"));
        Assert.Equal(["a", "b"], (await s3.GetAsync($"/bucket?{kind}")).All("Id"));

        Assert.Equal(204, (await s3.SendAsync("DELETE", $"/bucket?{kind}&id=a")).Status);
        Assert.Equal(["b"], (await s3.GetAsync($"/bucket?{kind}")).All("Id"));
        (await s3.SendAsync("DELETE", $"/bucket?{kind}&id=a")).AssertError(
            404, "NoSuchConfiguration", "The specified configuration does not exist.");
    }

    [Theory]
    [InlineData("analytics")]
    [InlineData("inventory")]
    [InlineData("metrics")]
    [InlineData("intelligent-tiering")]
    public async Task OtherId_IsRefused(string kind)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        (await s3.PutAsync($"/bucket?{kind}&id=b", Document(kind, "a"))).AssertError(
            400, "IdMismatch", "Document ID does not match the specified configuration ID.");
        string id = new('x', 65);
        (await s3.PutAsync($"/bucket?{kind}&id={id}", Document(kind, id))).AssertError(
            400, "InvalidConfigurationId", "The specified configuration id is invalid.");
        Assert.Empty((await s3.GetAsync($"/bucket?{kind}")).All("Id"));
    }

    [Fact]
    public async Task ThousandConfigurations_AreTheMostAndComeInPagesOfAHundred()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        for (int i = 0; i < 1000; i++) await s3.PutAsync($"/bucket?metrics&id=m{i:d3}", Document("metrics", $"m{i:d3}"));
        (await s3.PutAsync("/bucket?metrics&id=more", Document("metrics", "more"))).AssertError(
            400,
            "TooManyConfigurations",
            "You are attempting to create a new configuration but have already reached the 1000-configuration limit.");
        Assert.Equal(204, (await s3.PutAsync("/bucket?metrics&id=m500", Document("metrics", "m500"))).Status);

        List<string> ids = [];
        string? token = null;
        do
        {
            S3Reply page = await s3.GetAsync("/bucket?metrics" + (token is null ? "" : "&continuation-token=" + token));
            Assert.Equal((100, token), (page.All("Id").Count, page["ContinuationToken"]));
            ids.AddRange(page.All("Id"));
            token = page["NextContinuationToken"];
            Assert.Equal(token is null ? "false" : "true", page["IsTruncated"]);
        }
        while (token is not null);

        Assert.Equal(Enumerable.Range(0, 1000).Select(static i => $"m{i:d3}"), ids);
        (await s3.GetAsync("/bucket?metrics&continuation-token=x")).AssertError(
            400, "InvalidArgument", "The continuation token provided is incorrect");
    }

    [Theory]
    [InlineData("metrics", "<Filter/>", "MalformedXML", Malformed)]
    [InlineData("metrics", "<Filter><Prefix>a</Prefix><Tag><Key>a</Key><Value>b</Value></Tag></Filter>", "MalformedXML", Malformed)]
    [InlineData("metrics", "<Filter><And><Prefix>a</Prefix></And></Filter>", "MalformedXML", Malformed)]
    [InlineData(
        "analytics",
        "<Filter><And><Tag><Key>a</Key><Value>1</Value></Tag><Tag><Key>a</Key><Value>2</Value></Tag></And></Filter>",
        "InvalidRequest",
        "Duplicate Tag Keys are not allowed.")]
    public async Task InvalidFilter_IsRefused(string kind, string filter, string code, string message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        string document = Document(kind, "a").Replace("</Id>", "</Id>" + filter, StringComparison.Ordinal);
        (await s3.PutAsync($"/bucket?{kind}&id=a", document)).AssertError(400, code, message);
    }

    [Theory]
    [InlineData("inventory", "arn:aws:s3:::reports", "reports", "InvalidS3DestinationBucket", "Invalid bucket ARN.")]
    [InlineData("inventory", "arn:aws:s3:::reports", "arn:aws:sqs:::q", "InvalidS3DestinationBucket", "Invalid bucket ARN.")]
    [InlineData("analytics", "arn:aws:s3:::reports", "arn:aws:s3:us-east-1::b", "InvalidS3DestinationBucket", "Invalid bucket ARN.")]
    [InlineData("analytics", "CSV", "Text", "MalformedXML", Malformed)]
    [InlineData("analytics", "V_1", "V_2", "MalformedXML", Malformed)]
    [InlineData("inventory", "Daily", "Hourly", "MalformedXML", Malformed)]
    [InlineData("inventory", ">All<", ">Some<", "MalformedXML", Malformed)]
    [InlineData("inventory", ">Size<", ">Colour<", "MalformedXML", Malformed)]
    [InlineData("inventory", "<IsEnabled>true</IsEnabled>", "", "MalformedXML", Malformed)]
    [InlineData("intelligent-tiering", "Enabled", "On", "MalformedXML", Malformed)]
    [InlineData("intelligent-tiering", "ARCHIVE_ACCESS", "SOME_ACCESS", "MalformedXML", Malformed)]
    [InlineData("intelligent-tiering", "90", "89", "InvalidArgument", "Days for the ARCHIVE_ACCESS tier must be between 90 and 730")]
    public async Task InvalidDocument_IsRefused(string kind, string part, string wrong, string code, string message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        string document = Document(kind, "a").Replace(part, wrong, StringComparison.Ordinal);
        (await s3.PutAsync($"/bucket?{kind}&id=a", document)).AssertError(400, code, message);
        Assert.Empty((await s3.GetAsync($"/bucket?{kind}")).All("Id"));
    }

    private static string Document(string kind, string id) => kind switch
    {
        "analytics" =>
            $"<AnalyticsConfiguration><Id>{id}</Id><StorageClassAnalysis><DataExport><OutputSchemaVersion>V_1</OutputSchemaVersion><Destination>"
            + "<S3BucketDestination><Format>CSV</Format><Bucket>arn:aws:s3:::reports</Bucket><Prefix>p</Prefix></S3BucketDestination>"
            + "</Destination></DataExport></StorageClassAnalysis></AnalyticsConfiguration>",
        "inventory" =>
            "<InventoryConfiguration><Destination><S3BucketDestination><Bucket>arn:aws:s3:::reports</Bucket><Format>CSV</Format>"
            + $"</S3BucketDestination></Destination><IsEnabled>true</IsEnabled><Id>{id}</Id><IncludedObjectVersions>All</IncludedObjectVersions>"
            + "<OptionalFields><Field>Size</Field></OptionalFields><Schedule><Frequency>Daily</Frequency></Schedule></InventoryConfiguration>",
        "metrics" => $"<MetricsConfiguration><Id>{id}</Id></MetricsConfiguration>",
        _ =>
            $"<IntelligentTieringConfiguration><Id>{id}</Id><Status>Enabled</Status><Tiering><Days>90</Days><AccessTier>ARCHIVE_ACCESS</AccessTier>"
            + "</Tiering></IntelligentTieringConfiguration>",
    };

    private static string Inner(S3Reply reply)
    {
        string text = reply.Text[(reply.Text.IndexOf("?>", StringComparison.Ordinal) + 2)..].Trim();
        return text.Replace(" xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"", "", StringComparison.Ordinal);
    }
}
