namespace RustStack.S3.Blobs;

/// <summary>
/// Keeps the bytes of objects and parts. It knows no keys: who wants bytes kept holds the <see cref="Blob"/>. Disposing the store
/// removes whatever it holds outside memory.
/// </summary>
internal interface IBlobStore : IDisposable
{
    /// <summary>Begins to store bytes; nothing exists for others before <see cref="BlobWriter.FinishAsync"/>.</summary>
    /// <param name="expectedLengthBytes">How many bytes will come, if that is known: a hint that saves work, not a limit.</param>
    /// <returns>The writer; disposing it unfinished leaves nothing behind.</returns>
    BlobWriter CreateWriter(long? expectedLengthBytes);
}
