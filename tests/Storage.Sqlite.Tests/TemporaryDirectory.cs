using RustStack.Storage.Sqlite.Directories;

namespace RustStack.Storage.Sqlite.Tests;

/// <summary>A folder of a test's own, which goes with the test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ruststack-test-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>The bytes of the files that hold state, by name.</summary>
    public Dictionary<string, string> Contents() => Directory.EnumerateFiles(Path)
        .Where(static file => !file.EndsWith("-shm", StringComparison.Ordinal))
        .ToDictionary(static file => System.IO.Path.GetFileName(file), static file => Convert.ToHexString(File.ReadAllBytes(file)));

    /// <summary>A copy of everything as it is now: what a process that is killed leaves.</summary>
    public TemporaryDirectory Copy()
    {
        TemporaryDirectory copy = new();
        foreach (string file in Directory.EnumerateFiles(Path, "state.db*")) File.Copy(file, copy[System.IO.Path.GetFileName(file)]);
        File.WriteAllText(copy[DirectoryLock.FileName], "");
        return copy;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
