using Amazon.S3.Model;
using Amazon.S3.Transfer;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.S3;

public sealed class TransferUtilityTests(RunningInstance instance) : S3Test(instance)
{
    [Theory]
    [InlineData(1_000, 61)]
    [InlineData(22 << 20, 62)]
    public async Task Upload_SplitsAndComesBack(int length, int seed)
    {
        string bucket = await NewBucketAsync();
        byte[] content = RandomBytes(length, seed);
        var config = new TransferUtilityConfig { MinSizeBeforePartUpload = 6 << 20, ConcurrentServiceRequests = 4 };
        using var transfer = new TransferUtility(S3, config);
        using var body = new MemoryStream(content);

        await transfer.UploadAsync(
            new TransferUtilityUploadRequest { BucketName = bucket, Key = "key", InputStream = body, PartSize = 5 << 20 });
        using Stream download = await transfer.OpenStreamAsync(bucket, "key");
        using var back = new MemoryStream();
        await download.CopyToAsync(back);

        Assert.True(content.AsSpan().SequenceEqual(back.ToArray()), $"seed {seed}: the content differs");
        GetObjectMetadataResponse head = await S3.GetObjectMetadataAsync(bucket, "key");
        Assert.Equal(length > 6 << 20, head.ETag.Contains('-', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Folder_GoesUpAndDown()
    {
        string bucket = await NewBucketAsync();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("ruststack-up");
        DirectoryInfo back = Directory.CreateTempSubdirectory("ruststack-down");
        try
        {
            folder.CreateSubdirectory("inner");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "a.txt"), "a");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "inner", "b.txt"), "b");
            using var transfer = new TransferUtility(S3);

            await transfer.UploadDirectoryAsync(new TransferUtilityUploadDirectoryRequest
            {
                BucketName = bucket,
                Directory = folder.FullName,
                KeyPrefix = "folder",
                SearchOption = SearchOption.AllDirectories,
            });
            await transfer.DownloadDirectoryAsync(bucket, "folder", back.FullName);

            Assert.Equal("a", await File.ReadAllTextAsync(Path.Combine(back.FullName, "a.txt")));
            Assert.Equal("b", await File.ReadAllTextAsync(Path.Combine(back.FullName, "inner", "b.txt")));
        }
        finally
        {
            folder.Delete(recursive: true);
            back.Delete(recursive: true);
        }
    }
}
