using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace RustStack.Core.Cryptography;

/// <summary>
/// What the native executable links instead of all of OpenSSL: the hash functions of libcrypto, which need nothing else of it and keep its
/// assembler, and the system's random bytes. The functions answer 1 and have no way to fail on valid memory.
/// Source: OpenSSL's manual pages SHA256_Init(3) and MD5_Init(3), getrandom(2).
/// </summary>
internal static partial class LinkedLibrary
{
    private const string Name = "libcrypto";

    /// <summary>Whether this build has the functions linked in: the native build of Linux, which sets the switch.</summary>
    [FeatureSwitchDefinition("RustStack.LinkedCryptography")]
    public static bool IsLinked => AppContext.TryGetSwitch("RustStack.LinkedCryptography", out bool isLinked) && isLinked;

    [LibraryImport(Name, EntryPoint = "MD5_Init")]
    public static partial int Md5Init(ref byte state);

    [LibraryImport(Name, EntryPoint = "MD5_Update")]
    public static partial int Md5Update(ref byte state, ref byte bytes, nuint length);

    [LibraryImport(Name, EntryPoint = "MD5_Final")]
    public static partial int Md5Final(ref byte value, ref byte state);

    [LibraryImport(Name, EntryPoint = "SHA1_Init")]
    public static partial int Sha1Init(ref byte state);

    [LibraryImport(Name, EntryPoint = "SHA1_Update")]
    public static partial int Sha1Update(ref byte state, ref byte bytes, nuint length);

    [LibraryImport(Name, EntryPoint = "SHA1_Final")]
    public static partial int Sha1Final(ref byte value, ref byte state);

    [LibraryImport(Name, EntryPoint = "SHA256_Init")]
    public static partial int Sha256Init(ref byte state);

    [LibraryImport(Name, EntryPoint = "SHA256_Update")]
    public static partial int Sha256Update(ref byte state, ref byte bytes, nuint length);

    [LibraryImport(Name, EntryPoint = "SHA256_Final")]
    public static partial int Sha256Final(ref byte value, ref byte state);

    /// <summary>Fills memory from the kernel's generator.</summary>
    /// <param name="bytes">Where the bytes go.</param>
    /// <param name="length">How many; up to 256 are never cut short.</param>
    /// <param name="flags">0: wait until the generator is seeded.</param>
    /// <returns>How many bytes were written, or -1.</returns>
    [LibraryImport("libc", EntryPoint = "getrandom", SetLastError = true)]
    public static partial nint GetRandom(ref byte bytes, nuint length, uint flags);
}
