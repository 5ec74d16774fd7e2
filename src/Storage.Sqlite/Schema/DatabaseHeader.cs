using System.Buffers.Binary;
using RustStack.Core.Persistence;

namespace RustStack.Storage.Sqlite.Schema;

/// <summary>What the first bytes of a database file say, read without opening the database, so that nothing on disk changes.</summary>
/// <param name="Version">The schema's version (<c>user_version</c>).</param>
/// <param name="ApplicationId">Whose database it is (<c>application_id</c>); 0 for nobody's.</param>
internal readonly record struct DatabaseHeader(int Version, int ApplicationId)
{
    /// <summary>The <c>application_id</c> of RustStack's databases: the letters <c>RSTK</c>.</summary>
    public const int RustStackId = 0x5253_544B;

    private const int LengthBytes = 100;
    private const int VersionOffset = 60;
    private const int ApplicationIdOffset = 68;

    /// <summary>Reads the header of a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The header; null when there is no file, or an empty one.</returns>
    /// <exception cref="StateException">The file is no SQLite database.</exception>
    public static DatabaseHeader? Read(string path)
    {
        if (!File.Exists(path)) return null;
        Span<byte> header = stackalloc byte[LengthBytes];
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        int length = file.ReadAtLeast(header, LengthBytes, throwOnEndOfStream: false);
        if (length == 0) return null;
        if (length < LengthBytes || !header.StartsWith("SQLite format 3\0"u8))
            throw new StateException($"The saved state is damaged: '{path}' is not a database. Restore it from a backup, or move it away.");
        return new(
            BinaryPrimitives.ReadInt32BigEndian(header[VersionOffset..]), BinaryPrimitives.ReadInt32BigEndian(header[ApplicationIdOffset..]));
    }
}
