namespace RustStack.Storage.Sqlite.Blobs;

/// <summary>What the disk says of a file that could not be written.</summary>
internal static class DiskFailure
{
    private const int NoSpace = 28;
    private const int ReadOnly = 30;
    private const int QuotaExceeded = 122;

    /// <summary>Says what failed, without paths. .NET gives the system's error number as an exception's result.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>A few words.</returns>
    public static string Describe(Exception failure) => failure.HResult switch
    {
        NoSpace or QuotaExceeded => "the disk is full",
        ReadOnly => "the disk is read-only",
        _ => failure is UnauthorizedAccessException ? "the folder cannot be written" : "the disk failed",
    };
}
