using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.S3;

/// <summary>What the AWS SDK finds after the instance was stopped and started again on its folder.</summary>
public sealed class RestartTests : IAsyncLifetime
{
    private const string Bucket = "kept";
    private const int PartBytes = 5 * 1024 * 1024;

    private readonly RestartableInstance _instance = new();
    private AmazonS3Client _s3 = null!;

    public async ValueTask InitializeAsync() => await RestartAsync();

    public async ValueTask DisposeAsync()
    {
        _s3.Dispose();
        await _instance.DisposeAsync();
    }

    [Fact]
    public async Task Objects_AreThereWithAllThatWasSaidOfThem()
    {
        await _s3.PutBucketAsync(Bucket);
        byte[] large = Bytes(1_000_000);
        await _s3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = Bucket,
            Key = "folder/large \u00e4.bin",
            InputStream = new MemoryStream(large),
            ContentType = "application/x-thing",
            StorageClass = S3StorageClass.StandardInfrequentAccess,
            ChecksumAlgorithm = ChecksumAlgorithm.SHA256,
            TagSet = [new Tag { Key = "a", Value = "b" }],
            Metadata = { ["color"] = "blue" },
        });
        await _s3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "empty", ContentBody = "" });
        await _s3.CopyObjectAsync(Bucket, "folder/large \u00e4.bin", Bucket, "copy");
        GetObjectMetadataResponse before = await HeadAsync("folder/large \u00e4.bin");

        await RestartAsync();

        GetObjectMetadataResponse after = await HeadAsync("folder/large \u00e4.bin");
        Assert.Equal((before.ETag, before.LastModified, before.ChecksumSHA256), (after.ETag, after.LastModified, after.ChecksumSHA256));
        Assert.Equal(("application/x-thing", "blue", "STANDARD_IA"), (after.Headers.ContentType, after.Metadata["color"], after.StorageClass.Value));
        Assert.Equal(large, await ReadAsync("folder/large \u00e4.bin"));
        Assert.Equal(large, await ReadAsync("copy"));
        Assert.Empty(await ReadAsync("empty"));
        GetObjectTaggingResponse tags = await _s3.GetObjectTaggingAsync(new() { BucketName = Bucket, Key = "copy" });
        Assert.Equal("a=b", string.Join(',', tags.Tagging.Select(static tag => $"{tag.Key}={tag.Value}")));

        await _s3.DeleteObjectAsync(Bucket, "folder/large \u00e4.bin");
        await RestartAsync();
        Assert.Equal(large, await ReadAsync("copy"));
        Assert.Equal(["copy", "empty"], (await _s3.ListObjectsV2Async(new() { BucketName = Bucket })).S3Objects.Select(static one => one.Key));
    }

    [Fact]
    public async Task VersionsAndMarkers_KeepTheirOrder()
    {
        await _s3.PutBucketAsync(Bucket);
        await PutAsync("null");
        await SetVersioningAsync(VersionStatus.Enabled);
        await PutAsync("one");
        await PutAsync("two");
        await _s3.DeleteObjectAsync(Bucket, "key");
        await SetVersioningAsync(VersionStatus.Suspended);
        string before = await VersionsAsync();

        await RestartAsync();

        Assert.Equal(before, await VersionsAsync());
        AmazonS3Exception error = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => _s3.GetObjectAsync(Bucket, "key"));
        Assert.Equal(("NoSuchKey", HttpStatusCode.NotFound), (error.ErrorCode, error.StatusCode));
        await PutAsync("null again");
        ListVersionsResponse versions = await _s3.ListVersionsAsync(Bucket);
        Assert.Equal("null", versions.Versions[0].VersionId);
        Assert.Single(versions.Versions, static one => one.VersionId == "null");
        Assert.Equal(4, versions.Versions.Count);
        Assert.Equal("null again"u8.ToArray(), await ReadAsync("key"));
    }

    [Fact]
    public async Task Uploads_GoOn_AndCompletedOnesAnswerTheSame()
    {
        await _s3.PutBucketAsync(Bucket);
        string id = (await _s3.InitiateMultipartUploadAsync(Bucket, "multipart")).UploadId;
        byte[] first = Bytes(PartBytes);
        List<PartETag> parts = [new(1, await UploadAsync(id, 1, first))];
        await RestartAsync();
        parts.Add(new(2, await UploadAsync(id, 2, [1, 2, 3])));
        Assert.Equal(2, (await _s3.ListPartsAsync(Bucket, "multipart", id)).Parts.Count);
        await RestartAsync();
        CompleteMultipartUploadRequest complete = new() { BucketName = Bucket, Key = "multipart", UploadId = id, PartETags = parts };
        CompleteMultipartUploadResponse answer = await _s3.CompleteMultipartUploadAsync(complete);
        await RestartAsync();

        Assert.Equal(answer.ETag, (await _s3.CompleteMultipartUploadAsync(complete)).ETag);
        Assert.Equal([.. first, 1, 2, 3], await ReadAsync("multipart"));
        GetObjectResponse second = await _s3.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = "multipart", PartNumber = 2 });
        Assert.Equal((3, 2), (second.ContentLength, second.PartsCount));
        Assert.Empty((await _s3.ListMultipartUploadsAsync(Bucket)).MultipartUploads ?? []);
    }

    [Fact]
    public async Task Configuration_Stays_AndADeletedBucketComesBackEmpty()
    {
        await _s3.PutBucketAsync(Bucket);
        await _s3.PutCORSConfigurationAsync(Bucket, new() { Rules = [new() { Id = "r", AllowedMethods = ["GET"], AllowedOrigins = ["http://a"] }] });
        await _s3.PutBucketTaggingAsync(Bucket, [new Tag { Key = "team", Value = "x + y" }]);
        await _s3.InitiateMultipartUploadAsync(Bucket, "left behind");
        await _s3.PutBucketAsync("other");
        await RestartAsync();
        Assert.Equal("r", (await _s3.GetCORSConfigurationAsync(Bucket)).Configuration.Rules.Single().Id);
        Assert.Equal("x + y", (await _s3.GetBucketTaggingAsync(new() { BucketName = Bucket })).TagSet.Single().Value);

        await _s3.DeleteBucketAsync(Bucket);
        await _s3.PutBucketAsync(Bucket);
        await RestartAsync();
        Assert.Equal(["kept", "other"], (await _s3.ListBucketsAsync()).Buckets.Select(static one => one.BucketName));
        Assert.Empty((await _s3.ListMultipartUploadsAsync(Bucket)).MultipartUploads ?? []);
        AmazonS3Exception error = await Assert.ThrowsAsync<AmazonS3Exception>(() => _s3.GetBucketTaggingAsync(new() { BucketName = Bucket }));
        Assert.Equal("NoSuchTagSet", error.ErrorCode);
    }

    private async Task RestartAsync()
    {
        _s3?.Dispose();
        await _instance.StartAsync();
        _s3 = new AmazonS3Client("test", "test", new AmazonS3Config
        {
            ServiceURL = _instance.Address.ToString(),
            AuthenticationRegion = "us-east-1",
            ForcePathStyle = true,
            MaxErrorRetry = 0,
        });
    }

    private Task<PutObjectResponse> PutAsync(string content) =>
        _s3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "key", ContentBody = content });

    private Task<PutBucketVersioningResponse> SetVersioningAsync(VersionStatus status) =>
        _s3.PutBucketVersioningAsync(new() { BucketName = Bucket, VersioningConfig = new() { Status = status } });

    private Task<GetObjectMetadataResponse> HeadAsync(string key) =>
        _s3.GetObjectMetadataAsync(new() { BucketName = Bucket, Key = key, ChecksumMode = ChecksumMode.ENABLED });

    private async Task<string> UploadAsync(string uploadId, int number, byte[] bytes) => (await _s3.UploadPartAsync(new()
    {
        BucketName = Bucket,
        Key = "multipart",
        UploadId = uploadId,
        PartNumber = number,
        InputStream = new MemoryStream(bytes),
    })).ETag;

    private async Task<string> VersionsAsync()
    {
        ListVersionsResponse versions = await _s3.ListVersionsAsync(Bucket);
        return string.Join('\n', versions.Versions.Select(static one => $"{one.Key} {one.VersionId} {one.IsLatest} {one.IsDeleteMarker} {one.ETag}"));
    }

    private async Task<byte[]> ReadAsync(string key)
    {
        using GetObjectResponse response = await _s3.GetObjectAsync(Bucket, key);
        using MemoryStream copy = new();
        await response.ResponseStream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static byte[] Bytes(int count)
    {
        byte[] bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }
}
