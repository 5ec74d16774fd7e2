using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace RustStack.Core.Cryptography;

/// <summary>Unpredictable bytes from the operating system.</summary>
internal static class RandomBytes
{
    /// <summary>The most that the kernel gives in one piece, whatever signals come.</summary>
    private const int PieceBytes = 256;

    // Every request draws some ids: a thread takes bytes for several of them in one call to the system, and gives none of them twice.
    [ThreadStatic]
    private static byte[]? _drawn;

    [ThreadStatic]
    private static int _left;

    /// <summary>Fills a span.</summary>
    /// <param name="bytes">The span, of any length.</param>
    public static void Fill(Span<byte> bytes)
    {
        if (bytes.Length > PieceBytes)
        {
            Draw(bytes);
            return;
        }

        byte[] drawn = _drawn ??= new byte[PieceBytes];
        if (_left < bytes.Length)
        {
            Draw(drawn);
            _left = drawn.Length;
        }

        _left -= bytes.Length;
        Span<byte> next = drawn.AsSpan(_left, bytes.Length);
        next.CopyTo(bytes);
        next.Clear();
    }

    private static void Draw(Span<byte> bytes)
    {
        if (LinkedLibrary.IsLinked) FillFromKernel(bytes);
#pragma warning disable RS0030 // This is the place that the ban points to.
        else RandomNumberGenerator.Fill(bytes);
#pragma warning restore RS0030
    }

    /// <summary>Fills a span without .NET's generator, which calls OpenSSL.</summary>
    /// <param name="bytes">The span, of any length.</param>
    public static void FillFromKernel(Span<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            nint written = LinkedLibrary.GetRandom(ref MemoryMarshal.GetReference(bytes), (nuint)Math.Min(bytes.Length, PieceBytes), 0);
            if (written <= 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
            bytes = bytes[(int)written..];
        }
    }
}
