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
        string suffix = website.IndexDocument!.Suffix!;
        bool isFolder = key.Length == 0 || key.EndsWith('/');
        byte[] name = ObjectKey.Parse(isFolder ? key + suffix : key);
        if (bucket.TryLease(name) is { } lease) return new(lease, null);
        if (!isFolder && bucket.HasObject(Encoding.UTF8.GetBytes($"{key}/{suffix}"))) return new(null, WebsiteRouting.Folder(key));
        throw ObjectErrors.NoSuchKey(name);
    }
}
