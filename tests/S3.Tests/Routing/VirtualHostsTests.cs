using RustStack.S3.Routing;

namespace RustStack.S3.Tests.Routing;

public class VirtualHostsTests
{
    private static readonly VirtualHosts Default = new(S3Options.DefaultDomain);

    [Theory]
    [InlineData("bucket.s3.localhost.localstack.cloud", "bucket")]
    [InlineData("bucket.s3.localhost.localstack.cloud:4566", "bucket")]
    [InlineData("BUCKET.S3.LocalHost.LocalStack.Cloud:4566", "bucket")]
    [InlineData("my.dotted.bucket.s3.localhost.localstack.cloud:4566", "my.dotted.bucket")]
    [InlineData("bucket.s3.eu-central-1.localhost.localstack.cloud:4566", "bucket")]
    [InlineData("my.bucket.s3.eu-central-1.localhost.localstack.cloud", "my.bucket")]
    [InlineData("bucket.s3.amazonaws.com", "bucket")]
    [InlineData("bucket.s3.us-gov-west-1.amazonaws.com", "bucket")]
    [InlineData("a.s3.b.s3.us-west-2.amazonaws.com", "a.s3.b")]
    [InlineData("bucket.localhost:4566", "bucket")]
    [InlineData("bucket.localhost", "bucket")]
    public void HostBelowAKnownDomain_NamesTheBucket(string host, string bucket) => Assert.Equal(bucket, Default.BucketOf(host));

    [Theory]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData("localhost:4566")]
    [InlineData("127.0.0.1:4566")]
    [InlineData("[::1]:4566")]
    [InlineData("s3.localhost.localstack.cloud:4566")]
    [InlineData("localhost.localstack.cloud:4566")]
    [InlineData("s3.eu-central-1.localhost.localstack.cloud:4566")]
    [InlineData("s3.amazonaws.com")]
    [InlineData("s3.us-west-2.amazonaws.com")]
    [InlineData("s3.localhost:4566")]
    [InlineData(".localhost")]
    [InlineData("bucket.example.test")]
    [InlineData("dynamodb.us-west-2.amazonaws.com")]
    [InlineData("ruststack:4566")]
    public void AnyOtherHost_IsPathStyle(string host) => Assert.Null(Default.BucketOf(host));

    [Theory]
    [InlineData("bucket.s3.example.test:9000", "bucket")]
    [InlineData("s3.example.test:9000", null)]
    [InlineData("bucket.s3.amazonaws.com", "bucket")]
    public void ConfiguredDomain_Counts(string host, string? bucket) =>
        Assert.Equal(bucket, new VirtualHosts("s3.example.test").BucketOf(host));
}
