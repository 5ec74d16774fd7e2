using System.Net;
using Amazon.S3.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.S3;

public sealed class RangeTests(RunningInstance instance) : S3Test(instance)
{
    [Theory]
    [InlineData("bytes=0-0", "0", "bytes 0-0/10")]
    [InlineData("bytes=2-5", "2345", "bytes 2-5/10")]
    [InlineData("bytes=7-", "789", "bytes 7-9/10")]
    [InlineData("bytes=0-", "0123456789", "bytes 0-9/10")]
    [InlineData("bytes=-3", "789", "bytes 7-9/10")]
    [InlineData("bytes=-100", "0123456789", "bytes 0-9/10")]
    [InlineData("bytes=8-100", "89", "bytes 8-9/10")]
    [InlineData("bytes=9-9", "9", "bytes 9-9/10")]
    public async Task Range_GivesItsPart(string range, string expected, string contentRange)
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "key", "0123456789");

        using GetObjectResponse get = await S3.GetObjectAsync(Request(bucket, range));

        Assert.Equal(HttpStatusCode.PartialContent, get.HttpStatusCode);
        Assert.Equal(contentRange, get.ContentRange);
        Assert.Equal(expected.Length, get.ContentLength);
        Assert.Equal(expected, await ReadTextAsync(get));
    }

    [Theory]
    [InlineData("bytes=10-")]
    [InlineData("bytes=10-20")]
    [InlineData("bytes=-0")]
    public async Task UnsatisfiableRange_IsRefused(string range)
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "key", "0123456789");

        await FailsAsync(416, "InvalidRange", S3Messages.InvalidRange, () => S3.GetObjectAsync(Request(bucket, range)));
    }

    [Theory]
    [InlineData("bytes=5-2")]
    [InlineData("bytes=a-b")]
    [InlineData("bytes=0-1,3-4")]
    [InlineData("lines=0-1")]
    public async Task RangeThatIsNone_IsIgnored(string range)
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "key", "0123456789");

        using GetObjectResponse get = await S3.GetObjectAsync(Request(bucket, range));

        Assert.Equal(HttpStatusCode.OK, get.HttpStatusCode);
        Assert.Equal("0123456789", await ReadTextAsync(get));
    }

    [Fact]
    public async Task RangeOfABodyInAFile_GivesItsPart()
    {
        string bucket = await NewBucketAsync();
        byte[] content = RandomBytes(3 << 20, 41);
        using var body = new MemoryStream(content);
        await S3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "key", InputStream = body });

        using GetObjectResponse get = await S3.GetObjectAsync(Request(bucket, "bytes=1500000-2600000"));

        Assert.Equal(content[1_500_000..2_600_001], await ReadBytesAsync(get));
    }

    [Fact]
    public async Task RangeOfAnEmptyObject_IsUnsatisfiable()
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "key", "");

        await FailsAsync(416, "InvalidRange", S3Messages.InvalidRange, () => S3.GetObjectAsync(Request(bucket, "bytes=0-")));
    }

    private static GetObjectRequest Request(string bucket, string range) =>
        new() { BucketName = bucket, Key = "key", ByteRange = new ByteRange(range) };
}
