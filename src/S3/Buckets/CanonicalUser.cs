using System.Text;
using RustStack.Core.Requests;
using RustStack.S3.Checksums;

namespace RustStack.S3.Buckets;

/// <summary>The canonical user ids by which S3 names accounts as owners.</summary>
internal static class CanonicalUser
{
    private const string DefaultId = "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a";

    /// <summary>The canonical user id of an account.</summary>
    /// <param name="accountId">The account: 12 digits.</param>
    /// <returns>64 hexadecimal digits, always the same for an account.</returns>
    public static string IdOf(string accountId)
    {
        if (accountId == RequestContext.DefaultAccountId) return DefaultId;
        using var hash = StreamingHash.CreateSha256();
        hash.Append(Encoding.UTF8.GetBytes(accountId));
        return Convert.ToHexStringLower(hash.Finish());
    }
}
