using System.Runtime.InteropServices;

namespace RustStack.Storage.Sqlite.Blobs;

/// <summary>Makes what a folder lists durable: without it a file that was renamed into the folder may be missing after a power loss.</summary>
internal static class FolderSync
{
    /// <summary>Waits until the folder is on the disk. Windows has no such call and needs none.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">The disk failed.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        int descriptor = LibC.Open(folder, LibC.ReadOnlyCloseOnExec);
        if (descriptor < 0) throw Failure();
        try
        {
            if (LibC.Flush(descriptor) != 0) throw Failure();
        }
        finally
        {
            _ = LibC.Close(descriptor);
        }
    }

    private static IOException Failure()
    {
        int error = Marshal.GetLastPInvokeError();
        return new(Marshal.GetPInvokeErrorMessage(error), error);
    }
}
