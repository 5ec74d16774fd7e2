namespace RustStack.Core.Cryptography;

/// <summary>The cryptographic hashes that AWS's protocols ask for.</summary>
public enum DigestAlgorithm
{
    /// <summary>MD5 (RFC 1321): 16 bytes. ETags and Content-MD5.</summary>
    Md5,

    /// <summary>SHA-1 (FIPS 180-4): 20 bytes. S3's SHA1 checksums and signatures of version 2.</summary>
    Sha1,

    /// <summary>SHA-256 (FIPS 180-4): 32 bytes. S3's SHA256 checksums, payload hashes and signatures of version 4.</summary>
    Sha256,
}
