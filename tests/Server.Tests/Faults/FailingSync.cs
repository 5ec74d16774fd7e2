using System.Diagnostics;

namespace RustStack.Server.Tests.Faults;

/// <summary>A library that is loaded before all others, whose fsync and fdatasync fail as long as a file is there.</summary>
internal sealed class FailingSync : IDisposable
{
    private const string Source = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <errno.h>
        #include <stdlib.h>
        #include <unistd.h>
        static int fails(void) { const char *f = getenv("FAILING_SYNC"); return f && access(f, F_OK) == 0; }
        int fsync(int fd) { if (fails()) { errno = EIO; return -1; } return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(fd); }
        int fdatasync(int fd) { if (fails()) { errno = EIO; return -1; } return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(fd); }
        """;

    private readonly string _folder;

    private FailingSync(string folder) => _folder = folder;

    /// <summary>The settings that load it into a process.</summary>
    public string[] Settings => [$"LD_PRELOAD={Path.Combine(_folder, "failing.so")}", $"FAILING_SYNC={Flag}"];

    private string Flag => Path.Combine(_folder, "fails");

    /// <summary>Builds it; null where there is no C compiler.</summary>
    public static FailingSync? TryBuild()
    {
        if (!OperatingSystem.IsLinux()) return null;
        string folder = Directory.CreateTempSubdirectory("ruststack-sync-").FullName;
        string source = Path.Combine(folder, "failing.c");
        File.WriteAllText(source, Source);
        try
        {
            using Process compiler = Process.Start("cc", ["-shared", "-fPIC", "-o", Path.Combine(folder, "failing.so"), source, "-ldl"]);
            compiler.WaitForExit();
            if (compiler.ExitCode == 0) return new(folder);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no compiler.
        }

        Directory.Delete(folder, recursive: true);
        return null;
    }

    public void Fail() => File.WriteAllText(Flag, "");

    public void Recover() => File.Delete(Flag);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
