using RustStack.S3.Routing;

namespace RustStack.S3.Tests.Routing;

public sealed class WebsiteHostsTests
{
    [Theory]
    [InlineData("bucket.s3-website.localhost.localstack.cloud:4566", "bucket")]
    [InlineData("my.bucket.S3-Website.localhost.localstack.cloud", "my.bucket")]
    [InlineData("bucket.s3-website-us-east-1.amazonaws.com", "bucket")]
    [InlineData("bucket.s3-website.eu-central-1.amazonaws.com", "bucket")]
    [InlineData("my.bucket.s3-website-eu-west-1.localhost.localstack.cloud:4566", "my.bucket")]
    [InlineData("s3-website-us-east-1.amazonaws.com", null)]
    [InlineData("s3-website.localhost.localstack.cloud", null)]
    [InlineData("bucket.s3.us-east-1.amazonaws.com", null)]
    [InlineData("bucket.s3-websites.amazonaws.com", null)]
    [InlineData("localhost:4566", null)]
    [InlineData("bucket.s3-website.example.test", null)]
    public void Host_OfAWebsiteEndpoint_NamesTheBucket(string host, string? bucket) =>
        Assert.Equal(bucket, new WebsiteHosts(S3Options.DefaultDomain).BucketOf(host));

    [Theory]
    [InlineData("s3.example.test", "bucket.s3-website.example.test", "bucket")]
    [InlineData("storage.test", "bucket.s3-website.test", null)]
    public void ConfiguredDomain_HasAWebsiteEndpointBesideIt(string domain, string host, string? bucket) =>
        Assert.Equal(bucket, new WebsiteHosts(domain).BucketOf(host));
}
