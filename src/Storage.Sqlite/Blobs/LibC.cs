using System.Runtime.InteropServices;

namespace RustStack.Storage.Sqlite.Blobs;

/// <summary>What .NET has no call for: a folder can be opened and flushed only through the C library.</summary>
internal static partial class LibC
{
    /// <summary>Read only, not inherited by children; the same on every Linux.</summary>
    public const int ReadOnlyCloseOnExec = 0x80000;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    public static partial int Flush(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int descriptor);
}
