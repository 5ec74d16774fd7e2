using RustStack.Core.Persistence;
using RustStack.S3.Access;
using RustStack.S3.Buckets;
using RustStack.S3.Checksums;
using RustStack.S3.Multipart;
using RustStack.S3.Objects;
using RustStack.S3.Persistence;
using RustStack.S3.Tests.Objects;

namespace RustStack.S3.Tests.Persistence;

/// <summary>What cannot be saved leaves everything as it was, and every blob with the references that it had.</summary>
public sealed class FailedCommitTests
{
    private const int Seed = 8;
    private const string UploadId = "upload";

    private static readonly byte[] Key = "key"u8.ToArray();

    private readonly FakeJournal _journal = new();
    private readonly BucketRegistry _buckets;
    private int _lastBlob;

    public FailedCommitTests() => _buckets = new(new CountedIds(), _journal);

    /// <summary>Each change of a bucket, by its name.</summary>
    public static TheoryData<string> Changes =>
        ["configure", "overwrite", "null over versions", "marker", "delete version", "update", "begin", "part", "part again", "abort", "complete", "delete bucket"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task CommitFails_EverythingIsAsBefore(string change)
    {
        StoredBucket bucket = await PrepareAsync(change);
        string before = BucketContents.Of(_buckets);
        _journal.IsInstant = false;
        Task made = MakeAsync(change, bucket);
        Assert.False(made.IsCompleted, "The answer did not wait.");
        Assert.NotEmpty(_journal.Waiting);
        Assert.NotEqual(before, BucketContents.Of(_buckets));

        _journal.Fail();

        await Assert.ThrowsAsync<JournalException>(() => made);
        Assert.Equal(before, BucketContents.Of(_buckets));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task NothingCanBeSaved_NothingChanges(string change)
    {
        StoredBucket bucket = await PrepareAsync(change);
        string before = BucketContents.Of(_buckets);
        _journal.IsRefusing = true;

        await Assert.ThrowsAsync<JournalException>(() => MakeAsync(change, bucket));

        Assert.Equal(before, BucketContents.Of(_buckets));
    }

    [Fact]
    public async Task BucketsCreationFails_ItIsGone_ForItsHoldersToo()
    {
        _journal.IsInstant = false;
        StoredBucket bucket = NewBucket("one");
        Task added = _buckets.TryAddAsync(bucket).AsTask();
        Task put = bucket.PutAsync(Key, NewObject(NewBlob()), default).AsTask();

        _journal.Fail();

        await Assert.ThrowsAsync<JournalException>(() => added);
        await Assert.ThrowsAsync<JournalException>(() => put);
        Assert.Null(_buckets.TryFind("one"));
        Core.Errors.AwsException error = Assert.Throws<Core.Errors.AwsException>(() => bucket.HasObject(Key));
        Assert.Equal("NoSuchBucket", error.Code);
    }

    [Fact]
    public async Task BucketRecreatedBeforeTheCommitFails_TheFirstIsBack()
    {
        StoredBucket first = NewBucket("one");
        await _buckets.TryAddAsync(first);
        await first.Uploads.BeginAsync(NewUpload());
        _journal.IsInstant = false;
        Task deleted = _buckets.DeleteAsync(first).AsTask();
        Task added = _buckets.TryAddAsync(NewBucket("one")).AsTask();

        _journal.Fail();

        await Assert.ThrowsAsync<JournalException>(() => deleted);
        await Assert.ThrowsAsync<JournalException>(() => added);
        Assert.Same(first, _buckets.TryFind("one"));
        Assert.Equal(UploadId, first.Uploads.Find(Key, UploadId).UploadId);
    }

    [Fact]
    public async Task Overwrite_LetsGoOfTheOldBytesWithTheCommit_NotBefore()
    {
        StoredBucket bucket = await PrepareAsync("overwrite");
        NamedBlob old = (NamedBlob)bucket.Snapshot().First().Value.Blob!;
        NamedBlob next = NewBlob();
        _journal.IsInstant = false;
        Task put = bucket.PutAsync(Key, NewObject(next), default).AsTask();
        Assert.Equal(0, old.FreedCount);
        _journal.Commit();
        await put;
        Assert.Equal((1, 0), (old.FreedCount, next.FreedCount));

        put = bucket.PutAsync(Key, NewObject(NewBlob()), default).AsTask();
        _journal.Fail();
        await Assert.ThrowsAsync<JournalException>(() => put);
        Assert.Equal(0, next.FreedCount);
        _journal.IsInstant = true;
        await bucket.DeleteAsync(new(Key, null, default));
        Assert.Equal(1, next.FreedCount);
    }

    [Fact]
    public async Task CompletionFails_PartsStayReadable_AndGoOnce()
    {
        StoredBucket bucket = await PrepareAsync("complete");
        NamedBlob[] parts = [.. bucket.Uploads.Parts(Key, UploadId).Select(static part => (NamedBlob)part.Blob)];
        _journal.IsInstant = false;
        Task completed = MakeAsync("complete", bucket);
        _journal.Fail();
        await Assert.ThrowsAsync<JournalException>(() => completed);
        Assert.Null(await bucket.Uploads.FindCompletedAsync(Key, UploadId));

        _journal.IsInstant = true;
        await MakeAsync("complete", bucket);
        Assert.NotNull(await bucket.Uploads.FindCompletedAsync(Key, UploadId));
        Assert.All(parts, static part => Assert.Equal(0, part.FreedCount));
        await bucket.DeleteAsync(new(Key, null, default));
        Assert.All(parts, static part => Assert.Equal(1, part.FreedCount));
    }

    [Fact]
    public async Task SecondCompletion_WaitsForTheFirst()
    {
        StoredBucket bucket = await PrepareAsync("complete");
        _journal.IsInstant = false;
        Task completed = MakeAsync("complete", bucket);
        Task<StoredObject?> again = bucket.Uploads.FindCompletedAsync(Key, UploadId).AsTask();
        Assert.False(again.IsCompleted);
        _journal.Commit();
        await completed;
        Assert.NotNull(await again);
    }

    [Fact]
    public async Task DeleteOfWhatIsAlreadyGone_WaitsForWhatTookIt()
    {
        StoredBucket bucket = await PrepareAsync("overwrite");
        _journal.IsInstant = false;
        Task first = bucket.DeleteAsync(new(Key, null, default)).AsTask();
        Task second = bucket.DeleteAsync(new(Key, null, default)).AsTask();
        Assert.False(second.IsCompleted);
        _journal.Fail();
        await Assert.ThrowsAsync<JournalException>(() => first);
        await Assert.ThrowsAsync<JournalException>(() => second);
        Assert.True(bucket.HasObject(Key));
    }

    [Fact]
    public async Task CompletedUploads_AreForgottenInOrder_AndBackWhenTheCommitFails()
    {
        StoredBucket bucket = NewBucket("one");
        await _buckets.TryAddAsync(bucket);
        for (int i = 0; i < BucketUploads.MaxCompleted; i++) await CompleteAsync(bucket, $"u{i}");
        _journal.IsInstant = false;
        Task last = CompleteAsync(bucket, "last", _journal.Commit);
        Assert.Contains(_journal.Waiting, static record => record is ForgottenCompletion);
        _journal.Fail();
        await Assert.ThrowsAsync<JournalException>(() => last);
        Assert.NotNull(await bucket.Uploads.FindCompletedAsync(Key, "u0"));
        Assert.Null(await bucket.Uploads.FindCompletedAsync(Key, "last"));
    }

    /// <summary>Random changes, of which some groups fail: what is left is what the committed ones made.</summary>
    [Fact]
    public async Task RandomGroups_FailOrCommitAsAWhole()
    {
        var random = new Random(Seed);
        StoredBucket bucket = NewBucket("one");
        await _buckets.TryAddAsync(bucket);
        List<NamedBlob> blobs = [];
        _journal.IsInstant = false;
        for (int round = 0; round < 400; round++)
        {
            string before = BucketContents.Of(bucket);
            List<Task> group = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => RandomChangeAsync(bucket, random, blobs))];
            bool fails = random.Next(3) == 0;
            if (fails) _journal.Fail();
            else _journal.Commit();
            foreach (Task change in group) await Record.ExceptionAsync(() => change);
            if (fails) Assert.True(before == BucketContents.Of(bucket), $"seed {Seed}, round {round}");
        }

        _journal.IsInstant = true;
        foreach (string name in new[] { "a", "b", "c" })
        {
            byte[] key = System.Text.Encoding.UTF8.GetBytes(name);
            while (bucket.Versions().Newest.Count > 0 && Newest(bucket, key) is { } newest) await bucket.DeleteAsync(new(key, newest.VersionId, default));
        }

        await _buckets.DeleteAsync(bucket);
        Assert.All(blobs, static blob => Assert.Equal(1, blob.FreedCount));
    }

    private static StoredObject? Newest(StoredBucket bucket, byte[] key) => bucket.Snapshot().TryGetValue(new Core.Collections.BytesProbe(key), out StoredObject? newest) ? newest : null;

    private async Task RandomChangeAsync(StoredBucket bucket, Random random, List<NamedBlob> blobs)
    {
        byte[] key = [(byte)('a' + random.Next(3))];
        switch (random.Next(5))
        {
            case 0:
                VersioningStatus status = random.Next(2) == 0 ? VersioningStatus.Enabled : VersioningStatus.Suspended;
                await bucket.ConfigureAsync(configuration => configuration with { Versioning = status });
                break;
            case 1:
                await bucket.DeleteAsync(new(key, null, default));
                break;
            case 2:
                await bucket.DeleteAsync(new(key, Newest(bucket, key)?.VersionId ?? VersionId.Null, default));
                break;
            case 3 when bucket.HasObject(key):
                await bucket.UpdateAsync(new(key, null, "PUT"), properties => properties with { StorageClass = $"C{random.Next()}" });
                break;
            default:
                NamedBlob blob = NewBlob();
                blobs.Add(blob);
                await PutAsync(bucket, key, blob);
                break;
        }
    }

    private static async Task PutAsync(StoredBucket bucket, byte[] key, NamedBlob blob)
    {
        try
        {
            await bucket.PutAsync(key, NewObject(blob), default);
        }
        catch (JournalException)
        {
            blob.Release();
            throw;
        }
    }

    private async Task<StoredBucket> PrepareAsync(string change)
    {
        StoredBucket bucket = NewBucket("one");
        await _buckets.TryAddAsync(bucket);
        if (change != "delete bucket") await bucket.PutAsync(Key, NewObject(NewBlob()), default);
        if (change is "null over versions" or "marker" or "delete version")
        {
            await bucket.ConfigureAsync(static configuration => configuration with { Versioning = VersioningStatus.Enabled });
            await bucket.PutAsync(Key, NewObject(NewBlob()), default);
            await bucket.PutAsync(Key, NewObject(NewBlob()), default);
        }

        if (change == "null over versions") await bucket.ConfigureAsync(static configuration => configuration with { Versioning = VersioningStatus.Suspended });
        if (change != "begin") await bucket.Uploads.BeginAsync(NewUpload());
        if (change is "part again" or "complete" or "abort" or "delete bucket")
        {
            await bucket.Uploads.PutPartAsync(Key, UploadId, NewPart(1));
            await bucket.Uploads.PutPartAsync(Key, UploadId, NewPart(2));
        }

        return bucket;
    }

    private async Task MakeAsync(string change, StoredBucket bucket)
    {
        switch (change)
        {
            case "configure":
                await bucket.ConfigureAsync(static configuration => configuration with { Payer = "Requester" });
                break;
            case "overwrite" or "null over versions":
                await bucket.PutAsync(Key, NewObject(NewBlob()), default);
                break;
            case "marker":
                await bucket.DeleteAsync(new(Key, null, default));
                break;
            case "delete version":
                await bucket.DeleteAsync(new(Key, bucket.Snapshot().First().Value.VersionId, default));
                break;
            case "update":
                await bucket.UpdateAsync(new(Key, null, "PUT"), static properties => properties with { StorageClass = "GLACIER" });
                break;
            case "begin":
                await bucket.Uploads.BeginAsync(NewUpload());
                break;
            case "part" or "part again":
                await bucket.Uploads.PutPartAsync(Key, UploadId, NewPart(1));
                break;
            case "abort":
                await bucket.Uploads.AbortAsync(Key, UploadId, null);
                break;
            case "complete":
                PendingUpload upload = bucket.Uploads.Find(Key, UploadId);
                await bucket.Uploads.TryCompleteAsync(upload, UploadCompletion.Create(upload, bucket.Uploads.Parts(Key, UploadId)), default);
                break;
            default:
                await _buckets.DeleteAsync(bucket);
                break;
        }
    }

    private async Task CompleteAsync(StoredBucket bucket, string uploadId, Action? commit = null)
    {
        PendingUpload upload = new(Key, uploadId, default, "", new(), default);
        Task begun = bucket.Uploads.BeginAsync(upload).AsTask();
        Task put = bucket.Uploads.PutPartAsync(Key, uploadId, NewPart(1)).AsTask();
        commit?.Invoke();
        await begun;
        await put;
        await bucket.Uploads.TryCompleteAsync(upload, UploadCompletion.Create(upload, bucket.Uploads.Parts(Key, uploadId)), default);
    }

    private StoredBucket NewBucket(string name) => _buckets.Prepare(
        name, "000000000000", "us-east-1", default, new() { Acl = new("BucketOwnerEnforced", AccessControlList.Private("owner")) });

    private NamedBlob NewBlob() => new((UInt128)(++_lastBlob), 3);

    private static StoredObject NewObject(NamedBlob blob) => new() { LastModified = default, ETag = "etag", Blob = blob };

    private static PendingUpload NewUpload() => new(Key, UploadId, default, "000000000000", new(), default);

    private StoredPart NewPart(int number) => new(number, "00", default, NewBlob(), ObjectChecksum.Full(ChecksumKind.Crc32, [0, 0, 0, 0]));
}
