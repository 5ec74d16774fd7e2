using RustStack.S3.Blobs;

namespace RustStack.Storage.Sqlite.Blobs;

/// <summary>Finds files that no saved row names: uploads that never ended, and blobs whose rows went before their files could.</summary>
internal static class OrphanSweep
{
    /// <summary>Removes the files.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="named">The blobs that rows name. Those whose file is there and whole are taken out.</param>
    /// <returns>How many files went, and how many blobs are left: their files are missing or of another length.</returns>
    public static (int Removed, int Missing) Run(BlobFolder folder, Dictionary<UInt128, DirectoryBlob> named)
    {
        int removed = 0;
        foreach (string path in folder.UnfinishedFiles) removed += Delete(path);
        foreach (FileInfo file in folder.Files)
        {
            if (BlobFolder.NameOf(file.Name) is not { } name) continue;
            if (!named.TryGetValue(name, out DirectoryBlob? blob)) removed += Delete(file.FullName);
            else if (blob.LengthBytes == file.Length) named.Remove(name);
        }

        return (removed, named.Count);
    }

    private static int Delete(string path)
    {
        BlobFile.Delete(path);
        return 1;
    }
}
