namespace RustStack.Storage.Sqlite.Tests;

/// <summary>A folder of a test's own, gone with it.</summary>
internal sealed class StateFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ruststack-state-");

    public string Path => _folder.FullName;

    /// <summary>The files of blobs, complete or not.</summary>
    public string[] ObjectFiles => Directory.Exists(Objects) ? Directory.GetFiles(Objects, "*", SearchOption.AllDirectories) : [];

    private string Objects => System.IO.Path.Combine(Path, "objects");

    public void Dispose() => _folder.Delete(recursive: true);
}
