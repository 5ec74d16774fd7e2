using RustStack.Core.Ids;
using RustStack.S3.Access;
using RustStack.S3.Blobs;
using RustStack.S3.Buckets;
using RustStack.S3.Generated;
using RustStack.S3.Lifecycle;
using RustStack.S3.Objects;
using RustStack.S3.Tests.Operations;
using static RustStack.S3.Tests.Operations.LifecycleOperationTests;

namespace RustStack.S3.Tests.Lifecycle;

/// <summary>The rules at work: the harness begins at 2024-05-06T07:08:09Z, and its clock drives the sweep.</summary>
public sealed class LifecycleSweepTests
{
    private const string Versioned = "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";

    [Fact]
    public async Task Objects_GoAtTheMidnightAfterTheirDays_WhereTheFilterFits()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await ConfigureAsync(
            s3,
            Rule("<Filter><Prefix>a/</Prefix></Filter>", "<Expiration><Days>1</Days></Expiration>", "one")
            + Rule("<Filter><Tag><Key>k</Key><Value>v</Value></Tag></Filter>", "<Expiration><Days>2</Days></Expiration>", "two"));
        await s3.PutAsync("/bucket/a/old", "body");
        await s3.PutAsync("/bucket/b", "body", ("x-amz-tagging", "k=v"));
        await s3.PutAsync("/bucket/c", "body", ("x-amz-tagging", "k=w"));
        AdvanceTo(s3, new(2024, 5, 7, 23, 59, 0, TimeSpan.Zero));
        await s3.PutAsync("/bucket/a/new", "body");
        Assert.Equal(["a/new", "a/old", "b", "c"], (await s3.GetAsync("/bucket")).All("Key"));
        AdvanceTo(s3, new(2024, 5, 8, 0, 1, 0, TimeSpan.Zero));
        Assert.Equal(["a/new", "b", "c"], (await s3.GetAsync("/bucket")).All("Key"));
        AdvanceTo(s3, new(2024, 5, 9, 0, 1, 0, TimeSpan.Zero));
        Assert.Equal(["c"], (await s3.GetAsync("/bucket")).All("Key"));
    }

    [Fact]
    public async Task Date_AppliesFromThatDayOn()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await ConfigureAsync(s3, Rule("<Prefix></Prefix>", "<Expiration><Date>2024-05-07T00:00:00Z</Date></Expiration>", "one"));
        await s3.PutAsync("/bucket/a", "body");
        s3.Time.Advance(TimeSpan.FromHours(16));
        Assert.Equal(["a"], (await s3.GetAsync("/bucket")).All("Key"));
        s3.Time.Advance(TimeSpan.FromHours(1));
        await s3.PutAsync("/bucket/b", "body");
        s3.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Empty((await s3.GetAsync("/bucket")).All("Key"));
    }

    [Fact]
    public async Task DisabledRule_DoesNothing()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await ConfigureAsync(s3, Rule("<Filter/>", "<Expiration><Days>1</Days></Expiration>", "one", "Disabled"));
        await s3.PutAsync("/bucket/a", "body");
        s3.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal(200, (await s3.GetAsync("/bucket/a")).Status);
    }

    [Fact]
    public async Task VersionedObject_GetsADeleteMarker_AndNoncurrentVersionsGoLater()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket?versioning", Versioned);
        await ConfigureAsync(
            s3,
            Rule(
                "<Filter/>",
                "<Expiration><Days>1</Days></Expiration><NoncurrentVersionExpiration><NoncurrentDays>3</NoncurrentDays></NoncurrentVersionExpiration>",
                "one"));
        await s3.PutAsync("/bucket/a", "one");
        AdvanceTo(s3, new(2024, 5, 8, 0, 5, 0, TimeSpan.Zero));
        S3Reply got = await s3.GetAsync("/bucket/a");
        Assert.Equal((404, "true"), (got.Status, got.Header("x-amz-delete-marker")));
        Assert.Equal((1, 1), await CountAsync(s3));
        AdvanceTo(s3, new(2024, 5, 11, 23, 59, 0, TimeSpan.Zero));
        Assert.Equal((1, 1), await CountAsync(s3));
        AdvanceTo(s3, new(2024, 5, 12, 0, 5, 0, TimeSpan.Zero));

        // With the last version the marker is expired, and goes by its age.
        Assert.Equal((0, 0), await CountAsync(s3));
    }

    [Fact]
    public async Task NewerNoncurrentVersions_AreKept()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket?versioning", Versioned);
        await ConfigureAsync(
            s3,
            Rule(
                "<Filter/>",
                "<NoncurrentVersionExpiration><NoncurrentDays>1</NoncurrentDays><NewerNoncurrentVersions>2</NewerNoncurrentVersions></NoncurrentVersionExpiration>",
                "one"));
        string[] ids = new string[5];
        for (int i = 0; i < ids.Length; i++) ids[i] = (await s3.PutAsync("/bucket/a", $"{i}")).Header("x-amz-version-id")!;
        s3.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal([ids[4], ids[3], ids[2]], (await s3.GetAsync("/bucket?versions")).All("VersionId"));
    }

    [Fact]
    public async Task ExpiredDeleteMarker_GoesOnceNothingIsBelowIt()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket?versioning", Versioned);
        await ConfigureAsync(
            s3, Rule("<Filter/>", "<Expiration><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration>", "one"));
        string id = (await s3.PutAsync("/bucket/a", "body")).Header("x-amz-version-id")!;
        await s3.SendAsync("DELETE", "/bucket/a");
        s3.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((1, 1), await CountAsync(s3));
        await s3.SendAsync("DELETE", $"/bucket/a?versionId={id}");
        s3.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((0, 0), await CountAsync(s3));
    }

    [Fact]
    public async Task LockedVersion_StaysUntilItsRetentionEnds()
    {
        await using var s3 = new S3Harness();
        await s3.SendAsync("PUT", "/bucket", null, ("x-amz-bucket-object-lock-enabled", "true"));
        await ConfigureAsync(
            s3, Rule("<Filter/>", "<NoncurrentVersionExpiration><NoncurrentDays>1</NoncurrentDays></NoncurrentVersionExpiration>", "one"));
        await s3.PutAsync(
            "/bucket/a",
            "locked",
            ("x-amz-object-lock-mode", "COMPLIANCE"),
            ("x-amz-object-lock-retain-until-date", "2024-05-16T00:00:00Z"),
            ("Content-MD5", Convert.ToBase64String(System.Security.Cryptography.MD5.HashData("locked"u8))));
        await s3.PutAsync("/bucket/a", "new");
        s3.Time.Advance(TimeSpan.FromDays(5));
        Assert.Equal((2, 0), await CountAsync(s3));
        s3.Time.Advance(TimeSpan.FromDays(6));
        Assert.Equal((1, 0), await CountAsync(s3));
    }

    [Fact]
    public async Task IncompleteUpload_IsAborted()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await ConfigureAsync(
            s3,
            Rule(
                "<Filter><Prefix>a/</Prefix></Filter>",
                "<AbortIncompleteMultipartUpload><DaysAfterInitiation>1</DaysAfterInitiation></AbortIncompleteMultipartUpload>",
                "one"));
        string id = (await s3.SendAsync("POST", "/bucket/a/1?uploads"))["UploadId"]!;
        await s3.PutAsync($"/bucket/a/1?uploadId={id}&partNumber=1", "part");
        await s3.SendAsync("POST", "/bucket/b?uploads");
        s3.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, (await s3.GetAsync("/bucket?uploads")).All("Upload").Count);
        s3.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(["b"], (await s3.GetAsync("/bucket?uploads")).All("Key"));
        Assert.Equal("NoSuchUpload", (await s3.GetAsync($"/bucket/a/1?uploadId={id}"))["Code"]);
    }

    [Fact]
    public async Task Pass_IsBounded_AndTheNextGoesOn()
    {
        await using var s3 = new S3Harness();
        BucketRegistry buckets = new(new IdSource());
        LifecycleRule rule = new() { ID = "one", Status = "Enabled", Prefix = "", Expiration = new() { Days = 1 } };
        foreach (string name in new[] { "one", "two", "three" })
        {
            await buckets.TryAddAsync(await NewBucketAsync(name, new([rule], "all_storage_classes_128K")));
        }

        await buckets.TryAddAsync(await NewBucketAsync("untouched", null));
        s3.Time.Advance(TimeSpan.FromDays(3));
        LifecycleSweep sweep = new(buckets, s3.Time, maxExamined: 10);
        List<int> left = [];
        for (int pass = 0; pass < 8; pass++)
        {
            sweep.Run();
            left.Add(new[] { "one", "two", "three", "untouched" }.Sum(name => buckets.Find(name, null).Snapshot().Count));
        }

        Assert.Equal([90, 80, 70, 60, 50, 40, 30, 25], left);
    }

    [Fact]
    public async Task Object_WrittenWhileThePassLooks_Stays()
    {
        await using var s3 = new S3Harness();
        StoredBucket bucket = await NewBucketAsync("one", null);
        byte[] key = [0];
        StoredObject seen = bucket.Snapshot().First().Value;
        StoredObject written = await bucket.PutAsync(key, NewObject(), default);
        await bucket.ExpireAsync(key, seen, isNewest: true, s3.Time.GetUtcNow());
        Assert.Same(written, bucket.Snapshot().First().Value);
        await bucket.ExpireAsync(key, written, isNewest: false, s3.Time.GetUtcNow());
        Assert.Equal(25, bucket.Snapshot().Count);
        await bucket.ExpireAsync(key, written, isNewest: true, s3.Time.GetUtcNow());
        Assert.Equal(24, bucket.Snapshot().Count);
    }

    private static async Task<StoredBucket> NewBucketAsync(string name, LifecyclePolicy? policy)
    {
        DateTimeOffset time = new(2024, 5, 6, 0, 0, 0, TimeSpan.Zero);
        BucketAcl acl = new("BucketOwnerEnforced", AccessControlList.Private("owner"));
        StoredBucket bucket = new(new(1, name, "000000000000", "us-east-1", time), new BucketConfiguration { Acl = acl, Lifecycle = policy }, new IdSource());
        for (byte i = 0; i < 25; i++) await bucket.PutAsync([i], NewObject(), default);
        return bucket;
    }

    private static StoredObject NewObject() =>
        new() { LastModified = new(2024, 5, 6, 0, 0, 0, TimeSpan.Zero), Blob = new MemoryBlob(["body"u8.ToArray()], 4) };

    /// <summary>Moves the clock; every pass of the sweep that falls between runs.</summary>
    private static void AdvanceTo(S3Harness s3, DateTimeOffset time) => s3.Time.Advance(time - s3.Time.GetUtcNow());

    private static async Task<(int Versions, int Markers)> CountAsync(S3Harness s3)
    {
        S3Reply reply = await s3.GetAsync("/bucket?versions");
        return (reply.All("Version").Count, reply.All("DeleteMarker").Count);
    }
}
