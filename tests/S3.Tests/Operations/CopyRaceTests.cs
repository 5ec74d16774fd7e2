using System.Text;
using Microsoft.AspNetCore.Http;
using RustStack.S3.Access;
using RustStack.S3.Blobs;
using RustStack.S3.Buckets;
using RustStack.S3.Objects;
using RustStack.S3.Operations;
using RustStack.S3.Tests.Protocol;

namespace RustStack.S3.Tests.Operations;

/// <summary>What happens to a copy when other requests come while its source is read.</summary>
public sealed class CopyRaceTests
{
    private const string ETagOfTarget = "\"149603e6c03516362a8da23f624db945\"";
    private static readonly byte[] Target = "target"u8.ToArray();
    private static readonly byte[] Source = "source"u8.ToArray();

    private readonly BucketRegistry _buckets = new();
    private readonly StoredBucket _bucket;

    public CopyRaceTests()
    {
        BucketAcl acl = new("BucketOwnerEnforced", AccessControlList.Private("owner"));
        _bucket = new("bucket", "000000000000", "us-east-1", RouterHarness.Time, new() { Acl = acl }, new());
        _buckets.TryAdd(_bucket);
        _bucket.Put(Target, Object(new MemoryBlob(["old"u8.ToArray()], 3)), default);
    }

    [Theory]
    [InlineData("If-None-Match", "*")]
    [InlineData("If-Match", ETagOfTarget)]
    public async Task TargetDeletedDuringTheCopy_IsAConflict(string header, string value)
    {
        ActingBlob blob = new("body"u8.ToArray(), () => _bucket.Delete(new(Target, null, RouterHarness.Time)));
        _bucket.Put(Source, Object(blob), default);
        HttpContext answer = await CopyAsync((header, value));
        Assert.Equal(409, answer.Response.StatusCode);
        Assert.Contains("<Code>ConditionalRequestConflict</Code>", RouterHarness.Body(answer), StringComparison.Ordinal);
        Assert.False(_bucket.HasObject(Target));

        _bucket.Delete(new(Source, null, RouterHarness.Time));
        Assert.True(blob.IsFreed, "The refused copy holds on to the source's bytes.");
    }

    [Fact]
    public async Task SourceDeletedDuringTheCopy_IsCopiedWhole()
    {
        ActingBlob blob = new("body"u8.ToArray(), () => _bucket.Delete(new(Source, null, RouterHarness.Time)));
        _bucket.Put(Source, Object(blob), default);
        Assert.Equal(200, (await CopyAsync()).Response.StatusCode);
        Assert.False(blob.IsFreed);
        _bucket.Delete(new(Target, null, RouterHarness.Time));
        Assert.True(blob.IsFreed);
    }

    [Fact]
    public async Task BucketDeletedDuringTheCopy_TakesNothing()
    {
        StoredBucket other = new("other", "000000000000", "us-east-1", RouterHarness.Time, _bucket.Configuration, new());
        ActingBlob blob = new("body"u8.ToArray(), () => _buckets.Delete(other));
        _buckets.TryAdd(other);
        _bucket.Put(Source, Object(blob), default);
        HttpContext answer = await new RouterHarness(new CopyObject(_buckets)).SendAsync(
            "PUT", "/other/target", null, ("x-amz-copy-source", "bucket/source"));
        Assert.Equal(404, answer.Response.StatusCode);
        Assert.Contains("<Code>NoSuchBucket</Code>", RouterHarness.Body(answer), StringComparison.Ordinal);
        _bucket.Delete(new(Source, null, RouterHarness.Time));
        Assert.True(blob.IsFreed);
    }

    private static StoredObject Object(Blob blob) =>
        new() { LastModified = RouterHarness.Time, ETag = "149603e6c03516362a8da23f624db945", Blob = blob };

    private Task<HttpContext> CopyAsync(params (string Name, string Value)[] headers) => new RouterHarness(new CopyObject(_buckets)).SendAsync(
        "PUT", "/bucket/target", null, [("x-amz-copy-source", "bucket/" + Encoding.UTF8.GetString(Source)), .. headers]);
}
