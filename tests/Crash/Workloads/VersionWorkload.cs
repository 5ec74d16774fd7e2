using Amazon.S3.Model;

namespace RustStack.Crash.Workloads;

/// <summary>One writer of versions of one key: each that was acknowledged is there, and so is its tag.</summary>
internal sealed class VersionWorkload : IWorkload
{
    private const string Bucket = "versions";
    private const string Key = "key";
    private const int MostKept = 200;

    private readonly Queue<(string VersionId, string Content, bool IsTagged)> _versions = [];

    public long Acknowledged { get; private set; }

    public async Task PrepareAsync(Instance instance)
    {
        await instance.S3.PutBucketAsync(Bucket);
        await instance.S3.PutBucketVersioningAsync(
            new PutBucketVersioningRequest { BucketName = Bucket, VersioningConfig = new() { Status = "Enabled" } });
    }

    public async Task WorkAsync(Instance instance, Random random, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            byte[] bytes = new byte[random.Next(3_000)];
            random.NextBytes(bytes);
            PutObjectResponse put = await instance.S3.PutObjectAsync(
                new PutObjectRequest { BucketName = Bucket, Key = Key, InputStream = new MemoryStream(bytes) }, CancellationToken.None);
            bool isTagged = random.Next(2) == 0;
            if (isTagged)
            {
                await instance.S3.PutObjectTaggingAsync(
                    new PutObjectTaggingRequest { BucketName = Bucket, Key = Key, VersionId = put.VersionId, Tagging = new() { TagSet = [new() { Key = "k", Value = "v" }] } },
                    CancellationToken.None);
                Acknowledged++;
            }

            _versions.Enqueue((put.VersionId, ObjectWorkload.Describe(bytes)!, isTagged));
            if (_versions.Count > MostKept) _versions.Dequeue();
            Acknowledged++;
        }
    }

    public async Task VerifyAsync(Instance instance)
    {
        foreach ((string versionId, string content, bool isTagged) in _versions)
        {
            string? found = ObjectWorkload.Describe(await ObjectWorkload.ReadAsync(instance, Bucket, Key, versionId));
            if (found != content) throw new CrashTestException($"Version {versionId} holds '{found}' instead of '{content}'.");
            if (!isTagged) continue;
            GetObjectTaggingResponse tags = await instance.S3.GetObjectTaggingAsync(
                new GetObjectTaggingRequest { BucketName = Bucket, Key = Key, VersionId = versionId });
            if (tags.Tagging is not [{ Key: "k", Value: "v" }]) throw new CrashTestException($"Version {versionId} lost its tag.");
        }
    }
}
