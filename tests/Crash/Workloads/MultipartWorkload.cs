using System.Globalization;
using Amazon.S3.Model;

namespace RustStack.Crash.Workloads;

/// <summary>
/// One writer of multipart uploads: a completed one is whole, and of one that was under way every part that was acknowledged is there,
/// so that it can be completed after the crash.
/// </summary>
internal sealed class MultipartWorkload : IWorkload
{
    private const string Bucket = "uploads";
    private const int FirstPartBytes = 5 * 1024 * 1024;

    private readonly Register<string> _register = new("multipart object");
    private readonly List<(PartETag Part, byte[] Bytes)> _parts = [];
    private string? _uploadId;
    private bool _isCompleting;

    public long Acknowledged { get; private set; }

    public Task PrepareAsync(Instance instance) => instance.S3.PutBucketAsync(Bucket);

    public async Task WorkAsync(Instance instance, Random random, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            _parts.Clear();
            _isCompleting = false;
            _uploadId = (await instance.S3.InitiateMultipartUploadAsync(Bucket, "key", CancellationToken.None)).UploadId;
            Acknowledged++;
            await UploadAsync(instance, random, FirstPartBytes);
            await UploadAsync(instance, random, random.Next(1, 10_000));
            await CompleteAsync(instance);
        }
    }

    public async Task VerifyAsync(Instance instance)
    {
        if (_uploadId is not null && !_isCompleting) await FinishAsync(instance);
        _register.Verify(ObjectWorkload.Describe(await ObjectWorkload.ReadAsync(instance, Bucket, "key", versionId: null)));
        _uploadId = null;
    }

    private async Task UploadAsync(Instance instance, Random random, int length)
    {
        byte[] bytes = new byte[length];
        random.NextBytes(bytes);
        UploadPartResponse part = await instance.S3.UploadPartAsync(
            new UploadPartRequest
            {
                BucketName = Bucket,
                Key = "key",
                UploadId = _uploadId,
                PartNumber = _parts.Count + 1,
                InputStream = new MemoryStream(bytes),
            },
            CancellationToken.None);
        _parts.Add((new(_parts.Count + 1, part.ETag), bytes));
        Acknowledged++;
    }

    private async Task CompleteAsync(Instance instance)
    {
        _isCompleting = true;
        byte[] whole = [.. _parts.SelectMany(static part => part.Bytes)];
        await _register.WriteAsync(ObjectWorkload.Describe(whole), () => instance.S3.CompleteMultipartUploadAsync(
            new CompleteMultipartUploadRequest { BucketName = Bucket, Key = "key", UploadId = _uploadId, PartETags = [.. _parts.Select(static part => part.Part)] },
            CancellationToken.None));
        _uploadId = null;
        Acknowledged++;
    }

    private async Task FinishAsync(Instance instance)
    {
        ListPartsResponse listed = await instance.S3.ListPartsAsync(Bucket, "key", _uploadId);
        foreach ((PartETag part, _) in _parts)
        {
            if (listed.Parts?.Exists(found => found.PartNumber == part.PartNumber && found.ETag == part.ETag) != true)
                throw new CrashTestException(string.Create(CultureInfo.InvariantCulture, $"Part {part.PartNumber} of an upload is lost."));
        }

        if (_parts.Count > 0) await CompleteAsync(instance);
    }
}
