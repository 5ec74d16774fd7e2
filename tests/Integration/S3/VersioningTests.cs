using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.S3;

public sealed class VersioningTests(RunningInstance instance) : S3Test(instance)
{
    [Fact]
    public async Task Status_IsReadBack()
    {
        string bucket = await NewBucketAsync();
        Assert.Equal(VersionStatus.Off, (await S3.GetBucketVersioningAsync(bucket)).VersioningConfig.Status);
        foreach (VersionStatus status in new[] { VersionStatus.Enabled, VersionStatus.Suspended })
        {
            await SetAsync(bucket, status);
            Assert.Equal(status, (await S3.GetBucketVersioningAsync(bucket)).VersioningConfig.Status);
        }
    }

    [Fact]
    public async Task Versions_AreKeptListedAndDeleted()
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "key", "before");
        await SetAsync(bucket, VersionStatus.Enabled);
        string one = (await PutAsync(bucket, "key", "one")).VersionId;
        string two = (await PutAsync(bucket, "key", "two")).VersionId;
        DeleteObjectResponse deleted = await S3.DeleteObjectAsync(bucket, "key");
        Assert.Equal("true", deleted.DeleteMarker);

        ListVersionsResponse versions = await S3.ListVersionsAsync(bucket);
        Assert.Equal([deleted.VersionId, two, one, "null"], versions.Versions.Select(version => version.VersionId));
        Assert.Equal([true, false, false, false], versions.Versions.Select(version => version.IsDeleteMarker == true));
        Assert.Equal([true, false, false, false], versions.Versions.Select(version => version.IsLatest == true));
        foreach ((string id, string text) in new[] { ("null", "before"), (one, "one"), (two, "two") })
        {
            using GetObjectResponse get = await S3.GetObjectAsync(bucket, "key", id);
            Assert.Equal((id, text), (get.VersionId, await ReadTextAsync(get)));
        }

        await FailsAsync(404, "NoSuchKey", S3Messages.NoSuchKey, () => S3.GetObjectAsync(bucket, "key"));
        AmazonS3Exception marker = await FailsAsync(
            405,
            "MethodNotAllowed",
            "The specified method is not allowed against this resource.",
            () => S3.GetObjectAsync(bucket, "key", deleted.VersionId));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, marker.StatusCode);

        DeleteObjectsResponse batch = await S3.DeleteObjectsAsync(new DeleteObjectsRequest
        {
            BucketName = bucket,
            Objects = [.. versions.Versions.Select(version => new KeyVersion { Key = version.Key, VersionId = version.VersionId })],
        });
        Assert.Equal(4, batch.DeletedObjects.Count);
        await S3.DeleteBucketAsync(bucket);
    }

    [Fact]
    public async Task ListVersions_GoesOnFromBothMarkers()
    {
        string bucket = await NewBucketAsync();
        await SetAsync(bucket, VersionStatus.Enabled);
        foreach (string key in new[] { "a", "b/1", "c" })
        {
            for (int i = 0; i < 3; i++) await PutAsync(bucket, key, "x");
        }

        List<string> listed = [];
        ListVersionsRequest request = new() { BucketName = bucket, MaxKeys = 2, Delimiter = "/" };
        ListVersionsResponse page;
        do
        {
            page = await S3.ListVersionsAsync(request);
            listed.AddRange((page.Versions ?? []).Select(version => version.Key));
            listed.AddRange(page.CommonPrefixes ?? []);
            (request.KeyMarker, request.VersionIdMarker) = (page.NextKeyMarker, page.NextVersionIdMarker);
        }
        while (page.IsTruncated == true);

        Assert.Equal(["a", "a", "a", "b/", "c", "c", "c"], listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Copy_RestoresAnOldVersion()
    {
        string bucket = await NewBucketAsync();
        await SetAsync(bucket, VersionStatus.Enabled);
        string old = (await PutAsync(bucket, "key", "old")).VersionId;
        await PutAsync(bucket, "key", "new");
        CopyObjectResponse copy = await S3.CopyObjectAsync(new CopyObjectRequest
        {
            SourceBucket = bucket,
            SourceKey = "key",
            SourceVersionId = old,
            DestinationBucket = bucket,
            DestinationKey = "key",
        });
        Assert.Equal(old, copy.SourceVersionId);
        Assert.NotEqual(old, copy.VersionId);
        Assert.Equal("old", await GetTextAsync(bucket, "key"));
    }

    private Task SetAsync(string bucket, VersionStatus status) => S3.PutBucketVersioningAsync(
        new PutBucketVersioningRequest { BucketName = bucket, VersioningConfig = new() { Status = status } });
}
