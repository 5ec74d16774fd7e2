using System.Text;
using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Objects;

namespace RustStack.S3.Website;

/// <summary>What a website has under a path.</summary>
/// <param name="Lease">The object; null when <paramref name="FolderLocation"/> says where to look.</param>
/// <param name="FolderLocation">The path of the folder that the request names without its slash.</param>
internal readonly record struct WebsitePage(ObjectLease? Lease, string? FolderLocation)
{
    /// <summary>Finds what a request names: the object, a folder's index document, or the folder itself.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="website">How it is served.</param>
    /// <param name="key">The path without its first slash.</param>
    /// <returns>The page.</returns>
    /// <exception cref="Core.Errors.AwsException">There is nothing of the name.</exception>
    public static WebsitePage Find(StoredBucket bucket, WebsiteConfiguration website, string key)
    {
        byte[] name = ObjectKey.Parse(KeyOf(website, key));
        if (bucket.TryLease(name) is { } lease) return new(lease, null);
        bool isFolder = !IsFolder(key) && bucket.HasObject(Encoding.UTF8.GetBytes($"{key}/{website.IndexDocument!.Suffix}"));
        return isFolder ? new(null, WebsiteRouting.Folder(key)) : throw ObjectErrors.NoSuchKey(name);
    }

    /// <summary>The key of the object that a path names: for a folder its index document.</summary>
    /// <param name="website">How the bucket is served.</param>
    /// <param name="key">The path without its first slash.</param>
    /// <returns>The key.</returns>
    public static string KeyOf(WebsiteConfiguration website, string key) => IsFolder(key) ? key + website.IndexDocument!.Suffix : key;

    private static bool IsFolder(string key) => key.Length == 0 || key.EndsWith('/');
}
