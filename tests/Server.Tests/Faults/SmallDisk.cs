using System.Diagnostics;

namespace RustStack.Server.Tests.Faults;

/// <summary>A file system of a few megabytes in memory, which only root can make.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const string FillerName = "filler";

    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    private string Filler => System.IO.Path.Combine(Path, FillerName);

    /// <summary>Makes one; null where that is not allowed.</summary>
    public static SmallDisk? TryMake(int megabytes)
    {
        if (!OperatingSystem.IsLinux()) return null;
        string path = Directory.CreateTempSubdirectory("ruststack-disk-").FullName;
        if (Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", path)) return new(path);
        Directory.Delete(path);
        return null;
    }

    /// <summary>Takes space away.</summary>
    public void Fill(int bytes) => File.WriteAllBytes(Filler, new byte[bytes]);

    /// <summary>Gives it back.</summary>
    public void Free() => File.Delete(Filler);

    public void Dispose()
    {
        Run("umount", "-l", Path);
        Directory.Delete(Path);
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
