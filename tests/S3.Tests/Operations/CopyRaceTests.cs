using System.Text;
using Microsoft.AspNetCore.Http;
using RustStack.Core.Ids;
using RustStack.S3.Access;
using RustStack.S3.Blobs;
using RustStack.S3.Buckets;
using RustStack.S3.Objects;
using RustStack.S3.Operations;
using RustStack.S3.Tests.Protocol;

namespace RustStack.S3.Tests.Operations;

/// <summary>What happens to a copy when other requests come while its source is read.</summary>
public sealed class CopyRaceTests : IAsyncLifetime
{
    private const string ETagOfTarget = "\"149603e6c03516362a8da23f624db945\"";
    private static readonly byte[] Target = "target"u8.ToArray();
    private static readonly byte[] Source = "source"u8.ToArray();

    private readonly BucketRegistry _buckets = new(new IdSource());
    private readonly StoredBucket _bucket;

    public CopyRaceTests()
    {
        BucketAcl acl = new("BucketOwnerEnforced", AccessControlList.Private("owner"));
        _bucket = _buckets.Prepare("bucket", "000000000000", "us-east-1", RouterHarness.Time, new() { Acl = acl });
    }

    public async ValueTask InitializeAsync()
    {
        await _buckets.TryAddAsync(_bucket);
        await _bucket.PutAsync(Target, Object(new MemoryBlob(["old"u8.ToArray()], 3)), default);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("If-None-Match", "*")]
    [InlineData("If-Match", ETagOfTarget)]
    public async Task TargetDeletedDuringTheCopy_IsAConflict(string header, string value)
    {
        ActingBlob blob = new("body"u8.ToArray(), () => Assert.True(_bucket.DeleteAsync(new(Target, null, RouterHarness.Time)).AsTask().IsCompletedSuccessfully));
        await _bucket.PutAsync(Source, Object(blob), default);
        HttpContext answer = await CopyAsync((header, value));
        Assert.Equal(409, answer.Response.StatusCode);
        Assert.Contains("<Code>ConditionalRequestConflict</Code>", RouterHarness.Body(answer), StringComparison.Ordinal);
        Assert.False(_bucket.HasObject(Target));

        await _bucket.DeleteAsync(new(Source, null, RouterHarness.Time));
        Assert.True(blob.IsFreed, "The refused copy holds on to the source's bytes.");
    }

    [Fact]
    public async Task SourceDeletedDuringTheCopy_IsCopiedWhole()
    {
        ActingBlob blob = new("body"u8.ToArray(), () => Assert.True(_bucket.DeleteAsync(new(Source, null, RouterHarness.Time)).AsTask().IsCompletedSuccessfully));
        await _bucket.PutAsync(Source, Object(blob), default);
        Assert.Equal(200, (await CopyAsync()).Response.StatusCode);
        Assert.False(blob.IsFreed);
        await _bucket.DeleteAsync(new(Target, null, RouterHarness.Time));
        Assert.True(blob.IsFreed);
    }

    [Fact]
    public async Task BucketDeletedDuringTheCopy_TakesNothing()
    {
        StoredBucket other = _buckets.Prepare("other", "000000000000", "us-east-1", RouterHarness.Time, _bucket.Configuration);
        ActingBlob blob = new("body"u8.ToArray(), () => Assert.True(_buckets.DeleteAsync(other).AsTask().IsCompletedSuccessfully));
        await _buckets.TryAddAsync(other);
        await _bucket.PutAsync(Source, Object(blob), default);
        HttpContext answer = await new RouterHarness(new CopyObject(_buckets)).SendAsync(
            "PUT", "/other/target", null, ("x-amz-copy-source", "bucket/source"));
        Assert.Equal(404, answer.Response.StatusCode);
        Assert.Contains("<Code>NoSuchBucket</Code>", RouterHarness.Body(answer), StringComparison.Ordinal);
        await _bucket.DeleteAsync(new(Source, null, RouterHarness.Time));
        Assert.True(blob.IsFreed);
    }

    private static StoredObject Object(Blob blob) =>
        new() { LastModified = RouterHarness.Time, ETag = "149603e6c03516362a8da23f624db945", Blob = blob };

    private Task<HttpContext> CopyAsync(params (string Name, string Value)[] headers) => new RouterHarness(new CopyObject(_buckets)).SendAsync(
        "PUT", "/bucket/target", null, [("x-amz-copy-source", "bucket/" + Encoding.UTF8.GetString(Source)), .. headers]);
}
