namespace RustStack.S3.Uploads;

/// <summary>Sees the chunks of an aws-chunked body while it is decoded, as verifying their signatures needs.</summary>
internal interface IChunkObserver
{
    /// <summary>A chunk begins; the last one has no bytes.</summary>
    /// <param name="lengthBytes">Its length.</param>
    /// <param name="signature">The value of its <c>chunk-signature</c> extension, or null when it has none.</param>
    void BeginChunk(long lengthBytes, string? signature);

    /// <summary>Some bytes of the chunk.</summary>
    /// <param name="bytes">The bytes.</param>
    void Append(ReadOnlySpan<byte> bytes);

    /// <summary>The chunk's bytes are complete.</summary>
    void EndChunk();

    /// <summary>The body is complete.</summary>
    /// <param name="trailers">The trailing headers that came, in order.</param>
    void EndTrailers(IReadOnlyList<KeyValuePair<string, string>> trailers);
}
