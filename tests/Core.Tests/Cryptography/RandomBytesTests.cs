using RustStack.Core.Cryptography;

namespace RustStack.Core.Tests.Cryptography;

public sealed class RandomBytesTests
{
    public static TheoryData<int> Lengths { get; } = [0, 1, 16, 256, 257, 10_000];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Fill_ReachesEveryByte(int length)
    {
        Assert.Equal(length, Touched(length, RandomBytes.Fill));
        if (OperatingSystem.IsLinux()) Assert.Equal(length, Touched(length, RandomBytes.FillFromKernel));
    }

    private delegate void Filler(Span<byte> bytes);

    /// <summary>How many bytes are other than zero after one of sixteen fills: all, but for one chance in 2^128 each.</summary>
    private static int Touched(int length, Filler fill)
    {
        byte[] seen = new byte[length];
        for (int round = 0; round < 16; round++)
        {
            byte[] bytes = new byte[length];
            fill(bytes);
            for (int i = 0; i < length; i++) seen[i] |= bytes[i];
        }

        return seen.Count(static bits => bits != 0);
    }
}
