using Amazon.S3;
using Amazon.S3.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.S3;

public sealed class CopyTests(RunningInstance instance) : S3Test(instance)
{
    [Fact]
    public async Task Copy_TakesBodyAndMetadata()
    {
        string source = await NewBucketAsync();
        string target = await NewBucketAsync();
        await PutDescribedAsync(source, "a key/with ümläut");

        CopyObjectResponse copy = await S3.CopyObjectAsync(source, "a key/with ümläut", target, "copy");
        using GetObjectResponse get = await S3.GetObjectAsync(target, "copy");

        Assert.Equal("\"841a2d689ad86bd1611447453c22c6fc\"", copy.ETag);
        Assert.NotNull(copy.LastModified);
        Assert.Equal("body", await ReadTextAsync(get));
        Assert.Equal(("text/plain", "value"), (get.Headers.ContentType, get.Metadata["name"]));
    }

    [Fact]
    public async Task CopyWithReplacedMetadata_TakesTheBodyAlone()
    {
        string bucket = await NewBucketAsync();
        await PutDescribedAsync(bucket, "key");
        var request = new CopyObjectRequest
        {
            SourceBucket = bucket,
            SourceKey = "key",
            DestinationBucket = bucket,
            DestinationKey = "copy",
            MetadataDirective = S3MetadataDirective.REPLACE,
            ContentType = "text/html",
        };
        request.Metadata["other"] = "new";
        await S3.CopyObjectAsync(request);

        using GetObjectResponse get = await S3.GetObjectAsync(bucket, "copy");

        Assert.Equal("body", await ReadTextAsync(get));
        Assert.Equal("text/html", get.Headers.ContentType);
        Assert.Equal(["x-amz-meta-other"], get.Metadata.Keys);
    }

    [Fact]
    public async Task CopyOntoItself_NeedsAChange()
    {
        string bucket = await NewBucketAsync();
        await PutDescribedAsync(bucket, "key");

        await FailsAsync(
            400, "InvalidRequest",
            "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, "
            + "storage class, website redirect location or encryption attributes.",
            () => S3.CopyObjectAsync(bucket, "key", bucket, "key"));

        var replace = new CopyObjectRequest
        {
            SourceBucket = bucket,
            SourceKey = "key",
            DestinationBucket = bucket,
            DestinationKey = "key",
            MetadataDirective = S3MetadataDirective.REPLACE,
        };
        replace.Metadata["name"] = "changed";
        await S3.CopyObjectAsync(replace);
        using GetObjectResponse get = await S3.GetObjectAsync(bucket, "key");
        Assert.Equal(("body", "changed"), (await ReadTextAsync(get), get.Metadata["name"]));
    }

    [Fact]
    public async Task AbsentSource_IsNamed()
    {
        string bucket = await NewBucketAsync();

        await FailsAsync(404, "NoSuchKey", S3Messages.NoSuchKey, () => S3.CopyObjectAsync(bucket, "absent", bucket, "copy"));
        await FailsAsync(
            404, "NoSuchBucket", S3Messages.NoSuchBucket, () => S3.CopyObjectAsync(Instance.NewName("absent"), "key", bucket, "copy"));
    }

    [Fact]
    public async Task BigCopy_IsIndependentOfItsSource()
    {
        string bucket = await NewBucketAsync();
        byte[] content = RandomBytes(2 << 20, 42);
        using var body = new MemoryStream(content);
        await S3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "key", InputStream = body });
        await S3.CopyObjectAsync(bucket, "key", bucket, "copy");
        await S3.DeleteObjectAsync(bucket, "key");

        using GetObjectResponse get = await S3.GetObjectAsync(bucket, "copy");

        Assert.Equal(content, await ReadBytesAsync(get));
    }

    private Task PutDescribedAsync(string bucket, string key)
    {
        var request = new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = "body", ContentType = "text/plain" };
        request.Metadata["name"] = "value";
        return S3.PutObjectAsync(request);
    }
}
