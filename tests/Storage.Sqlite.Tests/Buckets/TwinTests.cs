using Microsoft.Extensions.Time.Testing;

namespace RustStack.Storage.Sqlite.Tests.Buckets;

/// <summary>An engine that is closed and opened again now and then answers every request as one that keeps everything in memory.</summary>
public sealed class TwinTests
{
    private const int Steps = 400;
    private const int StepsBetweenStarts = 40;

    private static readonly string[] SubResources =
    [
        "", "cors", "website", "tagging", "lifecycle", "encryption", "publicAccessBlock", "ownershipControls", "notification", "requestPayment",
        "accelerate", "metrics", "versioning", "object-lock", "acl", "location", "policy", "versions", "uploads", "list-type=2",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task RandomRequests_AreAnsweredAlike(int seed)
    {
        using TemporaryDirectory folder = new();
        FakeTimeProvider time = new(new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero));
        await using S3Engine memory = new(null, seed, time);
        await using S3Engine kept = new(folder.Path, seed, time);
        RandomRequests requests = new(new Random(seed));
        for (int step = 0; step < Steps; step++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            S3Request request = requests.Next();
            requests.Learn(request, await CompareAsync(memory, kept, request, seed, step));
            if (step % StepsBetweenStarts != 0) continue;
            await ReopenAsync(memory, kept, seed, step);
            await CompareAllAsync(memory, kept, seed, step);
        }

        await ReopenAsync(memory, kept, seed, Steps);
        int files = await CompareAllAsync(memory, kept, seed, Steps);
        Assert.True(files > 0, $"seed {seed}: no object was left to compare.");
    }

    /// <summary>
    /// Opens the engine again. An id of a version holds its place, and an engine that was closed remembers the places of what is there: a last
    /// version that goes afterwards keeps both engines counting alike.
    /// </summary>
    private static async Task ReopenAsync(S3Engine memory, S3Engine kept, int seed, int step)
    {
        List<string> last = [];
        foreach (string bucket in RandomRequests.Buckets)
        {
            S3Answer answer = await CompareAsync(memory, kept, S3Request.Put($"/{bucket}/last", "x"), seed, step);
            if (answer.Status == 200) last.Add($"/{bucket}/last?versionId={answer.Header("x-amz-version-id") ?? "null"}");
        }

        await kept.ReopenAsync();
        foreach (string target in last) Assert.Equal(204, (await CompareAsync(memory, kept, new("DELETE", target), seed, step)).Status);
    }

    /// <summary>Compares everything that can be asked of the buckets, and counts the versions that were compared.</summary>
    private static async Task<int> CompareAllAsync(S3Engine memory, S3Engine kept, int seed, int step)
    {
        int count = 0;
        await CompareAsync(memory, kept, S3Request.Get("/"), seed, step);
        foreach (string bucket in RandomRequests.Buckets)
        {
            foreach (string sub in SubResources) await CompareAsync(memory, kept, S3Request.Get($"/{bucket}?{sub}"), seed, step);
            S3Answer versions = await CompareAsync(memory, kept, S3Request.Get($"/{bucket}?versions"), seed, step);
            foreach ((string key, string id) in versions.All("Key").Zip(versions.All("VersionId")))
            {
                string target = $"/{bucket}/{key}?versionId={id}";
                await CompareAsync(memory, kept, S3Request.Get(target), seed, step);
                foreach (string sub in new[] { "tagging", "acl", "legal-hold" }) await CompareAsync(memory, kept, S3Request.Get($"{target}&{sub}"), seed, step);
                count++;
            }

            S3Answer uploads = await CompareAsync(memory, kept, S3Request.Get($"/{bucket}?uploads"), seed, step);
            foreach ((string key, string id) in uploads.All("Key").Zip(uploads.All("UploadId")))
            {
                await CompareAsync(memory, kept, S3Request.Get($"/{bucket}/{key}?uploadId={id}"), seed, step);
            }
        }

        return count;
    }

    private static async Task<S3Answer> CompareAsync(S3Engine memory, S3Engine kept, S3Request request, int seed, int step)
    {
        S3Answer expected = await memory.SendAsync(request);
        S3Answer actual = await kept.SendAsync(request);
        bool isAlike = expected.Everything == actual.Everything;
        Assert.True(isAlike, $"seed {seed}, step {step}, {request.Method} {request.Target}:\n{expected.Headers}\n{expected.Text}\n---\n{actual.Headers}\n{actual.Text}");
        return actual;
    }
}
