using Microsoft.AspNetCore.Http;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Tests.Protocol;

public class InputBindingTests
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private const string Namespace = "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";
    private const string MalformedXml = "The XML you provided was not well-formed or did not validate against our published schema";

    [Fact]
    public async Task PutObject_BindsLabelsHeadersMetadataAndBody()
    {
        Recording<PutObjectRequest> seen = new();
        HttpContext answer = await new RouterHarness(new Put(seen)).SendAsync(
            "PUT",
            "/bucket/a%20b",
            "body",
            ("Content-Type", "text/plain"),
            ("X-Amz-Meta-Color", "Blue"),
            ("x-amz-meta-size", "1"),
            ("x-amz-object-lock-retain-until-date", "2030-01-01T00:00:00.000Z"),
            ("x-amz-server-side-encryption-bucket-key-enabled", "true"));
        PutObjectRequest input = seen.Input!;
        Assert.Equal(200, answer.Response.StatusCode);
        Assert.Equal(("bucket", "a b", "text/plain", true), (input.Bucket, input.Key, input.ContentType, input.BucketKeyEnabled));
        Assert.Equal(new Dictionary<string, string> { ["color"] = "Blue", ["size"] = "1" }, input.Metadata);
        Assert.Equal(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), input.ObjectLockRetainUntilDate);
        Assert.Equal("body", await new StreamReader(input.Body).ReadToEndAsync());
    }

    [Fact]
    public async Task ListObjects_BindsQueries()
    {
        Recording<ListObjectsRequest> seen = new();
        HttpContext answer = await new RouterHarness(new List(seen))
            .SendAsync("GET", "/bucket?prefix=a+b%2F&delimiter=%2F&max-keys=7&encoding-type=url&marker=");
        ListObjectsRequest input = seen.Input!;
        Assert.Equal(("a b/", "/", 7, "url", ""), (input.Prefix, input.Delimiter, input.MaxKeys, input.EncodingType, input.Marker));
        Assert.Equal(
            $"{Declaration}<ListBucketResult {Namespace}><Name>bucket</Name><Prefix></Prefix>"
            + "<Marker></Marker><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated><Contents><Key>a&amp;b</Key>"
            + "<LastModified>2009-10-12T17:50:30.000Z</LastModified><ETag>&quot;e&quot;</ETag><Size>5</Size>"
            + "<StorageClass>STANDARD</StorageClass></Contents>"
            + "<CommonPrefixes><Prefix>p/</Prefix></CommonPrefixes><CommonPrefixes><Prefix>q/</Prefix></CommonPrefixes></ListBucketResult>",
            RouterHarness.Body(answer));
        Assert.Equal("application/xml", answer.Response.ContentType);
    }

    [Fact]
    public async Task PresignedUrl_CarriesHeadersInItsQuery()
    {
        Recording<PutObjectRequest> seen = new();
        await new RouterHarness(new Put(seen))
            .SendAsync("PUT", "/bucket/key?X-Amz-Signature=s&X-Amz-Acl=private&x-amz-storage-class=GLACIER", "body");
        Assert.Equal(("private", "GLACIER"), (seen.Input!.ACL, seen.Input.StorageClass));
        await new RouterHarness(new Put(seen)).SendAsync("PUT", "/bucket/key?X-Amz-Acl=private", "body");
        Assert.Null(seen.Input!.ACL);
    }

    [Fact]
    public async Task DeleteObjects_BindsItsDocument()
    {
        Recording<DeleteObjectsRequest> seen = new();
        HttpContext answer = await new RouterHarness(new Delete(seen)).SendAsync(
            "POST",
            "/bucket?delete",
            $"<Delete {Namespace}><Object><Key>a</Key></Object><Object><Key>b</Key><VersionId>v</VersionId></Object>"
            + "<Quiet>true</Quiet><Unknown/></Delete>");
        Assert.Equal([("a", null), ("b", "v")], seen.Input!.Delete.Objects.Select(static o => (o.Key, o.VersionId)));
        Assert.True(seen.Input.Delete.Quiet);
        Assert.Equal(
            $"{Declaration}<DeleteResult {Namespace}><Deleted><Key>a</Key></Deleted>"
            + "<Error><Key>b</Key><Code>AccessDenied</Code><Message>Access Denied</Message></Error></DeleteResult>",
            RouterHarness.Body(answer));
    }

    [Theory]
    [InlineData("", "MissingRequestBodyError", "Request Body is empty")]
    [InlineData("<Delete/>", "MalformedXML", MalformedXml)]
    [InlineData("<Delete><Object/></Delete>", "MalformedXML", MalformedXml)]
    [InlineData("<Other><Object><Key>a</Key></Object></Other>", "MalformedXML", MalformedXml)]
    [InlineData("junk", "MalformedXML", MalformedXml)]
    public async Task UnusableDocument_IsRefused(string body, string code, string message)
    {
        HttpContext answer = await new RouterHarness(new Delete(new())).SendAsync("POST", "/bucket?delete", body);
        Assert.Equal(400, answer.Response.StatusCode);
        Assert.Contains($"<Code>{code}</Code><Message>{message}</Message>", RouterHarness.Body(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DocumentThatDoesNotHaveItsDigest_IsRefused()
    {
        HttpContext answer = await new RouterHarness(new Delete(new())).SendAsync(
            "POST", "/bucket?delete", "<Delete><Object><Key>a</Key></Object></Delete>", ("Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg=="));
        Assert.Equal(400, answer.Response.StatusCode);
        Assert.Contains("<Code>BadDigest</Code>", RouterHarness.Body(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DocumentInAwsChunks_IsDecoded()
    {
        const string Document = "<Delete><Object><Key>a</Key></Object></Delete>";
        Recording<DeleteObjectsRequest> seen = new();
        HttpContext answer = await new RouterHarness(new Delete(seen)).SendAsync(
            "POST",
            "/bucket?delete",
            $"{Document.Length:x}\r\n{Document}\r\n0\r\n\r\n",
            ("Content-Encoding", "aws-chunked"),
            ("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
            ("x-amz-decoded-content-length", $"{Document.Length}"));
        Assert.Equal(200, answer.Response.StatusCode);
        Assert.Equal("a", seen.Input!.Delete.Objects.Single().Key);
    }

    [Fact]
    public async Task DocumentBeyondItsLimit_IsRefused()
    {
        string body = new(' ', BodyLimits.DeleteObjectsBytes + 1);
        HttpContext answer = await new RouterHarness(new Delete(new())).SendAsync("POST", "/bucket?delete", body);
        Assert.Equal(400, answer.Response.StatusCode);
        Assert.Contains(
            "<Code>MaxMessageLengthExceeded</Code><Message>Your request was too big.</Message>",
            RouterHarness.Body(answer),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"/>")]
    [InlineData("eu-west-1", "<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">eu-west-1</LocationConstraint>")]
    public async Task GetBucketLocation_IsUnwrapped(string? region, string document)
    {
        HttpContext answer = await new RouterHarness(new Location(region)).SendAsync("GET", "/bucket?location");
        Assert.Equal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + document, RouterHarness.Body(answer));
    }

    [Fact]
    public async Task OperationWithoutOutput_AnswersItsStatusAlone()
    {
        HttpContext answer = await new RouterHarness(new Remove()).SendAsync("DELETE", "/bucket");
        Assert.Equal((204, null, ""), (answer.Response.StatusCode, answer.Response.ContentLength, RouterHarness.Body(answer)));
    }

    private sealed class Recording<T>
        where T : class
    {
        public T? Input { get; set; }
    }

    private sealed class Put(Recording<PutObjectRequest> seen) : PutObjectOperation
    {
        protected override ValueTask<PutObjectOutput> HandleAsync(
            PutObjectRequest input, S3Exchange exchange, CancellationToken cancellationToken)
        {
            seen.Input = input;
            return new(new PutObjectOutput { ETag = "\"e\"" });
        }
    }

    private sealed class List(Recording<ListObjectsRequest> seen) : ListObjectsOperation
    {
        protected override ValueTask<ListObjectsOutput> HandleAsync(
            ListObjectsRequest input, S3Exchange exchange, CancellationToken cancellationToken)
        {
            seen.Input = input;
            return new(new ListObjectsOutput
            {
                Name = input.Bucket,
                Prefix = "",
                Marker = "",
                MaxKeys = 1000,
                IsTruncated = false,
                Contents =
                [
                    new()
                    {
                        Key = "a&b", LastModified = RouterHarness.Time, ETag = "\"e\"", Size = 5, StorageClass = ObjectStorageClass.Standard,
                    },
                ],
                CommonPrefixes = [new() { Prefix = "p/" }, new() { Prefix = "q/" }],
            });
        }
    }

    private sealed class Delete(Recording<DeleteObjectsRequest> seen) : DeleteObjectsOperation
    {
        protected override ValueTask<DeleteObjectsOutput> HandleAsync(
            DeleteObjectsRequest input, S3Exchange exchange, CancellationToken cancellationToken)
        {
            seen.Input = input;
            return new(new DeleteObjectsOutput
            {
                Deleted = [new() { Key = "a" }],
                Errors = [new() { Key = "b", Code = "AccessDenied", Message = "Access Denied" }],
            });
        }
    }

    private sealed class Location(string? region) : GetBucketLocationOperation
    {
        protected override ValueTask<GetBucketLocationOutput> HandleAsync(
            GetBucketLocationRequest input, S3Exchange exchange, CancellationToken cancellationToken) =>
            new(new GetBucketLocationOutput { LocationConstraint = region });
    }

    private sealed class Remove : DeleteBucketOperation
    {
        protected override ValueTask HandleAsync(
            DeleteBucketRequest input, S3Exchange exchange, CancellationToken cancellationToken) =>
            ValueTask.CompletedTask;
    }
}
