using Amazon.S3;
using Amazon.S3.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.S3;

public sealed class ListingTests(RunningInstance instance) : S3Test(instance)
{
    private static readonly string[] Keys = ["a.txt", "b/1", "b/2", "b/c/3", "d/4", "e", "ü/5"];

    [Fact]
    public async Task EmptyBucket_HasNothing()
    {
        string bucket = await NewBucketAsync();

        ListObjectsV2Response list = await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket });

        Assert.Equal((0, false, 1_000, bucket), (list.KeyCount, list.IsTruncated, list.MaxKeys, list.Name));
        Assert.Empty(list.S3Objects ?? []);
        Assert.Empty(list.CommonPrefixes ?? []);
        Assert.Null(list.NextContinuationToken);
    }

    [Fact]
    public async Task Entry_DescribesItsObject()
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "key", "hello");

        ListObjectsV2Response list = await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, FetchOwner = true });
        S3Object entry = Assert.Single(list.S3Objects);

        Assert.Equal(("key", 5, "\"5d41402abc4b2a76b9719d911017c592\""), (entry.Key, entry.Size, entry.ETag));
        Assert.Equal(S3StorageClass.Standard, entry.StorageClass);
        Assert.NotNull(entry.LastModified);
        Assert.NotNull(entry.Owner.Id);
    }

    [Theory]
    [InlineData("", null, "a.txt b/1 b/2 b/c/3 d/4 e ü/5", "")]
    [InlineData("b/", null, "b/1 b/2 b/c/3", "")]
    [InlineData("b", null, "b/1 b/2 b/c/3", "")]
    [InlineData("z", null, "", "")]
    [InlineData("", "/", "a.txt e", "b/ d/ ü/")]
    [InlineData("b/", "/", "b/1 b/2", "b/c/")]
    [InlineData("b", "/", "", "b/")]
    [InlineData("b/c/3", "/", "b/c/3", "")]
    [InlineData("", "/c", "a.txt b/1 b/2 d/4 e ü/5", "b/c")]
    public async Task PrefixAndDelimiter_GroupTheKeys(string prefix, string? delimiter, string keys, string prefixes)
    {
        string bucket = await NewBucketAsync();
        await PutAllAsync(bucket, Keys);

        ListObjectsV2Response two = await S3.ListObjectsV2Async(
            new ListObjectsV2Request { BucketName = bucket, Prefix = prefix, Delimiter = delimiter });
        ListObjectsResponse one = await S3.ListObjectsAsync(
            new ListObjectsRequest { BucketName = bucket, Prefix = prefix, Delimiter = delimiter });

        Assert.Equal(Words(keys), (two.S3Objects ?? []).Select(static entry => entry.Key));
        Assert.Equal(Words(prefixes), two.CommonPrefixes ?? []);
        Assert.Equal(Words(keys).Length + Words(prefixes).Length, two.KeyCount);
        Assert.Equal(Words(keys), (one.S3Objects ?? []).Select(static entry => entry.Key));
        Assert.Equal(Words(prefixes), one.CommonPrefixes ?? []);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(1_000)]
    public async Task Pages_CountKeysAndPrefixesAndMissNothing(int maxKeys)
    {
        string bucket = await NewBucketAsync();
        await PutAllAsync(bucket, Keys);
        var found = new List<string>();
        var request = new ListObjectsV2Request { BucketName = bucket, Delimiter = "/", MaxKeys = maxKeys };
        for (bool more = true; more;)
        {
            ListObjectsV2Response page = await S3.ListObjectsV2Async(request);
            string[] entries = [.. (page.S3Objects ?? []).Select(static entry => entry.Key), .. page.CommonPrefixes ?? []];
            more = page.IsTruncated == true;
            Assert.Equal(entries.Length, page.KeyCount);
            Assert.Equal(more, page.NextContinuationToken is not null);
            Assert.Equal(more ? maxKeys : Math.Min(maxKeys, entries.Length), entries.Length);
            found.AddRange(entries);
            request.ContinuationToken = page.NextContinuationToken;
        }

        Assert.Equal(["a.txt", "b/", "d/", "e", "ü/"], found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task VersionOnePages_GoOnFromTheMarker()
    {
        string bucket = await NewBucketAsync();
        await PutAllAsync(bucket, Keys);

        ListObjectsResponse first = await S3.ListObjectsAsync(new ListObjectsRequest { BucketName = bucket, Delimiter = "/", MaxKeys = 2 });
        ListObjectsResponse second = await S3.ListObjectsAsync(
            new ListObjectsRequest { BucketName = bucket, Delimiter = "/", MaxKeys = 10, Marker = first.NextMarker });

        Assert.Equal((true, "b/"), (first.IsTruncated, first.NextMarker));
        Assert.Equal(["a.txt"], first.S3Objects.Select(static entry => entry.Key));
        Assert.Equal(["b/"], first.CommonPrefixes);
        Assert.Equal(false, second.IsTruncated);
        Assert.Equal(["e"], second.S3Objects.Select(static entry => entry.Key));
        Assert.Equal(["d/", "ü/"], second.CommonPrefixes);
    }

    [Theory]
    [InlineData("", "a.txt b/1 b/2 b/c/3 d/4 e ü/5")]
    [InlineData("b/1", "b/2 b/c/3 d/4 e ü/5")]
    [InlineData("b/0", "b/1 b/2 b/c/3 d/4 e ü/5")]
    [InlineData("e", "ü/5")]
    [InlineData("ü/5", "")]
    public async Task StartAfter_SkipsThatKeyAndAllBefore(string startAfter, string expected)
    {
        string bucket = await NewBucketAsync();
        await PutAllAsync(bucket, Keys);

        ListObjectsV2Response list = await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, StartAfter = startAfter });

        Assert.Equal(Words(expected), (list.S3Objects ?? []).Select(static entry => entry.Key));
    }

    [Fact]
    public async Task UrlEncoding_IsAppliedToEveryName()
    {
        string bucket = await NewBucketAsync();
        await PutAllAsync(bucket, "a b/ü", "c+d%");

        ListObjectsV2Response list = await S3.ListObjectsV2Async(
            new ListObjectsV2Request { BucketName = bucket, Delimiter = "/", Encoding = EncodingType.Url, StartAfter = "a a" });

        Assert.Equal(EncodingType.Url, list.Encoding);
        Assert.Equal(["c%2Bd%25"], list.S3Objects.Select(static entry => entry.Key));
        Assert.Equal(["a+b/"], list.CommonPrefixes);
        Assert.Equal("a+a", list.StartAfter);
    }

    [Fact]
    public async Task Keys_AreInByteOrder()
    {
        string bucket = await NewBucketAsync();
        string[] ordered = ["!", "A", "Z", "a", "a!", "a/", "a0", "z", "é", "\uFF5E", "\U0001F600"];
        await PutAllAsync(bucket, [.. ordered.Reverse()]);

        ListObjectsV2Response list = await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket });

        Assert.Equal(ordered, list.S3Objects.Select(static entry => entry.Key));
    }

    [Fact]
    public async Task NoKeysAtAllAsked_GivesNoneAndIsNotTruncated()
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "key", "body");

        ListObjectsV2Response list = await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, MaxKeys = 0 });

        Assert.Equal((0, false), (list.KeyCount, list.IsTruncated));
        Assert.Empty(list.S3Objects ?? []);
    }

    [Fact]
    public async Task MoreThanAThousandKeys_TakeTwoPages()
    {
        string bucket = await NewBucketAsync();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 8 };
        await Parallel.ForAsync(0, 1_050, parallel, async (i, _) => await PutAsync(bucket, $"k{i:d5}", "x"));
        var keys = new List<string>();

        IListObjectsV2Paginator pages = S3.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = bucket });
        await foreach (S3Object entry in pages.S3Objects) keys.Add(entry.Key);

        Assert.Equal(Enumerable.Range(0, 1_050).Select(static i => $"k{i:d5}"), keys);
    }

    [Fact]
    public async Task UnknownContinuationToken_IsRefused()
    {
        string bucket = await NewBucketAsync();

        await FailsAsync(
            400, "InvalidArgument", "The continuation token provided is incorrect",
            () => S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, ContinuationToken = "not a token" }));
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
