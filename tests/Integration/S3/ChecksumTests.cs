using Amazon.S3;
using Amazon.S3.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.S3;

public sealed class ChecksumTests(RunningInstance instance) : S3Test(instance)
{
    private const string Content = "123456789";

    public static TheoryData<string, string> Algorithms { get; } = new()
    {
        { "CRC32", "y/Q5Jg==" },
        { "CRC32C", "4waSgw==" },
        { "CRC64NVME", "rosUhgp5mIg=" },
        { "SHA1", "98O8HYCOBHMq32eZZczDTKeuNEE=" },
        { "SHA256", "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=" },
    };

    [Theory]
    [MemberData(nameof(Algorithms))]
    public async Task StatedChecksum_IsCheckedStoredAndReturned(string algorithm, string value)
    {
        string bucket = await NewBucketAsync();

        PutObjectResponse put = await S3.PutObjectAsync(Request(bucket, algorithm, value));
        GetObjectMetadataResponse head = await S3.GetObjectMetadataAsync(
            new GetObjectMetadataRequest { BucketName = bucket, Key = "key", ChecksumMode = ChecksumMode.ENABLED });
        GetObjectMetadataResponse plainHead = await S3.GetObjectMetadataAsync(bucket, "key");

        Assert.Equal(
            value,
            Of(algorithm, put.ChecksumCRC32, put.ChecksumCRC32C, put.ChecksumCRC64NVME, put.ChecksumSHA1, put.ChecksumSHA256));
        Assert.Equal(
            value,
            Of(algorithm, head.ChecksumCRC32, head.ChecksumCRC32C, head.ChecksumCRC64NVME, head.ChecksumSHA1, head.ChecksumSHA256));
        Assert.Equal(ChecksumType.FULL_OBJECT, head.ChecksumType);
        Assert.Null(Of(
            algorithm, plainHead.ChecksumCRC32, plainHead.ChecksumCRC32C, plainHead.ChecksumCRC64NVME, plainHead.ChecksumSHA1,
            plainHead.ChecksumSHA256));
    }

    [Theory]
    [InlineData("CRC32", "AAAAAA==")]
    [InlineData("CRC32C", "AAAAAA==")]
    [InlineData("CRC64NVME", "AAAAAAAAAAA=")]
    [InlineData("SHA1", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("SHA256", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public async Task WrongChecksum_IsRefusedAndOverwritesNothing(string algorithm, string wrong)
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "key", "before");

        await FailsAsync(
            400, "BadDigest", $"The {algorithm} you specified did not match the calculated checksum.",
            () => S3.PutObjectAsync(Request(bucket, algorithm, wrong)));

        Assert.Equal("before", await GetTextAsync(bucket, "key"));
    }

    [Theory]
    [InlineData("CRC32")]
    [InlineData("CRC32C")]
    [InlineData("CRC64NVME")]
    [InlineData("SHA1")]
    [InlineData("SHA256")]
    public async Task ChecksumThatIsNone_IsRefused(string algorithm)
    {
        string bucket = await NewBucketAsync();

        await FailsAsync(
            400, "InvalidRequest", $"Value for x-amz-checksum-{algorithm.ToLowerInvariant()} header is invalid.",
            () => S3.PutObjectAsync(Request(bucket, algorithm, "bm9uZQ")));
    }

    [Theory]
    [InlineData("CRC32", "y/Q5Jg==")]
    [InlineData("SHA1", "98O8HYCOBHMq32eZZczDTKeuNEE=")]
    [InlineData("SHA256", "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=")]
    public async Task TrailingChecksumOfTheSdk_IsStored(string algorithm, string value)
    {
        string bucket = await NewBucketAsync();

        PutObjectResponse put = await S3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = bucket,
            Key = "key",
            ContentBody = Content,
            ChecksumAlgorithm = ChecksumAlgorithm.FindValue(algorithm),
        });

        Assert.Equal(
            value,
            Of(algorithm, put.ChecksumCRC32, put.ChecksumCRC32C, put.ChecksumCRC64NVME, put.ChecksumSHA1, put.ChecksumSHA256));
        Assert.Equal(Content, await GetTextAsync(bucket, "key"));
    }

    [Fact]
    public async Task Copy_KeepsOrComputesTheChecksum()
    {
        string bucket = await NewBucketAsync();
        await S3.PutObjectAsync(Request(bucket, "CRC32", "y/Q5Jg=="));

        CopyObjectResponse kept = await S3.CopyObjectAsync(bucket, "key", bucket, "kept");
        CopyObjectResponse computed = await S3.CopyObjectAsync(new CopyObjectRequest
        {
            SourceBucket = bucket,
            SourceKey = "key",
            DestinationBucket = bucket,
            DestinationKey = "computed",
            ChecksumAlgorithm = ChecksumAlgorithm.SHA256,
        });

        Assert.Equal("y/Q5Jg==", kept.ChecksumCRC32);
        Assert.Equal("FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=", computed.ChecksumSHA256);
    }

    [Fact]
    public async Task WrongContentMd5_IsRefused()
    {
        string bucket = await NewBucketAsync();

        await FailsAsync(
            400, "BadDigest", "The Content-MD5 you specified did not match what we received.",
            () => S3.PutObjectAsync(
                new PutObjectRequest { BucketName = bucket, Key = "key", ContentBody = Content, MD5Digest = "AAAAAAAAAAAAAAAAAAAAAA==" }));
        await FailsAsync(
            400, "InvalidDigest", "The Content-MD5 you specified was invalid.",
            () => S3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "key", ContentBody = Content, MD5Digest = "short" }));
        await FailsAsync(404, "NoSuchKey", S3Messages.NoSuchKey, () => S3.GetObjectAsync(bucket, "key"));
    }

    [Fact]
    public async Task RightContentMd5_IsAccepted()
    {
        string bucket = await NewBucketAsync();

        await S3.PutObjectAsync(
            new PutObjectRequest { BucketName = bucket, Key = "key", ContentBody = Content, MD5Digest = "JfnnlDI7RTiF9RgfG2JNCw==" });

        Assert.Equal(Content, await GetTextAsync(bucket, "key"));
    }

    private static PutObjectRequest Request(string bucket, string algorithm, string value)
    {
        var request = new PutObjectRequest { BucketName = bucket, Key = "key", ContentBody = Content };
        switch (algorithm)
        {
            case "CRC32": request.ChecksumCRC32 = value; break;
            case "CRC32C": request.ChecksumCRC32C = value; break;
            case "CRC64NVME": request.ChecksumCRC64NVME = value; break;
            case "SHA1": request.ChecksumSHA1 = value; break;
            default: request.ChecksumSHA256 = value; break;
        }

        return request;
    }

    private static string? Of(string algorithm, string crc32, string crc32C, string crc64, string sha1, string sha256) => algorithm switch
    {
        "CRC32" => crc32,
        "CRC32C" => crc32C,
        "CRC64NVME" => crc64,
        "SHA1" => sha1,
        _ => sha256,
    };
}
