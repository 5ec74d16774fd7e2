using System.Globalization;
using Microsoft.Win32.SafeHandles;
using RustStack.S3.Blobs;

namespace RustStack.Storage.Sqlite.Blobs;

/// <summary>
/// The folder of the files of blobs: a file is written in <c>tmp</c> and moved when it is complete to one of 256 folders, by the first two
/// digits of its name. Names are made up by the server: nothing that a client says becomes a path.
/// </summary>
internal sealed class BlobFolder
{
    private const string TemporaryName = "tmp";
    private const string ProbeName = "probe";
    private const int ProbeBytes = 4096;
    private const int ShardDigits = 2;
    private const int ShardCount = 256;
    private const int NameDigits = 32;
    private const int NameBits = 128;

    private readonly string _path;
    private readonly bool _survivesPowerLoss;
    private readonly bool[] _isShardThere = new bool[ShardCount];
    private bool _isThere;
    private volatile bool _isDegraded;

    /// <summary>Names the folder, which is made when the first file is written.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="survivesPowerLoss">Whether files are on the disk before they count.</param>
    public BlobFolder(string path, bool survivesPowerLoss)
    {
        _path = path;
        _survivesPowerLoss = survivesPowerLoss;
        Temporary = Path.Combine(path, TemporaryName);
    }

    /// <summary>Whether the last file that was to be written could not be.</summary>
    public bool IsDegraded
    {
        get => _isDegraded;
        set => _isDegraded = value;
    }

    /// <summary>Whether files are on the disk before they count.</summary>
    public bool SurvivesPowerLoss => _survivesPowerLoss;

    /// <summary>Deletes complete files.</summary>
    public HeldDeletions Deletions { get; } = new();

    private string Temporary { get; }

    /// <summary>The files that were not finished.</summary>
    public IEnumerable<string> UnfinishedFiles => Directory.Exists(Temporary) ? Directory.EnumerateFiles(Temporary) : [];

    /// <summary>The complete files.</summary>
    public IEnumerable<FileInfo> Files => Directory.Exists(_path)
        ? new DirectoryInfo(_path).EnumerateDirectories().Where(static shard => shard.Name.Length == ShardDigits)
            .SelectMany(static shard => shard.EnumerateFiles())
        : [];

    /// <summary>The file of a blob that is complete.</summary>
    /// <param name="name">The blob's name.</param>
    /// <returns>Its path.</returns>
    public string PathOf(UInt128 name)
    {
        string text = Text(name);
        return Path.Combine(_path, text[..ShardDigits], text);
    }

    /// <summary>A file that a blob is written to.</summary>
    /// <param name="name">The blob's name.</param>
    /// <returns>Its path.</returns>
    public string TemporaryPathOf(UInt128 name) => Path.Combine(Temporary, Text(name));

    /// <summary>Begins the file of a new blob.</summary>
    /// <param name="name">The blob's name.</param>
    /// <returns>The file, open for writing.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public SafeFileHandle Create(UInt128 name)
    {
        if (!Volatile.Read(ref _isThere))
        {
            Directory.CreateDirectory(Temporary);
            if (_survivesPowerLoss) FolderSync.Flush(Path.GetDirectoryName(_path)!);
            Volatile.Write(ref _isThere, true);
        }

        return File.OpenHandle(TemporaryPathOf(name), FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.Asynchronous);
    }

    /// <summary>The name that a file has.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The name; null when it is no blob's.</returns>
    public static UInt128? NameOf(string path)
    {
        ReadOnlySpan<char> text = Path.GetFileName(path.AsSpan());
        bool isName = text.Length == NameDigits
            && UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out UInt128 _);
        return isName ? UInt128.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Moves a complete file from where it was written to where it stays, for good.</summary>
    /// <param name="name">The blob's name.</param>
    /// <exception cref="IOException">The disk failed; nothing is left.</exception>
    public void Publish(UInt128 name)
    {
        string path = PathOf(name);
        string shard = Path.GetDirectoryName(path)!;
        MakeShard(shard, (int)(name >> (NameBits - (ShardDigits * 4))));
        File.Move(TemporaryPathOf(name), path);
        if (!_survivesPowerLoss) return;
        try
        {
            FolderSync.Flush(shard);
        }
        catch (IOException)
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Writes a file that means nothing, to see whether the disk takes it; what it finds is <see cref="IsDegraded"/> from now on.</summary>
    /// <returns>Whether the disk takes it.</returns>
    public bool Probe()
    {
        string path = Path.Combine(Temporary, ProbeName);
        try
        {
            Directory.CreateDirectory(Temporary);
            using (FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite))
            {
                file.Write(new byte[ProbeBytes]);
                file.Flush(_survivesPowerLoss);
            }

            _isDegraded = false;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _isDegraded = true;
        }

        BlobFile.Delete(path);
        return !_isDegraded;
    }

    private static string Text(UInt128 name) => name.ToString("x32", CultureInfo.InvariantCulture);

    // Two that make it at once both succeed, and both wait for the disk.
    private void MakeShard(string shard, int index)
    {
        if (Volatile.Read(ref _isShardThere[index])) return;
        Directory.CreateDirectory(shard);
        if (_survivesPowerLoss) FolderSync.Flush(_path);
        Volatile.Write(ref _isShardThere[index], true);
    }
}
