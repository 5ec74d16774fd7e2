using System.Net;
using System.Security.Cryptography;
using Amazon.S3.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.S3;

public sealed class ObjectTests(RunningInstance instance) : S3Test(instance)
{
    [Fact]
    public async Task Put_IsReadBackWithItsETagLengthAndType()
    {
        string bucket = await NewBucketAsync();

        PutObjectResponse put = await S3.PutObjectAsync(
            new PutObjectRequest { BucketName = bucket, Key = "key", ContentBody = "hello", ContentType = "text/plain" });
        using GetObjectResponse get = await S3.GetObjectAsync(bucket, "key");
        GetObjectMetadataResponse head = await S3.GetObjectMetadataAsync(bucket, "key");

        Assert.Equal("\"5d41402abc4b2a76b9719d911017c592\"", put.ETag);
        Assert.Equal("hello", await ReadTextAsync(get));
        Assert.Equal((put.ETag, 5, "text/plain"), (get.ETag, get.ContentLength, get.Headers.ContentType));
        Assert.Equal((put.ETag, 5, "text/plain"), (head.ETag, head.ContentLength, head.Headers.ContentType));
        Assert.Equal("bytes", get.AcceptRanges);
        Assert.Equal(get.LastModified, head.LastModified);
    }

    [Theory]
    [InlineData(0, 31)]
    [InlineData(1, 32)]
    [InlineData(524_288, 33)]
    [InlineData(524_289, 34)]
    [InlineData(1 << 20, 35)]
    [InlineData(64 << 20, 36)]
    public async Task Body_OfAnySize_ComesBack(int length, int seed)
    {
        string bucket = await NewBucketAsync();
        byte[] content = RandomBytes(length, seed);
        using var body = new MemoryStream(content);

        PutObjectResponse put = await S3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "key", InputStream = body });
        using GetObjectResponse get = await S3.GetObjectAsync(bucket, "key");

        Assert.Equal($"\"{Convert.ToHexStringLower(MD5.HashData(content))}\"", put.ETag);
        Assert.Equal(length, get.ContentLength);
        Assert.Equal(SHA256.HashData(content), await SHA256.HashDataAsync(get.ResponseStream));
    }

    [Fact]
    public async Task UnseekableBodyOfManyChunks_ComesBack()
    {
        string bucket = await NewBucketAsync();
        byte[] content = RandomBytes(300_000, 37);
        using var body = new MemoryStream(content);
        await S3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "key", InputStream = body, UseChunkEncoding = true });

        using GetObjectResponse get = await S3.GetObjectAsync(bucket, "key");

        Assert.Equal(content, await ReadBytesAsync(get));
        Assert.Null(get.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Overwrite_ReplacesBodyMetadataAndETag()
    {
        string bucket = await NewBucketAsync();
        var first = new PutObjectRequest { BucketName = bucket, Key = "key", ContentBody = "first" };
        first.Metadata["only"] = "first";
        await S3.PutObjectAsync(first);

        await PutAsync(bucket, "key", "second");
        using GetObjectResponse get = await S3.GetObjectAsync(bucket, "key");

        Assert.Equal("second", await ReadTextAsync(get));
        Assert.Empty(get.Metadata.Keys);
        Assert.Equal("\"a9f0e61a137d86aa9db53465e0801612\"", get.ETag);
    }

    [Fact]
    public async Task AbsentKey_IsNoSuchKey()
    {
        string bucket = await NewBucketAsync();

        await FailsAsync(404, "NoSuchKey", S3Messages.NoSuchKey, () => S3.GetObjectAsync(bucket, "absent"));
        await HeadFailsAsync(HttpStatusCode.NotFound, () => S3.GetObjectMetadataAsync(bucket, "absent"));
    }

    [Fact]
    public async Task Delete_IsTheSameForAbsentKeys()
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "key", "body");

        DeleteObjectResponse present = await S3.DeleteObjectAsync(bucket, "key");
        DeleteObjectResponse absent = await S3.DeleteObjectAsync(bucket, "key");

        Assert.Equal(HttpStatusCode.NoContent, present.HttpStatusCode);
        Assert.Equal(HttpStatusCode.NoContent, absent.HttpStatusCode);
        await FailsAsync(404, "NoSuchKey", S3Messages.NoSuchKey, () => S3.GetObjectAsync(bucket, "key"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task BatchDelete_RemovesAllThatItNames(bool quiet)
    {
        string bucket = await NewBucketAsync();
        await PutAllAsync(bucket, "a", "b & <c>", "kept");
        var request = new DeleteObjectsRequest { BucketName = bucket, Quiet = quiet };
        request.AddKey("a");
        request.AddKey("b & <c>");
        request.AddKey("absent");

        DeleteObjectsResponse response = await S3.DeleteObjectsAsync(request);
        ListObjectsV2Response left = await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket });

        string[] deleted = [.. (response.DeletedObjects ?? []).Select(static entry => entry.Key)];
        Assert.Equal(quiet ? [] : ["a", "b & <c>", "absent"], deleted);
        Assert.Empty(response.DeleteErrors ?? []);
        Assert.Equal(["kept"], left.S3Objects.Select(static entry => entry.Key));
    }

    [Fact]
    public async Task BatchDelete_OfMoreThanAThousandKeys_IsRefusedAsAWhole()
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "k0000", "kept");
        var request = new DeleteObjectsRequest { BucketName = bucket };
        for (int i = 0; i <= 1_000; i++) request.AddKey($"k{i:d4}");

        await FailsAsync(400, "MalformedXML", S3Messages.MalformedXml, () => S3.DeleteObjectsAsync(request));

        Assert.Equal("kept", await GetTextAsync(bucket, "k0000"));
    }

    [Fact]
    public async Task SystemHeaders_RoundTrip()
    {
        string bucket = await NewBucketAsync();
        var request = new PutObjectRequest { BucketName = bucket, Key = "key", ContentBody = "body" };
        request.ContentType = "text/html; charset=utf-8";
        request.Headers.CacheControl = "max-age=60";
        request.Headers.ContentDisposition = "attachment; filename=\"a.html\"";
        request.Headers.ContentEncoding = "identity";
        request.Headers["Content-Language"] = "de-AT";
        request.Headers["Expires"] = "Thu, 01 Dec 2033 16:00:00 GMT";
        await S3.PutObjectAsync(request);

        GetObjectMetadataResponse head = await S3.GetObjectMetadataAsync(bucket, "key");

        Assert.Equal("text/html; charset=utf-8", head.Headers.ContentType);
        Assert.Equal("max-age=60", head.Headers.CacheControl);
        Assert.Equal("attachment; filename=\"a.html\"", head.Headers.ContentDisposition);
        Assert.Equal("identity", head.Headers.ContentEncoding);
        Assert.Equal("de-AT", head.Headers["Content-Language"]);
        Assert.Equal("Thu, 01 Dec 2033 16:00:00 GMT", head.ExpiresString);
    }

    [Fact]
    public async Task ResponseOverrides_ReplaceTheHeaders()
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "key", "body");
        var request = new GetObjectRequest
        {
            BucketName = bucket,
            Key = "key",
            ResponseHeaderOverrides = new ResponseHeaderOverrides
            {
                ContentType = "image/png",
                CacheControl = "no-store",
                ContentDisposition = "inline",
                ContentEncoding = "identity",
            },
        };

        using GetObjectResponse response = await S3.GetObjectAsync(request);

        Assert.Equal("image/png", response.Headers.ContentType);
        Assert.Equal("no-store", response.Headers.CacheControl);
        Assert.Equal("inline", response.Headers.ContentDisposition);
        Assert.Equal("identity", response.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Metadata_RoundTrips()
    {
        string bucket = await NewBucketAsync();
        var request = new PutObjectRequest { BucketName = bucket, Key = "key", ContentBody = "body" };
        request.Metadata["plain"] = "value with spaces";
        request.Metadata["Mixed-Case"] = "MiXeD";
        request.Metadata["number"] = "1,2;3=4";
        await S3.PutObjectAsync(request);

        GetObjectMetadataResponse head = await S3.GetObjectMetadataAsync(bucket, "key");

        Assert.Equal(["x-amz-meta-mixed-case", "x-amz-meta-number", "x-amz-meta-plain"], head.Metadata.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("value with spaces", head.Metadata["plain"]);
        Assert.Equal("MiXeD", head.Metadata["mixed-case"]);
        Assert.Equal("1,2;3=4", head.Metadata["number"]);
    }

    [Fact]
    public async Task MetadataAboveTwoKilobytes_IsRefused()
    {
        string bucket = await NewBucketAsync();
        var request = new PutObjectRequest { BucketName = bucket, Key = "key", ContentBody = "body" };
        request.Metadata["big"] = new string('x', 2_048);

        await FailsAsync(
            400, "MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size", () => S3.PutObjectAsync(request));
    }

    [Fact]
    public async Task KeyAbove1024Bytes_IsRefused()
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, new string('k', 1_024), "fits");

        await FailsAsync(400, "KeyTooLongError", "Your key is too long", () => PutAsync(bucket, new string('k', 1_025), "body"));
    }

    [Fact]
    public async Task TaggingHeader_IsCountedOnTheObject()
    {
        string bucket = await NewBucketAsync();
        await S3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = bucket,
            Key = "key",
            ContentBody = "body",
            TagSet = [new Tag { Key = "stage", Value = "a+b = c/d @ e" }, new Tag { Key = "empty", Value = "" }],
        });

        using GetObjectResponse get = await S3.GetObjectAsync(bucket, "key");

        Assert.Equal(2, get.TagCount);
    }

    [Theory]
    [InlineData("a/b/c.txt")]
    [InlineData("with space")]
    [InlineData("a+b")]
    [InlineData("100%")]
    [InlineData("%41")]
    [InlineData("ümläut/日本語/😀")]
    [InlineData("q?a=b&c#d")]
    [InlineData("trailing/")]
    [InlineData("\\back:slash|<>*\"'")]
    [InlineData("!-_.'()~$&;=,@")]
    public async Task Key_IsKeptExactly(string key)
    {
        string bucket = await NewBucketAsync();

        await PutAsync(bucket, key, key);
        ListObjectsV2Response list = await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket });

        Assert.Equal(key, await GetTextAsync(bucket, key));
        Assert.Equal([key], list.S3Objects.Select(static entry => entry.Key));
        await S3.DeleteObjectAsync(bucket, key);
        await FailsAsync(404, "NoSuchKey", S3Messages.NoSuchKey, () => S3.GetObjectAsync(bucket, key));
    }
}
