using System.Collections.Concurrent;
using System.Text;

namespace RustStack.Core.Signing;

/// <summary>
/// Derives the keys that signatures of version 4 are made with (IAM user guide, "Create a signed AWS API request", step 3) and keeps the
/// ones that have proved good: a key holds for a day, a region and a service, so that nearly every request finds its key here.
/// </summary>
internal sealed class SigningKeys
{
    /// <summary>The most keys that are kept; when there are more, all are forgotten.</summary>
    public const int MaxKept = 1024;

    private readonly ConcurrentDictionary<SigningKeyId, byte[]> _kept = new();

    /// <summary>How many keys are kept now.</summary>
    public int Count => _kept.Count;

    /// <summary>Finds or derives a key.</summary>
    /// <param name="key">The key pair.</param>
    /// <param name="credential">The credential, which is the pair's.</param>
    /// <returns>The key: 32 bytes, not to be changed.</returns>
    public byte[] Get(AccessKey key, SigV4Credential credential) =>
        _kept.TryGetValue(new(key.Id, credential.Scope), out byte[]? kept) ? kept : Derive(key.Secret, credential);

    /// <summary>Keeps a key with which a signature was found good; others are not kept, so that nobody can fill the place with them.</summary>
    /// <param name="credential">The credential.</param>
    /// <param name="signingKey">The key.</param>
    public void Keep(SigV4Credential credential, byte[] signingKey)
    {
        SigningKeyId id = new(credential.AccessKeyId, credential.Scope);
        if (_kept.ContainsKey(id)) return;
        if (_kept.Count >= MaxKept) _kept.Clear();
        _kept[id] = signingKey;
    }

    private static byte[] Derive(string secret, SigV4Credential credential)
    {
        byte[] key = new byte[SigningHash.Sha256Bytes];
        Step(Encoding.UTF8.GetBytes("AWS4" + secret), credential.Date, key);
        Step(key, credential.Region, key);
        Step(key, credential.Service, key);
        Step(key, "aws4_request", key);
        return key;
    }

    private static void Step(ReadOnlySpan<byte> key, string text, Span<byte> derived)
    {
        Span<byte> mac = stackalloc byte[SigningHash.Sha256Bytes];
        SigningHash.HmacSha256(key, Encoding.UTF8.GetBytes(text), mac);
        mac.CopyTo(derived);
    }
}
