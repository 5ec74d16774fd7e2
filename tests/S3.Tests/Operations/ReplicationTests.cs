namespace RustStack.S3.Tests.Operations;

public sealed class ReplicationTests
{
    private const string Malformed = "The XML you provided was not well-formed or did not validate against our published schema";
    private const string Schema = " must be specified for this version of Cross Region Replication configuration schema. Please refer to S3 Developer Guide for more information.";
    private const string Markers = "<DeleteMarkerReplication><Status>Disabled</Status></DeleteMarkerReplication>";
    private const string Filtered = "<Priority>1</Priority><Filter><Prefix>a</Prefix></Filter>" + Markers;

    [Fact]
    public async Task Replication_IsPutGotAndDeleted()
    {
        await using var s3 = await VersionedAsync();
        S3Reply none = await s3.GetAsync("/bucket?replication");
        none.AssertError(404, "ReplicationConfigurationNotFoundError", "The replication configuration was not found");
        Assert.Equal("bucket", none["BucketName"]);

        Assert.Equal(200, (await PutAsync(s3, Rule(Filtered) + Rule("<ID>old</ID><Prefix>b</Prefix>"))).Status);
        S3Reply got = await s3.GetAsync("/bucket?replication");
        Assert.Equal("arn:aws:iam::000000000000:role/r", got["Role"]);
        Assert.True(Guid.TryParse(got.All("ID")[0], out _));
        Assert.Equal("old", got.All("ID")[1]);

        const string Suspended = "<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>";
        (await s3.PutAsync("/bucket?versioning", Suspended)).AssertError(
            409, "InvalidBucketState", "A replication configuration is present on this bucket, so the versioning state cannot be changed.");
        Assert.Equal(204, (await s3.SendAsync("DELETE", "/bucket?replication")).Status);
        Assert.Equal(200, (await s3.PutAsync("/bucket?versioning", Suspended)).Status);
        Assert.Equal(404, (await s3.GetAsync("/bucket?replication")).Status);
    }

    [Fact]
    public async Task UnversionedBucket_IsRefused()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        (await PutAsync(s3, Rule(Filtered))).AssertError(
            400, "InvalidRequest", "Versioning must be 'Enabled' on the bucket to apply a replication configuration");
    }

    [Theory]
    [InlineData("arn:aws:s3:::bucket", "InvalidRequest", "Destination bucket cannot be the same as the source bucket.")]
    [InlineData("arn:aws:s3:::nowhere", "InvalidRequest", "Destination bucket must exist.")]
    [InlineData("arn:aws:s3:::plain", "InvalidRequest", "Destination bucket must have versioning enabled.")]
    [InlineData("target", "InvalidArgument", "Invalid bucket ARN.")]
    public async Task InvalidDestination_IsRefused(string arn, string code, string message)
    {
        await using var s3 = await VersionedAsync();
        await s3.WithBucketAsync("plain");
        (await PutAsync(s3, Rule(Filtered).Replace("arn:aws:s3:::target", arn, StringComparison.Ordinal))).AssertError(400, code, message);
    }

    [Theory]
    [InlineData("", "MalformedXML", Malformed)]
    [InlineData("<Prefix>a</Prefix>" + Filtered, "MalformedXML", Malformed)]
    [InlineData("<Filter/>" + Markers, "InvalidRequest", "Priority" + Schema)]
    [InlineData("<Priority>1</Priority><Filter/>", "InvalidRequest", "DeleteMarkerReplication" + Schema)]
    [InlineData(
        "<Priority>1</Priority><Filter><Tag><Key>a</Key><Value>b</Value></Tag></Filter><DeleteMarkerReplication><Status>Enabled</Status></DeleteMarkerReplication>",
        "InvalidRequest",
        "Delete marker replication is not supported if any Tag filter is specified. Please refer to S3 Developer Guide for more information.")]
    [InlineData("<Priority>1</Priority><Filter><And><Prefix>a</Prefix></And></Filter>" + Markers, "MalformedXML", Malformed)]
    [InlineData("<ID>é</ID><Prefix/>", "InvalidArgument", "Rule ID must not contain non-ASCII characters.")]
    [InlineData("<Prefix/><ExistingObjectReplication><Status>Some</Status></ExistingObjectReplication>", "MalformedXML", Malformed)]
    public async Task InvalidRule_IsRefused(string rule, string code, string message)
    {
        await using var s3 = await VersionedAsync();
        (await PutAsync(s3, Rule(rule))).AssertError(400, code, message);
        Assert.Equal(404, (await s3.GetAsync("/bucket?replication")).Status);
    }

    [Theory]
    [InlineData("<StorageClass>PAPER</StorageClass>", "MalformedXML", Malformed)]
    [InlineData(
        "<AccessControlTranslation><Owner>Destination</Owner></AccessControlTranslation>",
        "InvalidRequest",
        "The Owner in AccessControlTranslation has a value, so the Account element must be specified.")]
    [InlineData(
        "<Account>123456789012</Account>",
        "InvalidArgument",
        "The AWS account specified in the Account element must match the destination bucket owner.")]
    [InlineData(
        "<ReplicationTime><Status>Enabled</Status><Time><Minutes>15</Minutes></Time></ReplicationTime>",
        "InvalidRequest",
        "The replication destination must contain both ReplicationTime and Metrics, or neither.")]
    [InlineData(
        "<ReplicationTime><Status>Enabled</Status><Time><Minutes>20</Minutes></Time></ReplicationTime>",
        "InvalidArgument",
        "ReplicationTime minutes value must be 15.")]
    public async Task InvalidDestinationOptions_AreRefused(string options, string code, string message)
    {
        await using var s3 = await VersionedAsync();
        (await PutAsync(s3, Rule(Filtered, options))).AssertError(400, code, message);
    }

    [Fact]
    public async Task SameIdOrPriority_IsRefused()
    {
        await using var s3 = await VersionedAsync();
        (await PutAsync(s3, Rule("<ID>a</ID><Prefix>a</Prefix>") + Rule("<ID>a</ID><Prefix>b</Prefix>"))).AssertError(
            400, "InvalidArgument", "Rule Id must be unique.");
        (await PutAsync(s3, Rule(Filtered) + Rule(Filtered))).AssertError(400, "InvalidRequest", "Found duplicate priority 1");
    }

    private static async Task<S3Harness> VersionedAsync()
    {
        S3Harness s3 = await new S3Harness().WithBucketAsync();
        await s3.WithBucketAsync("target");
        foreach (string bucket in new[] { "bucket", "target" })
        {
            await s3.PutAsync($"/{bucket}?versioning", "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
        }

        return s3;
    }

    private static Task<S3Reply> PutAsync(S3Harness s3, string rules) => s3.PutAsync(
        "/bucket?replication",
        $"<ReplicationConfiguration><Role>arn:aws:iam::000000000000:role/r</Role>{rules}</ReplicationConfiguration>");

    private static string Rule(string scope, string options = "") =>
        $"<Rule>{scope}<Status>Enabled</Status><Destination><Bucket>arn:aws:s3:::target</Bucket>{options}</Destination></Rule>";
}
