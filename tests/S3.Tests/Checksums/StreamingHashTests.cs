using System.Text;
using RustStack.S3.Checksums;

namespace RustStack.S3.Tests.Checksums;

public sealed class StreamingHashTests
{
    [Theory]
    [InlineData("CRC32", "123456789", "CBF43926")]
    [InlineData("CRC32C", "123456789", "E3069283")]
    [InlineData("CRC64NVME", "123456789", "AE8B14860A799888")]
    [InlineData("SHA1", "123456789", "F7C3BC1D808E04732ADF679965CCC34CA7AE3441")]
    [InlineData("SHA256", "abc", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("CRC32", "", "00000000")]
    [InlineData("CRC32C", "", "00000000")]
    [InlineData("CRC64NVME", "", "0000000000000000")]
    public void KnownText_HasKnownValue(string algorithm, string text, string expected)
    {
        using var hash = StreamingHash.Create(ChecksumKinds.Parse(algorithm)!.Value);
        hash.Append(Encoding.UTF8.GetBytes(text));
        Assert.Equal(expected, Convert.ToHexString(hash.Finish()));
    }

    [Fact]
    public void Md5_HasKnownValue()
    {
        using var hash = StreamingHash.CreateMd5();
        hash.Append("abc"u8);
        Assert.Equal("900150983CD24FB0D6963F7D28E17F72", Convert.ToHexString(hash.Finish()));
    }

    [Fact]
    public void RandomSplits_GiveTheValueOfTheWhole()
    {
        const int Seed = 41;
        var random = new Random(Seed);
        foreach (ChecksumKind kind in ChecksumKinds.All)
        {
            for (int round = 0; round < 50; round++)
            {
                byte[] bytes = new byte[random.Next(1, 5000)];
                random.NextBytes(bytes);
                using var whole = StreamingHash.Create(kind);
                whole.Append(bytes);
                using var split = StreamingHash.Create(kind);
                for (int at = 0; at < bytes.Length;)
                {
                    int count = random.Next(0, bytes.Length - at + 1);
                    split.Append(bytes.AsSpan(at, count));
                    at += count;
                }

                Assert.True(whole.Finish().AsSpan().SequenceEqual(split.Finish()), $"{kind}, seed {Seed}, round {round}");
            }
        }
    }

    [Fact]
    public void CombinedParts_GiveTheValueOfTheWhole()
    {
        const int Seed = 42;
        var random = new Random(Seed);
        foreach (ChecksumKind kind in ChecksumKinds.All)
        {
            if (!kind.IsCombinable()) continue;
            for (int round = 0; round < 50; round++)
            {
                using var whole = StreamingHash.Create(kind);
                List<(string Value, long LengthBytes)> parts = [];
                for (int part = random.Next(1, 6); part > 0; part--)
                {
                    byte[] bytes = new byte[random.Next(0, 3000)];
                    random.NextBytes(bytes);
                    whole.Append(bytes);
                    using var hash = StreamingHash.Create(kind);
                    hash.Append(bytes);
                    parts.Add((Convert.ToBase64String(hash.Finish()), bytes.Length));
                }

                string expected = Convert.ToBase64String(whole.Finish());
                Assert.True(expected == ObjectChecksum.Combine(kind, parts).Value, $"{kind}, seed {Seed}, round {round}");
            }
        }
    }

    [Fact]
    public void ComposedParts_AreHashedTogetherWithTheirCount()
    {
        var checksum = ObjectChecksum.Compose(ChecksumKind.Crc32, ["y/Q5Jg==", "y/Q5Jg=="]);
        using var hash = StreamingHash.Create(ChecksumKind.Crc32);
        hash.Append(Convert.FromHexString("CBF43926CBF43926"));
        Assert.Equal(Convert.ToBase64String(hash.Finish()) + "-2", checksum.Value);
        Assert.Equal("COMPOSITE", checksum.Type);
    }

    [Theory]
    [InlineData("CRC32", "y/Q5Jg==", true)]
    [InlineData("CRC32", "y/Q5", false)]
    [InlineData("CRC32", "!", false)]
    [InlineData("CRC32", "", false)]
    [InlineData("CRC64NVME", "y/Q5Jg==", false)]
    public void Value_IsWellFormedOnlyAsBase64OfTheRightLength(string algorithm, string text, bool expected) =>
        Assert.Equal(expected, ObjectChecksum.IsWellFormed(ChecksumKinds.Parse(algorithm)!.Value, text));

    [Theory]
    [InlineData("x-amz-checksum-crc32", "CRC32")]
    [InlineData("X-Amz-Checksum-SHA256", "SHA256")]
    [InlineData("x-amz-checksum-type", null)]
    [InlineData("x-amz-meta-a", null)]
    public void Header_NamesItsAlgorithm(string header, string? expected) =>
        Assert.Equal(expected, ChecksumKinds.ParseHeader(header)?.Name());
}
