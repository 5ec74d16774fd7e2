using System.Security.Cryptography;
using RustStack.Core.Cryptography;

namespace RustStack.Core.Tests.Cryptography;

public sealed class HmacTests
{
    /// <summary>Test cases of RFC 2202 (SHA-1) and RFC 4231 (SHA-256): short keys, a key of a block and more.</summary>
    [Theory]
    [InlineData(DigestAlgorithm.Sha1, "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "4869205468657265", "b617318655057264e28bc0b6fb378c8ef146be00")]
    [InlineData(DigestAlgorithm.Sha1, "4a656665", "7768617420646f2079612077616e7420666f72206e6f7468696e673f", "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")]
    [InlineData(DigestAlgorithm.Sha256, "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "4869205468657265", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    [InlineData(DigestAlgorithm.Sha256, "4a656665", "7768617420646f2079612077616e7420666f72206e6f7468696e673f", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    public void Value_IsThePublishedOne(DigestAlgorithm algorithm, string key, string bytes, string expected) =>
        Assert.Equal(expected, Convert.ToHexStringLower(Hash(algorithm, Convert.FromHexString(key), Convert.FromHexString(bytes))));

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1_000)]
    public void KeyOfAnyLength_GivesWhatThePlatformGives(int keyLength)
    {
        byte[] key = [.. Enumerable.Range(0, keyLength).Select(static index => (byte)index)];
        byte[] bytes = [.. Enumerable.Range(0, 300).Select(static index => (byte)(index * 7))];

        Assert.Equal(HMACSHA1.HashData(key, bytes), Hash(DigestAlgorithm.Sha1, key, bytes));
        Assert.Equal(HMACSHA256.HashData(key, bytes), Hash(DigestAlgorithm.Sha256, key, bytes));
    }

    private static byte[] Hash(DigestAlgorithm algorithm, byte[] key, byte[] bytes)
    {
        byte[] value = new byte[algorithm == DigestAlgorithm.Sha1 ? 20 : 32];
        Hmac.HashData(algorithm, key, bytes, value);
        return value;
    }
}
