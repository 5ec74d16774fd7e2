using System.Buffers;
using RustStack.Storage.Sqlite.Schema;

namespace RustStack.Storage.Sqlite.Archives;

/// <summary>Which names an archive's entries may have: whatever else a name says, nothing is written for it.</summary>
internal static class ArchiveEntry
{
    /// <summary>The mode of files: readable by everybody, as the process writes them.</summary>
    public const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const int ShardDigits = 2;
    private const int NameDigits = 32;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>Whether a name is the database's.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True when it is.</returns>
    public static bool IsDatabase(string name) => name == Database.FileName;

    /// <summary>Whether a name is that of an object's file: <c>objects/ab/</c> and 32 digits that start with <c>ab</c>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True when it is.</returns>
    public static bool IsObject(string name) =>
        name.Split('/') is [StateArchive.ObjectsFolder, { Length: ShardDigits } shard, { Length: NameDigits } file]
        && file.StartsWith(shard, StringComparison.Ordinal)
        && !file.AsSpan().ContainsAnyExcept(Digits);
}
