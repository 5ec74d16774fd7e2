using RustStack.S3.Checksums;

namespace RustStack.S3.Uploads;

/// <summary>What a payload turned out to be.</summary>
/// <param name="Md5">Its MD5.</param>
/// <param name="Checksum">The checksum to keep.</param>
/// <param name="Answered">The checksum to tell the client: the one that it stated, else the one that is kept.</param>
internal sealed record PayloadDigest(byte[] Md5, ObjectChecksum Checksum, ObjectChecksum Answered)
{
    /// <summary>The ETag of the payload as one upload: the MD5 in lower-case hexadecimal digits, without quotes.</summary>
    public string ETag => Convert.ToHexStringLower(Md5);
}
