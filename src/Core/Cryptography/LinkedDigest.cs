using System.Runtime.InteropServices;

namespace RustStack.Core.Cryptography;

/// <summary>A hash by OpenSSL's own functions. Its state is plain memory: there is nothing to give back.</summary>
internal sealed class LinkedDigest : MessageDigest
{
    /// <summary>Room for the largest of the states, SHA256_CTX with 112 bytes.</summary>
    private const int StateBytes = 128;

    private readonly DigestAlgorithm _algorithm;
    private readonly byte[] _state = new byte[StateBytes];

    /// <summary>Starts a hash.</summary>
    /// <param name="algorithm">The algorithm.</param>
    public LinkedDigest(DigestAlgorithm algorithm)
    {
        _algorithm = algorithm;
        Start();
    }

    public override int LengthBytes => _algorithm switch
    {
        DigestAlgorithm.Md5 => 16,
        DigestAlgorithm.Sha1 => 20,
        _ => 32,
    };

    private ref byte State => ref MemoryMarshal.GetArrayDataReference(_state);

    public override void Append(ReadOnlySpan<byte> bytes)
    {
        ref byte start = ref MemoryMarshal.GetReference(bytes);
        _ = _algorithm switch
        {
            DigestAlgorithm.Md5 => LinkedLibrary.Md5Update(ref State, ref start, (nuint)bytes.Length),
            DigestAlgorithm.Sha1 => LinkedLibrary.Sha1Update(ref State, ref start, (nuint)bytes.Length),
            _ => LinkedLibrary.Sha256Update(ref State, ref start, (nuint)bytes.Length),
        };
    }

    public override void Finish(Span<byte> destination)
    {
        ref byte start = ref MemoryMarshal.GetReference(destination[..LengthBytes]);
        _ = _algorithm switch
        {
            DigestAlgorithm.Md5 => LinkedLibrary.Md5Final(ref start, ref State),
            DigestAlgorithm.Sha1 => LinkedLibrary.Sha1Final(ref start, ref State),
            _ => LinkedLibrary.Sha256Final(ref start, ref State),
        };
        Start();
    }

    private void Start() => _ = _algorithm switch
    {
        DigestAlgorithm.Md5 => LinkedLibrary.Md5Init(ref State),
        DigestAlgorithm.Sha1 => LinkedLibrary.Sha1Init(ref State),
        _ => LinkedLibrary.Sha256Init(ref State),
    };
}
