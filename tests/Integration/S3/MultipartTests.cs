using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.S3;

public sealed class MultipartTests(RunningInstance instance) : S3Test(instance)
{
    private const int PartSize = 5 << 20;

    [Fact]
    public async Task Completed_IsOneObjectOfAllParts()
    {
        string bucket = await NewBucketAsync();
        byte[][] parts = [RandomBytes(PartSize, 51), RandomBytes(PartSize, 52), RandomBytes(1_000, 53)];
        var start = new InitiateMultipartUploadRequest { BucketName = bucket, Key = "key", ContentType = "text/plain" };
        start.Metadata["name"] = "value";
        InitiateMultipartUploadResponse upload = await S3.InitiateMultipartUploadAsync(start);
        var etags = new List<PartETag>();
        for (int i = 0; i < parts.Length; i++) etags.Add(await UploadAsync(bucket, upload.UploadId, i + 1, parts[i]));
        await FailsAsync(404, "NoSuchKey", S3Messages.NoSuchKey, () => S3.GetObjectAsync(bucket, "key"));

        CompleteMultipartUploadResponse completed = await CompleteAsync(bucket, upload.UploadId, [.. etags]);
        using GetObjectResponse get = await S3.GetObjectAsync(bucket, "key");

        byte[] hashes = [.. parts.SelectMany(static part => MD5.HashData(part))];
        Assert.Equal($"\"{Convert.ToHexStringLower(MD5.HashData(hashes))}-3\"", completed.ETag);
        Assert.Equal((bucket, "key"), (completed.BucketName, completed.Key));
        Assert.Equal((completed.ETag, "text/plain", "value"), (get.ETag, get.Headers.ContentType, get.Metadata["name"]));
        Assert.Equal(parts.SelectMany(static part => part), await ReadBytesAsync(get));
        await FailsAsync(404, "NoSuchUpload", S3Messages.NoSuchUpload, () => UploadAsync(bucket, upload.UploadId, 4, [1]));
    }

    [Fact]
    public async Task PartNumber_ReadsOnePartOfTheObject()
    {
        string bucket = await NewBucketAsync();
        byte[] second = RandomBytes(100, 54);
        string uploadId = await StartAsync(bucket);
        PartETag one = await UploadAsync(bucket, uploadId, 1, RandomBytes(PartSize, 55));
        PartETag two = await UploadAsync(bucket, uploadId, 2, second);
        await CompleteAsync(bucket, uploadId, one, two);

        using GetObjectResponse get = await S3.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = "key", PartNumber = 2 });

        Assert.Equal((2, $"bytes {PartSize}-{PartSize + 99}/{PartSize + 100}"), (get.PartsCount, get.ContentRange));
        Assert.Equal(second, await ReadBytesAsync(get));
        await FailsAsync(
            416, "InvalidPartNumber", "The requested partnumber is not satisfiable",
            () => S3.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = "key", PartNumber = 3 }));
    }

    [Fact]
    public async Task PartUploadedAgain_ReplacesTheFirst()
    {
        string bucket = await NewBucketAsync();
        string uploadId = await StartAsync(bucket);
        PartETag before = await UploadAsync(bucket, uploadId, 1, [1, 2, 3]);
        PartETag after = await UploadAsync(bucket, uploadId, 1, [4, 5]);

        await FailsAsync(400, "InvalidPart", S3Messages.InvalidPart, () => CompleteAsync(bucket, uploadId, before));
        await CompleteAsync(bucket, uploadId, after);

        using GetObjectResponse get = await S3.GetObjectAsync(bucket, "key");
        Assert.Equal([4, 5], await ReadBytesAsync(get));
    }

    [Fact]
    public async Task PartsMayHaveGapsAndBeLeftOut()
    {
        string bucket = await NewBucketAsync();
        string uploadId = await StartAsync(bucket);
        byte[] big = RandomBytes(PartSize, 56);
        PartETag seven = await UploadAsync(bucket, uploadId, 7, big);
        await UploadAsync(bucket, uploadId, 8, [1]);
        PartETag last = await UploadAsync(bucket, uploadId, 10_000, [2]);

        await CompleteAsync(bucket, uploadId, seven, last);

        using GetObjectResponse get = await S3.GetObjectAsync(bucket, "key");
        Assert.Equal([.. big, 2], await ReadBytesAsync(get));
        using GetObjectResponse part = await S3.GetObjectAsync(
            new GetObjectRequest { BucketName = bucket, Key = "key", PartNumber = 10_000 });
        Assert.Equal((2, $"bytes {PartSize}-{PartSize}/{PartSize + 1}"), (part.PartsCount, part.ContentRange));
        Assert.Equal([2], await ReadBytesAsync(part));
    }

    [Fact]
    public async Task Aborted_IsGone()
    {
        string bucket = await NewBucketAsync();
        string uploadId = await StartAsync(bucket);
        PartETag part = await UploadAsync(bucket, uploadId, 1, [1]);

        await S3.AbortMultipartUploadAsync(bucket, "key", uploadId);

        await FailsNoSuchUpload(() => S3.AbortMultipartUploadAsync(bucket, "key", uploadId));
        await FailsNoSuchUpload(() => UploadAsync(bucket, uploadId, 1, [1]));
        await FailsNoSuchUpload(() => CompleteAsync(bucket, uploadId, part));
        await FailsNoSuchUpload(() => S3.ListPartsAsync(bucket, "key", uploadId));
        Assert.Empty((await S3.ListMultipartUploadsAsync(bucket)).MultipartUploads ?? []);
        await S3.DeleteBucketAsync(bucket);
    }

    [Fact]
    public async Task UploadOfAnotherKey_IsNoSuchUpload()
    {
        string bucket = await NewBucketAsync();
        string uploadId = await StartAsync(bucket);

        await FailsNoSuchUpload(() => S3.AbortMultipartUploadAsync(bucket, "other", uploadId));
        await FailsNoSuchUpload(() => S3.AbortMultipartUploadAsync(bucket, "key", "no-such-id"));
    }

    [Fact]
    public async Task Completion_ChecksOrderETagsAndSizes()
    {
        string bucket = await NewBucketAsync();
        string uploadId = await StartAsync(bucket);
        PartETag one = await UploadAsync(bucket, uploadId, 1, [1]);
        PartETag two = await UploadAsync(bucket, uploadId, 2, [2]);

        await FailsAsync(
            400, "InvalidPartOrder", S3Messages.InvalidPartOrder,
            () => CompleteUnsortedAsync(bucket, uploadId, (2, two.ETag), (1, one.ETag)));
        await FailsAsync(400, "InvalidPart", S3Messages.InvalidPart, () => CompleteAsync(bucket, uploadId, one, new PartETag(3, two.ETag)));
        await FailsAsync(400, "InvalidPart", S3Messages.InvalidPart, () => CompleteAsync(bucket, uploadId, new PartETag(1, two.ETag)));
        await FailsAsync(400, "EntityTooSmall", S3Messages.EntityTooSmall, () => CompleteAsync(bucket, uploadId, one, two));

        await CompleteAsync(bucket, uploadId, one);
        using GetObjectResponse get = await S3.GetObjectAsync(bucket, "key");
        Assert.Equal([1], await ReadBytesAsync(get));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public async Task PartNumberOutOfRange_IsRefused(int number)
    {
        string bucket = await NewBucketAsync();
        string uploadId = await StartAsync(bucket);

        await FailsAsync(
            400, "InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive",
            () => UploadAsync(bucket, uploadId, number, [1]));
    }

    [Fact]
    public async Task Parts_AreListedInPages()
    {
        string bucket = await NewBucketAsync();
        string uploadId = await StartAsync(bucket);
        for (int number = 1; number <= 5; number++) await UploadAsync(bucket, uploadId, number, new byte[number]);

        ListPartsResponse first = await S3.ListPartsAsync(
            new ListPartsRequest { BucketName = bucket, Key = "key", UploadId = uploadId, MaxParts = 3 });
        ListPartsResponse second = await S3.ListPartsAsync(new ListPartsRequest
        {
            BucketName = bucket,
            Key = "key",
            UploadId = uploadId,
            PartNumberMarker = first.NextPartNumberMarker?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        });

        Assert.Equal((true, 3), (first.IsTruncated, first.NextPartNumberMarker));
        Assert.Equal([(1, 1L), (2, 2L), (3, 3L)], first.Parts.Select(static part => (part.PartNumber!.Value, part.Size!.Value)));
        Assert.Equal([4, 5], second.Parts.Select(static part => part.PartNumber!.Value));
        Assert.Equal(false, second.IsTruncated);
        Assert.Equal("\"93b885adfe0da089cdf634904fd59f71\"", first.Parts[0].ETag);
    }

    [Fact]
    public async Task Uploads_AreListedInKeyOrderAndPages()
    {
        string bucket = await NewBucketAsync();
        foreach (string key in (string[])["c", "a/1", "b", "a/2"]) await S3.InitiateMultipartUploadAsync(bucket, key);

        ListMultipartUploadsResponse all = await S3.ListMultipartUploadsAsync(bucket);
        ListMultipartUploadsResponse grouped = await S3.ListMultipartUploadsAsync(
            new ListMultipartUploadsRequest { BucketName = bucket, Delimiter = "/" });
        ListMultipartUploadsResponse prefixed = await S3.ListMultipartUploadsAsync(
            new ListMultipartUploadsRequest { BucketName = bucket, Prefix = "a/" });
        ListMultipartUploadsResponse first = await S3.ListMultipartUploadsAsync(
            new ListMultipartUploadsRequest { BucketName = bucket, MaxUploads = 3 });
        ListMultipartUploadsResponse second = await S3.ListMultipartUploadsAsync(new ListMultipartUploadsRequest
        {
            BucketName = bucket,
            KeyMarker = first.NextKeyMarker,
            UploadIdMarker = first.NextUploadIdMarker,
        });

        Assert.Equal(["a/1", "a/2", "b", "c"], KeysOf(all));
        Assert.Equal(["b", "c"], KeysOf(grouped));
        Assert.Equal(["a/"], grouped.CommonPrefixes);
        Assert.Equal(["a/1", "a/2"], KeysOf(prefixed));
        Assert.Equal((true, "b"), (first.IsTruncated, first.NextKeyMarker));
        Assert.Equal(["c"], KeysOf(second));
    }

    [Fact]
    public async Task PartCopy_TakesAWholeObjectOrARange()
    {
        string bucket = await NewBucketAsync();
        byte[] source = RandomBytes(PartSize + 10, 57);
        using var body = new MemoryStream(source);
        await S3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "source", InputStream = body });
        string uploadId = await StartAsync(bucket);

        CopyPartResponse whole = await S3.CopyPartAsync(PartCopy(bucket, uploadId, 1));
        CopyPartRequest ranged = PartCopy(bucket, uploadId, 2);
        (ranged.FirstByte, ranged.LastByte) = (PartSize, PartSize + 4);
        CopyPartResponse range = await S3.CopyPartAsync(ranged);
        await CompleteAsync(bucket, uploadId, new PartETag(1, whole.ETag), new PartETag(2, range.ETag));

        using GetObjectResponse get = await S3.GetObjectAsync(bucket, "key");
        byte[] expected = [.. source, .. source.AsSpan(PartSize, 5)];
        Assert.Equal(expected, await ReadBytesAsync(get));
    }

    [Fact]
    public async Task PartCopy_OfARangeOutsideTheSource_IsRefused()
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "source", "0123456789");
        string uploadId = await StartAsync(bucket);
        CopyPartRequest request = PartCopy(bucket, uploadId, 1);
        (request.FirstByte, request.LastByte) = (5, 10);

        await FailsAsync(
            400, "InvalidArgument", "Range specified is not valid for source object of size: 10", () => S3.CopyPartAsync(request));
    }

    private static IEnumerable<string> KeysOf(ListMultipartUploadsResponse list) =>
        list.MultipartUploads.Select(static upload => upload.Key);

    private static Task FailsNoSuchUpload(Func<Task> call) => FailsAsync(404, "NoSuchUpload", S3Messages.NoSuchUpload, call);

    private static CopyPartRequest PartCopy(string bucket, string uploadId, int number) => new()
    {
        SourceBucket = bucket,
        SourceKey = "source",
        DestinationBucket = bucket,
        DestinationKey = "key",
        UploadId = uploadId,
        PartNumber = number,
    };

    private async Task<string> StartAsync(string bucket) => (await S3.InitiateMultipartUploadAsync(bucket, "key")).UploadId;

    private async Task<PartETag> UploadAsync(string bucket, string uploadId, int number, byte[] content)
    {
        using var body = new MemoryStream(content);
        UploadPartResponse response = await S3.UploadPartAsync(
            new UploadPartRequest { BucketName = bucket, Key = "key", UploadId = uploadId, PartNumber = number, InputStream = body });
        return new PartETag(number, response.ETag);
    }

    private Task<CompleteMultipartUploadResponse> CompleteAsync(string bucket, string uploadId, params PartETag[] parts) =>
        S3.CompleteMultipartUploadAsync(
            new CompleteMultipartUploadRequest { BucketName = bucket, Key = "key", UploadId = uploadId, PartETags = [.. parts] });

    /// <summary>The SDK sorts the parts that it is given, so that this goes around it.</summary>
    private async Task CompleteUnsortedAsync(string bucket, string uploadId, params (int Number, string ETag)[] parts)
    {
        string xml = string.Concat(parts.Select(
            static part => $"<Part><PartNumber>{part.Number}</PartNumber><ETag>{part.ETag}</ETag></Part>"));
        using var http = new HttpClient();
        using var content = new StringContent($"<CompleteMultipartUpload>{xml}</CompleteMultipartUpload>");
        using HttpResponseMessage response = await http.PostAsync(Presigned("POST", $"/{bucket}/key", ("uploadId", uploadId)), content);
        string text = await response.Content.ReadAsStringAsync();
        var error = System.Xml.Linq.XElement.Parse(text);
        throw new AmazonS3Exception(error.Element("Message")?.Value)
        {
            StatusCode = response.StatusCode,
            ErrorCode = error.Element("Code")?.Value,
        };
    }
}
