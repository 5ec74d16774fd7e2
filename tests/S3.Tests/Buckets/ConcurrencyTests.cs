using RustStack.S3.Tests.Operations;
using RustStack.S3.Tests.Uploads;

namespace RustStack.S3.Tests.Buckets;

/// <summary>What happens when requests meet.</summary>
public sealed class ConcurrencyTests
{
    private const int SizeBytes = 300_000;

    [Fact]
    public async Task ReadersDuringOverwrites_SeeOneObjectWhole()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.SendAsync("PUT", "/bucket/key", Filled(0));
        using var done = new CancellationTokenSource();
        Task[] readers = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                S3Reply reply = await s3.GetAsync("/bucket/key");
                Assert.Equal((200, SizeBytes), (reply.Status, reply.Body.Length));
                Assert.False(reply.Body.AsSpan().ContainsAnyExcept(reply.Body[0]), "A read mixed two objects.");
            }
        }))];
        for (byte i = 1; i < 60; i++) await s3.SendAsync("PUT", "/bucket/key", Filled(i));
        await done.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task PartsRacingAnAbort_LeaveNothing()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        for (int round = 0; round < 20; round++)
        {
            string id = (await s3.SendAsync("POST", "/bucket/key?uploads"))["UploadId"]!;
            Task<S3Reply>[] parts = [.. Enumerable.Range(1, 4).Select(number => Task.Run(
                () => s3.SendAsync("PUT", $"/bucket/key?partNumber={number}&uploadId={id}", Filled((byte)number))))];
            Assert.Equal(204, (await s3.SendAsync("DELETE", $"/bucket/key?uploadId={id}")).Status);
            foreach (S3Reply part in await Task.WhenAll(parts)) Assert.Contains(part.Status, new[] { 200, 404 });
            Assert.Empty((await s3.GetAsync("/bucket?uploads")).All("UploadId"));
        }
    }

    [Fact]
    public async Task ConditionalCreations_HaveOneWinner()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        for (int round = 0; round < 20; round++)
        {
            string path = $"/bucket/key{round}";
            S3Reply[] replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
                () => s3.SendAsync("PUT", path, Filled((byte)i), ("If-None-Match", "*")))));
            Assert.Single(replies, reply => reply.Status == 200);
            Assert.Equal(7, replies.Count(reply => reply.Status == 412));
        }
    }

    [Theory]
    [InlineData("/bucket/key")]
    [InlineData("/bucket/key?partNumber=1&uploadId=")]
    public async Task BucketDeletedDuringAnUpload_TakesNothing(string target)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        if (target.EndsWith('=')) target += (await s3.SendAsync("POST", "/bucket/key?uploads"))["UploadId"];
        ActingStream body = new(Filled(1), async () =>
        {
            Assert.Equal(204, (await s3.SendAsync("DELETE", "/bucket")).Status);
            await s3.WithBucketAsync();
        });
        (await s3.SendAsync("PUT", target, body, SizeBytes)).AssertError(404, "NoSuchBucket", "The specified bucket does not exist");
        Assert.Empty((await s3.GetAsync("/bucket")).All("Key"));
        Assert.Empty((await s3.GetAsync("/bucket?uploads")).All("Key"));
    }

    private static byte[] Filled(byte value)
    {
        byte[] bytes = new byte[SizeBytes];
        Array.Fill(bytes, value);
        return bytes;
    }
}
