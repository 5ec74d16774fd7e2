using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using RustStack.Core.Cryptography;

namespace RustStack.Core.Tests.Cryptography;

/// <summary>Both forms of every hash against the published values (RFC 1321, FIPS 180-4) and against each other.</summary>
public sealed class MessageDigestTests
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz";
    private const string TwoBlocks = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";

    /// <summary>The native build links the functions; here the same functions come from the shared library that .NET itself calls.</summary>
    [ModuleInitializer]
    internal static void FindLibrary() => NativeLibrary.SetDllImportResolver(typeof(MessageDigest).Assembly, static (name, assembly, path) =>
        name == "libcrypto" ? NativeLibrary.Load("libcrypto.so.3", typeof(MessageDigestTests).Assembly, path) : IntPtr.Zero);

    public static TheoryData<DigestAlgorithm, string, string> Published { get; } = new()
    {
        { DigestAlgorithm.Md5, "", "d41d8cd98f00b204e9800998ecf8427e" },
        { DigestAlgorithm.Md5, "abc", "900150983cd24fb0d6963f7d28e17f72" },
        { DigestAlgorithm.Md5, Alphabet, "c3fcd3d76192e4007dfb496cca67e13b" },
        { DigestAlgorithm.Sha1, "", "da39a3ee5e6b4b0d3255bfef95601890afd80709" },
        { DigestAlgorithm.Sha1, "abc", "a9993e364706816aba3e25717850c26c9cd0d89d" },
        { DigestAlgorithm.Sha1, TwoBlocks, "84983e441c3bd26ebaae4aa1f95129e5e54670f1" },
        { DigestAlgorithm.Sha256, "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
        { DigestAlgorithm.Sha256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
        { DigestAlgorithm.Sha256, TwoBlocks, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Value_IsThePublishedOne(DigestAlgorithm algorithm, string text, string expected)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);

        Assert.Equal(expected, Convert.ToHexStringLower(Hash(algorithm, bytes)));
        Assert.All(Forms(algorithm), digest => Assert.Equal(expected, Convert.ToHexStringLower(Finish(digest, bytes))));
    }

    [Theory]
    [InlineData(DigestAlgorithm.Md5)]
    [InlineData(DigestAlgorithm.Sha1)]
    [InlineData(DigestAlgorithm.Sha256)]
    public void BytesInPieces_GiveTheValueOfTheWhole(DigestAlgorithm algorithm)
    {
        const int seed = 20_260_101;
        Random random = new(seed);
        byte[] bytes = new byte[200_000];
        random.NextBytes(bytes);
        byte[] whole = Hash(algorithm, bytes);
        foreach (MessageDigest digest in Forms(algorithm))
        {
            for (int start = 0, length; start < bytes.Length; start += length)
            {
                length = Math.Min(random.Next(0, 5_000), bytes.Length - start);
                digest.Append(bytes.AsSpan(start, length));
            }

            Assert.True(whole.AsSpan().SequenceEqual(Finish(digest, [])), $"{digest.GetType().Name} with seed {seed}");
        }
    }

    [Theory]
    [InlineData(DigestAlgorithm.Md5, 16)]
    [InlineData(DigestAlgorithm.Sha1, 20)]
    [InlineData(DigestAlgorithm.Sha256, 32)]
    public void Finish_StartsAnewAndTouchesNothingBeyondTheValue(DigestAlgorithm algorithm, int length)
    {
        foreach (MessageDigest digest in Forms(algorithm))
        {
            digest.Append("first"u8);
            byte[] longer = [.. Enumerable.Repeat((byte)0xAA, MessageDigest.MaxLengthBytes + 1)];
            digest.Finish(longer);

            Assert.Equal(length, digest.LengthBytes);
            Assert.All(longer[length..], static rest => Assert.Equal(0xAA, rest));
            Assert.Equal(Hash(algorithm, "second"u8), Finish(digest, "second"u8));
        }
    }

    [Fact]
    public void DestinationTooShort_IsRefused() =>
        Assert.All(Forms(DigestAlgorithm.Sha256), static digest => Assert.ThrowsAny<ArgumentException>(() => digest.Finish(new byte[31])));

    [Fact]
    public void Switch_IsOffUnlessTheNativeBuildSetsIt() => Assert.False(LinkedLibrary.IsLinked);

    private static MessageDigest[] Forms(DigestAlgorithm algorithm) =>
        OperatingSystem.IsLinux() ? [new PlatformDigest(algorithm), new LinkedDigest(algorithm)] : [new PlatformDigest(algorithm)];

    private static byte[] Hash(DigestAlgorithm algorithm, ReadOnlySpan<byte> bytes)
    {
        Span<byte> value = stackalloc byte[MessageDigest.MaxLengthBytes];
        MessageDigest.HashData(algorithm, bytes, value);
        return value[..Forms(algorithm)[0].LengthBytes].ToArray();
    }

    private static byte[] Finish(MessageDigest digest, ReadOnlySpan<byte> bytes)
    {
        digest.Append(bytes);
        byte[] value = new byte[digest.LengthBytes];
        digest.Finish(value);
        return value;
    }
}
