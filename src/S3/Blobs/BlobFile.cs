namespace RustStack.S3.Blobs;

/// <summary>Removing the files of blobs.</summary>
internal static class BlobFile
{
    /// <summary>Deletes a file. One that cannot be deleted stays until the folder goes with its store: no request fails for it.</summary>
    /// <param name="path">The file.</param>
    public static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The store's folder is removed as a whole at its end.
        }
    }
}
