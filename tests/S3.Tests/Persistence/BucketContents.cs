using System.Text;
using RustStack.Core.Collections;
using RustStack.S3.Buckets;
using RustStack.S3.Listing;
using RustStack.S3.Multipart;

namespace RustStack.S3.Tests.Persistence;

/// <summary>Everything that buckets hold, as a text.</summary>
internal static class BucketContents
{
    public static string Of(BucketRegistry buckets) =>
        string.Join('\n', Buckets(buckets).Select(static bucket => $"{ValueText.Of(bucket.Identity)} {Of(bucket)}"));

    public static string Of(StoredBucket bucket)
    {
        StringBuilder text = new();
        text.AppendLine(ValueText.Of(bucket.Configuration));
        VersionCursor versions = VersionCursor.AtLeast(bucket.Versions(), []);
        for (; versions.IsValid; versions.MoveNext())
        {
            text.Append(Convert.ToHexString(versions.Key)).Append(versions.IsLatest).AppendLine(ValueText.Of(versions.Version));
        }

        foreach ((UploadKey key, PendingUpload upload) in bucket.Uploads.Snapshot())
        {
            text.AppendLine(ValueText.Of(upload)).AppendLine(ValueText.Of(bucket.Uploads.Parts(key.Key, key.UploadId)));
        }

        return text.ToString();
    }

    private static IEnumerable<StoredBucket> Buckets(BucketRegistry buckets)
    {
        OrderedMapCursor<byte[], StoredBucket> cursor = buckets.Snapshot().First();
        for (; cursor.IsValid; cursor.MoveNext()) yield return cursor.Value;
    }
}
