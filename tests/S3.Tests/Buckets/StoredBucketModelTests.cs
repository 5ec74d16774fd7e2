using System.Text;
using RustStack.Core.Errors;
using RustStack.Core.Ids;
using RustStack.S3.Access;
using RustStack.S3.Blobs;
using RustStack.S3.Buckets;
using RustStack.S3.Checksums;
using RustStack.S3.Multipart;
using RustStack.S3.Objects;

namespace RustStack.S3.Tests.Buckets;

/// <summary>Random operations on a bucket against a dictionary; at the end every blob but those of the objects left is gone.</summary>
public sealed class StoredBucketModelTests
{
    private const int Seed = 99;
    private const int MemoryLimit = 20;

    [Fact]
    public async Task RandomOperations_AgreeWithADictionary()
    {
        var random = new Random(Seed);
        using var store = new SpillingBlobStore(MemoryLimit);
        BucketRegistry buckets = new(new IdSource());
        StoredBucket bucket = buckets.Prepare("bucket", "000000000000", "us-east-1", default, new() { Acl = new BucketAcl("BucketOwnerEnforced", AccessControlList.Private("owner")) });
        await buckets.TryAddAsync(bucket);
        SortedDictionary<string, byte[]> model = new(StringComparer.Ordinal);
        for (int step = 0; step < 3000; step++)
        {
            string key = $"k{random.Next(30)}";
            await StepAsync(bucket, store, model, key, random);
            Assert.True(model.Count == bucket.Snapshot().Count, $"seed {Seed}, step {step}");
        }

        foreach ((string key, byte[] expected) in model) Assert.Equal(expected, await ReadAsync(bucket, key));
        foreach (string key in model.Keys) await bucket.DeleteAsync(new(Encoding.UTF8.GetBytes(key), null, default));
        await buckets.DeleteAsync(bucket);
        Assert.Empty(Directory.GetFiles(store.Folder!));
    }

    private static async Task StepAsync(
        StoredBucket bucket, SpillingBlobStore store, SortedDictionary<string, byte[]> model, string key, Random random)
    {
        byte[] name = Encoding.UTF8.GetBytes(key);
        switch (random.Next(6))
        {
            case 0:
                Assert.Equal(model.Remove(key), (await bucket.DeleteAsync(new(name, null, default))).Removed is not null);
                break;
            case 1:
                await CompleteAsync(bucket, store, model, key, random);
                break;
            case 2:
                await CopyAsync(bucket, model, key, $"k{random.Next(30)}");
                break;
            case 3 when model.ContainsKey(key):
                Assert.Equal(model[key], await ReadAsync(bucket, key));
                break;
            case 4:
                byte[] refused = Bytes(random);
                Blob blob = await WriteAsync(store, refused);
                var condition = WriteCondition.Parse("\"never\"", null);
                await Assert.ThrowsAsync<AwsException>(async () => await bucket.PutAsync(name, new() { LastModified = default, ETag = "x", Blob = blob }, condition));
                blob.Release();
                break;
            default:
                byte[] bytes = Bytes(random);
                await bucket.PutAsync(name, new() { LastModified = default, Blob = await WriteAsync(store, bytes) }, default);
                model[key] = bytes;
                break;
        }
    }

    private static async Task CopyAsync(StoredBucket bucket, SortedDictionary<string, byte[]> model, string from, string to)
    {
        if (!model.TryGetValue(from, out byte[]? bytes)) return;
        using ObjectLease lease = bucket.Lease(new(Encoding.UTF8.GetBytes(from), null, "GET"));
        lease.Blob.AddReference();
        await bucket.PutAsync(Encoding.UTF8.GetBytes(to), new() { LastModified = default, Blob = lease.Blob }, default);
        model[to] = bytes;
    }

    private static async Task CompleteAsync(
        StoredBucket bucket, SpillingBlobStore store, SortedDictionary<string, byte[]> model, string key, Random random)
    {
        byte[] name = Encoding.UTF8.GetBytes(key);
        PendingUpload upload = new(name, $"{random.Next()}-{random.Next()}", default, "000000000000", new(), default);
        await bucket.Uploads.BeginAsync(upload);
        SortedDictionary<int, byte[]> parts = [];
        for (int i = random.Next(1, 6); i > 0; i--)
        {
            int number = random.Next(1, 5);
            parts[number] = Bytes(random);
            var checksum = ObjectChecksum.Full(default, [0, 0, 0, 0]);
            await bucket.Uploads.PutPartAsync(name, upload.UploadId, new(number, "00", default, await WriteAsync(store, parts[number]), checksum));
        }

        if (random.Next(3) == 0)
        {
            await bucket.Uploads.AbortAsync(name, upload.UploadId, null);
            return;
        }

        int first = random.Next(2);
        StoredPart[] selected = [.. bucket.Uploads.Parts(name, upload.UploadId).Skip(first)];
        if (selected.Length == 0) return;
        Assert.NotNull(await bucket.Uploads.TryCompleteAsync(upload, UploadCompletion.Create(upload, selected), default));
        model[key] = [.. parts.Skip(first).SelectMany(part => part.Value)];
    }

    private static byte[] Bytes(Random random)
    {
        byte[] bytes = new byte[random.Next(0, MemoryLimit * 3)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static async Task<Blob> WriteAsync(SpillingBlobStore store, byte[] bytes)
    {
        using BlobWriter writer = store.CreateWriter(null);
        await writer.WriteAsync(bytes, CancellationToken.None);
        return await writer.FinishAsync(CancellationToken.None);
    }

    private static async Task<byte[]> ReadAsync(StoredBucket bucket, string key)
    {
        using ObjectLease lease = bucket.Lease(new(Encoding.UTF8.GetBytes(key), null, "GET"));
        await using Stream stream = lease.Blob.Open();
        var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
